//! What questions, answers and comments share.

mod comments;
mod helpful;
mod visibility;
