//! The one way to write: commands do not disturb each other, and nobody is answered before the commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use futures::future::join_all;
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use tacit_api::db::entities::projection_cursor::{ActiveModel, Entity};
use tacit_api::db::{self, Database, Tx};
use tacit_api::error::{AppError, AppResult};
use tacit_contract::problem::ProblemCode;

async fn put(tx: &Tx, name: String, position: i64) -> AppResult<()> {
    let row = ActiveModel {
        name: Set(name),
        position: Set(position),
        updated_at: Set(0),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

async fn rows(db: &Database) -> u64 {
    Entity::find().count(db.reader()).await.unwrap()
}

on_each_database! {
    async fn a_refused_command_takes_back_only_its_own_rows(db: TestDatabase) {
        let db = db.connect().await;
        let outcomes = join_all((0..40_i64).map(|number| {
            db::write(&db, move |tx| {
                Box::pin(async move {
                    put(tx, format!("row {number}"), number).await?;
                    if number % 2 == 0 { Err(AppError::not_found()) } else { Ok(number) }
                })
            })
        }))
        .await;
        let kept = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!((kept, rows(&db).await), (20, 20));
        assert_eq!(outcomes[2].as_ref().unwrap_err().code(), ProblemCode::NotFound);
        assert_eq!(*outcomes[3].as_ref().unwrap(), 3);
    }

    async fn whoever_is_answered_finds_it_committed(db: TestDatabase) {
        let db = db.connect().await;
        let seen = join_all((0..30_i64).map(|number| {
            let db = db.clone();
            async move {
                let name = format!("row {number}");
                let written = name.clone();
                db::write(&db, move |tx| Box::pin(put(tx, written.clone(), number))).await.unwrap();
                Entity::find_by_id(name).one(db.reader()).await.unwrap().is_some()
            }
        }))
        .await;
        assert!(seen.into_iter().all(|seen| seen));
    }

    async fn a_failed_statement_does_not_spoil_its_neighbours(db: TestDatabase) {
        let db = db.connect().await;
        let (first, twin, other) = futures::join!(
            db::write(&db, |tx| Box::pin(put(tx, "one".to_owned(), 1))),
            db::write(&db, |tx| Box::pin(put(tx, "one".to_owned(), 2))),
            db::write(&db, |tx| Box::pin(put(tx, "two".to_owned(), 3))),
        );
        let taken = first.and(twin).unwrap_err();
        assert_eq!(taken.code(), ProblemCode::Conflict);
        other.unwrap();
        assert_eq!(rows(&db).await, 2);
    }

    async fn reading_and_writing_as_one_step_loses_no_update(db: TestDatabase) {
        let db = db.connect().await;
        db::write(&db, |tx| Box::pin(put(tx, "sum".to_owned(), 0))).await.unwrap();
        let runs = Arc::new(AtomicU32::new(0));
        join_all((0..8).map(|_| {
            let runs = runs.clone();
            db::write(&db, move |tx| {
                let runs = runs.clone();
                Box::pin(async move {
                    runs.fetch_add(1, Ordering::Relaxed);
                    let row = Entity::find_by_id("sum").one(tx).await?.unwrap();
                    let row = ActiveModel { position: Set(row.position + 1), ..row.into() };
                    Entity::update(row).exec(tx).await?;
                    Ok(())
                })
            })
        }))
        .await
        .into_iter()
        .for_each(|outcome| outcome.unwrap());
        let sum = Entity::find_by_id("sum").one(db.reader()).await.unwrap().unwrap();
        assert_eq!(sum.position, 8);
        assert!(runs.load(Ordering::Relaxed) >= 8);
    }

    async fn the_reader_cannot_write(db: TestDatabase) {
        let db = db.connect().await;
        let refused = db.reader().execute_unprepared("DELETE FROM event").await;
        assert!(refused.is_err());
    }

    async fn many_may_migrate_at_once(db: TestDatabase) {
        let url = db.url().to_owned();
        let starts = (0..3).map(|_| async {
            let db = Database::connect(&url).await.unwrap();
            db.migrate().await
        });
        join_all(starts).await.into_iter().for_each(|outcome| outcome.unwrap());
    }
}

#[tokio::test]
async fn a_panic_is_a_failure_of_its_command_alone() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!(
        "sqlite://{}",
        directory.path().join("tacit.sqlite").display()
    );
    let db = Database::connect(&url).await.unwrap();
    db.migrate().await.unwrap();
    let panicking = db::write(&db, |tx| {
        Box::pin(async move {
            put(tx, "lost".to_owned(), 1).await?;
            assert!(rows_inside(tx).await == 0, "a bug");
            Ok(())
        })
    });
    let (failed, kept) = futures::join!(
        panicking,
        db::write(&db, |tx| Box::pin(put(tx, "kept".to_owned(), 2))),
    );
    assert_eq!(failed.unwrap_err().code(), ProblemCode::Internal);
    kept.unwrap();
    assert_eq!(rows(&db).await, 1);
    db.close().await;
    let late = db::write(&db, |tx| Box::pin(put(tx, "late".to_owned(), 3))).await;
    assert_eq!(late.unwrap_err().code(), ProblemCode::Unavailable);
}

async fn rows_inside(tx: &Tx) -> u64 {
    Entity::find().count(tx).await.unwrap()
}
