//! Keeping order: what several pages need of it.

mod delete;
mod deleted;
mod flag;
mod gone;
mod renewals;

pub use delete::Delete;
pub use deleted::DeletedEntry;
pub use flag::{Flag, SaidHere};
pub use gone::Gone;
pub use renewals::Renewals;
