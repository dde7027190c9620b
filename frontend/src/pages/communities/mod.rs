//! Communities: the list, founding one, one community.

mod community;
mod found;
mod list;

pub use community::CommunityPage;
pub use found::FoundPage;
pub use list::CommunitiesPage;
