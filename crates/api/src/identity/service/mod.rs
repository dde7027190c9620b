//! The use cases: load, ask the policy, write, append events, all inside one transaction; letters go out after it.

pub mod admin;
pub mod departments;
pub mod first_admin;
pub mod invitations;
pub mod invite_list;
pub mod linking;
pub mod logo;
pub mod organisation;
pub mod people;
pub mod profile;
pub mod refresh;
pub mod register;
pub mod reset;
pub mod sessions;
