//! Rows of closings, deletions, flags and renewals, and of the log of acts of office.

pub mod audit;
pub mod closings;
pub mod deletions;
pub mod flags;
pub mod queue;
pub mod renewals;
