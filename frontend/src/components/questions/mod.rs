//! What shows questions.

mod row;

pub use row::QuestionRow;
