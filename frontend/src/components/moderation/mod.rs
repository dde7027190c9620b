//! Keeping order: what several pages need of it.

mod delete;
mod deleted;
mod renewals;

pub use delete::Delete;
pub use deleted::DeletedEntry;
pub use renewals::Renewals;
