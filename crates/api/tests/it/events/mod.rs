//! The order of the log, and that what is derived from it can be derived again.

mod order;
mod rebuild;
mod restore;

use sea_orm::{ConnectionTrait, DbErr};
use tacit_api::db::{self, Database};
use tacit_api::events;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

/// An event whose subject tells it apart.
fn event(subject: Uuid) -> Event {
    Event::new(
        Uuid::now_v7(),
        None,
        subject,
        EventBody::TopicEdited,
        Timestamp::from_micros(1),
    )
}

/// Commits one event in a command of its own.
async fn commit(db: &Database, subject: Uuid) {
    db::write(db, move |tx| {
        Box::pin(
            async move { events::append(tx, Timestamp::from_micros(2), [event(subject)]).await },
        )
    })
    .await
    .unwrap();
}

/// All numbered events in order: position and subject.
async fn numbered(conn: &impl ConnectionTrait) -> Vec<(i64, Uuid)> {
    let events = events::log::read_after(conn, 0, 10_000).await.unwrap();
    events
        .iter()
        .map(|recorded| (recorded.position, recorded.event.subject))
        .collect()
}

/// Runs SQL without parameters.
async fn run(conn: &impl ConnectionTrait, sql: &str) -> Result<(), DbErr> {
    conn.execute_unprepared(sql).await.map(|_| ())
}
