//! The history of a post: what each revision changed, and the way back to an earlier one.

pub mod handlers;
mod service;
