//! What shows topics and chooses among them.

mod completion;
mod follow;

pub use completion::topic_completion;
pub use follow::Follow;
