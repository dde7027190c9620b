//! Asking, listing, the page, answering, accepting, editing.

mod accept;
mod ask;
mod edit;
mod list;
mod page;
