//! Communities: the list, founding one, one community, coming in by a link.

mod community;
mod deleted;
mod found;
mod link;
mod list;

pub use community::CommunityPage;
pub use found::FoundPage;
pub use link::CommunityLinkPage;
pub use list::CommunitiesPage;
