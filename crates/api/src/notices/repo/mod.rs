//! The rows of notices, and what was read of them.

pub mod communities;
pub mod groups;
pub mod named;
pub mod read;
pub mod ways;
