//! What shows topics and follows them.

mod follow;

pub use follow::Follow;
