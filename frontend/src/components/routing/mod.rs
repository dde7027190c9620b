//! What one can help with.

mod help;

pub use help::HelpWantedList;
