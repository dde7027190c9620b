//! Writing without one's name.

mod choice;

pub use choice::NamelessChoice;
