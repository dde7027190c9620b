//! Imports of whole sites from their public dumps.
//!
//! A dump is read twice. The first reading (`survey`) reads every row of every file, decides its fate and finds whatever is
//! broken; the second (`prepare`) converts and renders texts into temporary files. Only then short transactions (`write`,
//! `repo`) write it, each comparing with what is here: a site that was imported before is brought up to date, and an
//! import that was cut off goes on. Memory holds ids and numbers, never the texts.

mod badges;
pub mod csv;
mod digest;
mod dump;
mod error;
mod handlers;
mod ledger;
mod marked;
mod prepare;
mod prepared;
mod progress;
mod repo;
mod rows;
mod scratch;
mod service;
mod stage;
mod survey;
mod table;
mod texts;
pub mod vocabulary;
mod write;

pub use error::ImportError;
pub use handlers::routes;
pub use progress::Progress;
pub use service::{Import, import, list_imports};
pub use table::table;
pub use texts::markdown_of_html;
