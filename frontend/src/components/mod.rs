//! Components take values and give back events; pages own the data.

pub mod expertise;
pub mod moderation;
pub mod questions;
pub mod shell;
pub mod topics;
pub mod ui;
