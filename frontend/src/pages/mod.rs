//! Pages: each owns its data, and shows loading, empty, error, forbidden and offline.

pub mod account;
pub mod admin;
pub mod bookmarks;
pub mod communities;
pub mod design;
pub mod drafts;
pub mod home;
pub mod missing;
pub mod moderation;
pub mod needs;
pub mod notices;
pub mod people;
pub mod questions;
pub mod search;
pub mod settings;
pub mod topics;
