//! Writing without one's name.

mod choice;
mod show;

pub use choice::NamelessChoice;
pub use show::ShowName;
