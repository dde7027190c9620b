//! Topics: the list, a topic's page, editing and merging.

mod edit;
mod edit_form;
mod head;
mod list;
mod merge;
mod people;
mod row;
mod topic;

pub use edit::TopicEditPage;
pub use list::TopicsPage;
pub use topic::TopicPage;
