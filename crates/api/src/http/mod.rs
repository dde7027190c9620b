//! What all routes share between the socket and the handler.
//!
//! Extractors that return what they checked (`extract`, `conditional`, `idempotency`), pages of lists (`page`), and the
//! middleware around every request (`context`, `problems`, `deadline`, `headers`, `head`, `path`, `origin`).

pub mod assets;
pub mod conditional;
pub mod context;
pub mod deadline;
pub mod docs;
pub mod extract;
pub mod head;
pub mod headers;
pub mod health;
pub mod idempotency;
pub mod openapi;
pub mod origin;
pub mod page;
pub mod path;
pub mod problems;
pub mod refusals;
pub mod status;
pub mod unmatched;

pub use conditional::{IfMatch, respond_shared, respond_with_version};
pub use extract::{ValidJson, ValidQuery};
pub use idempotency::{IdempotencyKey, Once};
pub use origin::OwnOrigin;
pub use page::{PageRequest, respond_page};
