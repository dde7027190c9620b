//! Rows of posts.

pub mod comments;
pub mod keyset;
pub mod load;
pub mod marks;
pub mod revisions;
pub mod write;

pub use load::{Placed, PostRow, find_visible};
