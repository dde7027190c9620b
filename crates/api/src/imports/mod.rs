//! Imports of whole sites from their public dumps.
//!
//! A dump is read twice. The first reading (`survey`) reads every row of every file, decides its fate and finds whatever is
//! broken; the second (`prepare`) converts and renders texts into temporary files. Only then one transaction (`service`,
//! `repo`) writes all of it, so that an import that fails leaves nothing behind. Memory holds ids and numbers, never the
//! texts.

mod dump;
mod error;
mod handlers;
mod ledger;
mod prepare;
mod prepared;
mod progress;
mod repo;
mod rows;
mod service;
mod stage;
mod survey;
mod table;
mod texts;

pub use error::ImportError;
pub use handlers::routes;
pub use progress::Progress;
pub use service::{Import, import};
pub use table::table;
