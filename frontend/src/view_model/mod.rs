//! Logic without a browser: what is decided here is tested natively.

pub mod address;
pub mod admin;
pub mod admission;
pub mod audit;
pub mod bookmarks;
pub mod completion;
pub mod expertise;
pub mod failure;
pub mod initials;
pub mod languages;
pub mod mention;
pub mod moderation;
pub mod next_address;
pub mod notice_list;
pub mod notices;
pub mod people;
pub mod place;
pub mod question_list;
pub mod question_row;
pub mod relative_time;
pub mod roving;
pub mod search_address;
pub mod section;
pub mod tokens;
pub mod topics;
