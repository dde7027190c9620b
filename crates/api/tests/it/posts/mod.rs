//! What questions, answers and comments share.

mod comments;
mod helpful;
mod history;
mod rerender;
mod visibility;
