//! Posts: what questions, answers and comments share. Who sees them, marks, comments, revisions, preview.

pub mod visibility;
