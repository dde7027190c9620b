//! Learning needs: what several pages need of them.

mod block;
mod mine;
mod row;
mod state;

pub use block::{PersonNeeds, TopicNeeds};
pub use mine::{HelpableNeeds, LikeMyNeeds, MyNeeds};
pub use row::{JoinButton, NeedRow, ResponseLink};
pub use state::{NeedMark, WantedBy};
