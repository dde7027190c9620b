//! What shows notices, behind the bell and on their page.

mod line;

pub use line::NoticeLine;
