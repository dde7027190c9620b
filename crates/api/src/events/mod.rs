//! The log of what happened, and what follows from it.
//!
//! Writers append unnumbered events in their own transaction (`log`); the `sequencer` numbers what was committed, without
//! gaps; a `projector` reads in this order and keeps what it derives together with its cursor.

pub mod codec;
pub mod log;
pub mod projector;
mod sequencer;
pub mod wake;

pub use log::{Recorded, append};
pub use projector::{Projection, Projector};
pub use sequencer::number_committed;
