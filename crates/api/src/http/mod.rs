//! http
pub mod assets;
