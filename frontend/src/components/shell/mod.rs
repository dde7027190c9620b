//! The frame around every page: bar, navigation, what lies on top.

mod bar;
mod bell;
mod frame;
mod guard;
mod nav;
mod search_box;
mod search_offers;
mod title_page;

pub use frame::Frame;
pub use title_page::TitlePage;
