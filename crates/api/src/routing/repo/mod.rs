//! Rows of routing: how far the asking has come, who was asked, and what members chose.

pub mod choices;
pub mod requests;
pub mod routes;
