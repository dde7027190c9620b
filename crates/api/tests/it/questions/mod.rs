//! Asking, listing, the page, answering, accepting, editing.

mod accept;
mod ask;
mod audience;
mod edit;
mod list;
mod page;
