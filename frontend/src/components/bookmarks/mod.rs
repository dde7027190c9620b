//! What keeps posts for later.

mod keep;

pub use keep::KeepDialog;
