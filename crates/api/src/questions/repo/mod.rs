//! Rows of questions and answers.

pub mod lists;
pub mod questions;

pub use questions::QuestionRow;
