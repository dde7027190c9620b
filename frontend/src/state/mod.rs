//! What outlives a page: who is signed in, the language, the theme, the connection, passing messages.

pub mod api;
pub mod copying;
pub mod drafts;
pub mod lang;
pub mod listing;
pub mod navigation;
pub mod notices;
pub mod online;
pub mod pause;
pub mod pictures;
pub mod sending;
pub mod session;
pub mod share;
pub mod storage;
pub mod target;
pub mod theme;
pub mod toasts;
pub mod welcome;
pub mod zone;
