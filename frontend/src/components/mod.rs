//! Components take values and give back events; pages own the data.

pub mod blocks;
pub mod bookmarks;
pub mod communities;
pub mod expertise;
pub mod follows;
pub mod moderation;
pub mod nameless;
pub mod needs;
pub mod notices;
pub mod questions;
pub mod routing;
pub mod shell;
pub mod topics;
pub mod ui;
