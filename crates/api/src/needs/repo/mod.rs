//! Rows of needs.

pub mod demand;
pub mod helpers;
pub mod lists;
pub mod needs;
pub mod responses;
pub mod supporters;

pub use needs::NeedRow;
