//! Rows of closings and of the log of acts of office.

pub mod audit;
pub mod closings;
