//! Imports of whole sites: which site a dump is of, under which licence its texts stand, how it writes its tags, and
//! what becomes of each of its rows.

pub mod badge;
pub mod closing;
pub mod difference;
pub mod fate;
pub mod license;
pub mod outcome;
pub mod sheet;
pub mod site;
pub mod tags;

pub use badge::BadgeClass;
pub use difference::Difference;
pub use fate::RowFate;
pub use outcome::{ItemKind, Meeting, Outcome, RunState};
pub use site::{NotASite, Site};
