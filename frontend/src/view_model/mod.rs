//! Logic without a browser: what is decided here is tested natively.

pub mod failure;
pub mod initials;
pub mod next_address;
pub mod place;
pub mod question_row;
pub mod question_list;
pub mod relative_time;
pub mod roving;
pub mod tokens;
