//! Notices: who is told of what, what is read, and what is never told.

mod deletions;
mod flags;
mod list;
mod mail;
mod mentions;
mod rebuild;
mod smtp;
mod told;
mod ways;

use tacit_contract::notices::{ListNoticesQuery, Notice, NoticeKind};

use crate::support::app::TestApp;
use crate::support::roles::Person;

/// Everything somebody is told of, newest first.
pub async fn notices(app: &TestApp, person: &Person) -> Vec<Notice> {
    app.catch_up().await;
    let page = person.list_notices(&ListNoticesQuery::default()).await;
    page.unwrap().items
}

/// The kinds somebody is told of, newest first.
pub async fn kinds(app: &TestApp, person: &Person) -> Vec<NoticeKind> {
    let notices = notices(app, person).await;
    notices.into_iter().map(|notice| notice.kind).collect()
}
