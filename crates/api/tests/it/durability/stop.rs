//! SIGTERM: what is in flight is finished, then the server ends well, and in time.

use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::StatusCode;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, TransactionTrait};
use serde_json::json;
use tacit_api::db::entities::post;

use super::writers::Writers;
use crate::support::process::Process;

/// After ten seconds a container is killed.
const LIMIT: Duration = Duration::from_secs(10);

on_each_database! {
    async fn what_is_in_flight_is_finished(db: TestDatabase) {
        let token = Writers::enrol(&db, 1).await.remove(0);
        let mut server = Process::start(&db).await;
        let other = sea_orm::Database::connect(db.url()).await.unwrap();
        let holder = other.begin().await.unwrap();
        let lock = if db.is_postgres() {
            "LOCK TABLE post IN EXCLUSIVE MODE"
        } else {
            "UPDATE projection_cursor SET position = position"
        };
        holder.execute_unprepared(lock).await.unwrap();
        let http = reqwest::Client::new();
        let asking = (0..5).map(|number| {
            let title = format!("Who has the key of gate number {number}?");
            let question = json!({ "title": title, "body": "It is locked.", "topics": ["gates"] });
            let request = http.post(server.url("/api/v1/questions")).bearer_auth(&token);
            tokio::spawn(request.json(&question).send())
        });
        let asking: Vec<_> = asking.collect();
        tokio::time::sleep(Duration::from_millis(500)).await;
        let started = Instant::now();
        server.terminate();
        tokio::time::sleep(Duration::from_millis(500)).await;
        let late = http.get(server.url("/healthz")).timeout(Duration::from_millis(300));
        assert!(late.send().await.is_err(), "nobody new is let in");
        holder.rollback().await.unwrap();
        for answer in join_all(asking).await {
            assert_eq!(answer.unwrap().unwrap().status(), StatusCode::CREATED);
        }
        let status = server.ended().await;
        assert_eq!(status.code(), Some(0), "{}", server.words());
        assert!(started.elapsed() < LIMIT);
        assert_eq!(post::Entity::find().count(&other).await.unwrap(), 5);
    }

    async fn a_database_that_hangs_does_not_keep_it(db: TestDatabase) {
        let token = Writers::enrol(&db, 1).await.remove(0);
        let mut server = Process::start(&db).await;
        let other = sea_orm::Database::connect(db.url()).await.unwrap();
        let holder = other.begin().await.unwrap();
        let lock = if db.is_postgres() {
            "LOCK TABLE post IN EXCLUSIVE MODE"
        } else {
            "UPDATE projection_cursor SET position = position"
        };
        holder.execute_unprepared(lock).await.unwrap();
        let question = json!({ "title": "Who has the key of gate one?", "body": "It is locked.", "topics": ["gates"] });
        let request = reqwest::Client::new().post(server.url("/api/v1/questions")).bearer_auth(&token);
        let asking = tokio::spawn(request.json(&question).send());
        tokio::time::sleep(Duration::from_millis(500)).await;
        let started = Instant::now();
        server.terminate();
        let status = server.ended().await;
        assert_eq!(status.code(), Some(0), "{}", server.words());
        assert!(started.elapsed() < LIMIT, "{:?}", started.elapsed());
        asking.abort();
        holder.rollback().await.unwrap();
    }
}
