//! Imports of whole sites from their public dumps.
//!
//! A dump is read twice. The first reading (`survey`) reads every row of every file, decides its fate and finds whatever is
//! broken; the second (`prepare`) converts and renders texts into temporary files. Only then one transaction writes all
//! of it, so that an import that fails leaves nothing behind. Memory holds ids and numbers, never the texts.

mod dump;
mod error;
mod ledger;
mod progress;
mod rows;
mod stage;
mod survey;
mod texts;

pub use error::ImportError;
