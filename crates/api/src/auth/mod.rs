//! Who is asking: passwords, tokens, cookies, limits, and the extractors that turn a request into a member.
//!
//! The rules about members are in `domain::identity`, the operations in [`crate::identity`]; here is what both stand on.

pub mod address;
pub mod attempts;
pub mod cookie;
pub mod device;
pub mod keys;
pub mod password;
pub mod token;
