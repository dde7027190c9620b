//! Questions: the list, one question with its answers, and asking.

mod filters;
pub mod list;
pub mod question;
