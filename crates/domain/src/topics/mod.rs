//! Topics: one vocabulary for everything. What a topic may be called, how names are compared, and who keeps order.

pub mod name;
pub mod near;
pub mod policy;
pub mod related;
pub mod slug;
pub mod vocabulary;

pub use name::TopicName;
pub use slug::TopicSlug;
