//! Questions: the list, one question with its answers, and asking.

pub mod ask;
mod audience;
mod draft;
mod filters;
mod first;
mod likely;
pub mod list;
pub mod question;
pub mod similar;
