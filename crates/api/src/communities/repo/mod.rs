//! Rows of communities, of who belongs to them and of how one comes in.

pub mod communities;
pub mod invitations;
pub mod links;
pub mod lists;
pub mod members;
pub mod pins;
pub mod pulse;
pub mod removals;
pub mod requests;

pub use members::role_of;
