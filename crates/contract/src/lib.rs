//! What goes over the wire: request and response types, enumerations, problems, pages and limits.
//!
//! One file per feature. The API serves these types, the client and the app read them, and with the feature `openapi`
//! they are the schemas of the published document. Requests refuse unknown fields; answers may grow new ones.

mod macros;

pub mod blocks;
pub mod bookmarks;
pub mod communities;
pub mod drafts;
pub mod expertise;
pub mod files;
pub mod follows;
pub mod identity;
pub mod imports;
pub mod moderation;
pub mod nameless;
pub mod needs;
pub mod notices;
pub mod organisation;
pub mod page;
pub mod patch;
pub mod posts;
pub mod problem;
pub mod questions;
pub mod routing;
pub mod search;
pub mod status;
pub mod time;
pub mod topics;

pub use page::Page;
pub use tacit_domain::limits;
