//! Communities where they are shown in lists, and the fields that say what one is.

mod fields;
mod row;

pub use fields::{CommunityDoors, CommunityTexts, Typed};
pub use row::CommunityRow;
