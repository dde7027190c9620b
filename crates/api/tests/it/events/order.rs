//! Positions are gapless and follow the order of commits, whoever writes at the same time.

use std::collections::BTreeSet;

use sea_orm::{Database as SeaDatabase, TransactionTrait};
use tacit_api::error::AppError;
use tacit_api::events::{append, log, number_committed};
use tacit_api::{db, error::AppResult};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{commit, event, numbered};

on_each_database! {
    async fn what_is_committed_gets_the_next_positions(db: TestDatabase) {
        let db = db.connect().await;
        let (first, second) = (Uuid::now_v7(), Uuid::now_v7());
        commit(&db, first).await;
        assert_eq!(number_committed(&db).await.unwrap(), 1);
        commit(&db, second).await;
        assert_eq!(number_committed(&db).await.unwrap(), 1);
        assert_eq!(number_committed(&db).await.unwrap(), 0);
        assert_eq!(numbered(db.reader()).await, vec![(1, first), (2, second)]);
        assert_eq!(log::head(db.reader()).await.unwrap(), 2);
    }

    async fn what_is_rolled_back_leaves_no_gap(db: TestDatabase) {
        let db = db.connect().await;
        let refused: AppResult<()> = db::write(&db, |tx| {
            Box::pin(async move {
                append(tx, Timestamp::from_micros(2), [event(Uuid::now_v7())]).await?;
                Err(AppError::not_found())
            })
        })
        .await;
        assert!(refused.is_err());
        let kept = Uuid::now_v7();
        commit(&db, kept).await;
        number_committed(&db).await.unwrap();
        assert_eq!(numbered(db.reader()).await, vec![(1, kept)]);
    }

    async fn many_writers_and_sequencers_at_once_lose_and_repeat_nothing(db: TestDatabase) {
        let db = db.connect().await;
        let subjects: Vec<Uuid> = (0..60).map(|_| Uuid::now_v7()).collect();
        let work = subjects.iter().map(|subject| async {
            commit(&db, *subject).await;
            number_committed(&db).await.unwrap();
        });
        futures::future::join_all(work).await;
        let numbered = numbered(db.reader()).await;
        let positions: Vec<i64> = numbered.iter().map(|(position, _)| *position).collect();
        assert_eq!(positions, (1..=60).collect::<Vec<i64>>());
        let seen: BTreeSet<Uuid> = numbered.into_iter().map(|(_, subject)| subject).collect();
        assert_eq!(seen, subjects.into_iter().collect());
    }
}

on_each_database! {
    /// The transaction that began and inserted first commits last: a reader that has passed must still meet its event.
    /// SQLite has one writer, so there two transactions cannot overlap and the order of commits is the order of writing.
    async fn the_later_commit_comes_later_though_it_began_first(db: TestDatabase) {
        if !db.is_postgres() {
            return;
        }
        let raw = SeaDatabase::connect(db.url()).await.unwrap();
        let db = db.connect().await;
        let (early, late) = (Uuid::now_v7(), Uuid::now_v7());
        let first = raw.begin().await.unwrap();
        append(&first, Timestamp::from_micros(1), [event(early)]).await.unwrap();
        commit(&db, late).await;
        number_committed(&db).await.unwrap();
        assert_eq!(numbered(db.reader()).await, vec![(1, late)]);
        first.commit().await.unwrap();
        number_committed(&db).await.unwrap();
        assert_eq!(numbered(db.reader()).await, vec![(1, late), (2, early)]);
        raw.close().await.unwrap();
    }
}
