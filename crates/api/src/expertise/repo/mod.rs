//! Rows of expertise: what members say, who endorsed whom, and the evidence.

pub mod availability;
pub mod endorsements;
pub mod evidence;
pub mod member_topics;
pub mod welcomes;
