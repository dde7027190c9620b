//! SIGTERM: what is in flight is finished, then the server ends well, and in time.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, TransactionTrait};
use serde_json::json;
use tacit_api::db::entities::post;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::writers::Writers;
use crate::support::process::Process;

/// After ten seconds a container is killed.
const LIMIT: Duration = Duration::from_secs(10);

/// A question that the server is at work on.
struct Asked(BufReader<TcpStream>);

impl Asked {
    /// Sends the body only when the server says that it waits for it: then the request is in flight for sure.
    async fn begin(server: &Process, token: &str, number: u32) -> Self {
        let url = server.url("");
        let address = url.trim_start_matches("http://").trim_end_matches('/');
        let title = format!("Who has the key of gate number {number}?");
        let question =
            json!({ "title": title, "body": "It is locked.", "topics": ["gates"] }).to_string();
        let head = format!(
            "POST /api/v1/questions HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
            question.len()
        );
        let mut asked = Self(BufReader::new(TcpStream::connect(address).await.unwrap()));
        asked.0.write_all(head.as_bytes()).await.unwrap();
        assert_eq!(asked.line().await, "HTTP/1.1 100 Continue");
        assert_eq!(asked.line().await, "");
        asked.0.write_all(question.as_bytes()).await.unwrap();
        asked
    }

    /// The first line of what it says in the end.
    async fn answer(mut self) -> String {
        self.line().await
    }

    async fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).await.unwrap();
        line.trim_end().to_owned()
    }
}

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
        let mut asking = Vec::new();
        for number in 0..5 {
            asking.push(Asked::begin(&server, &token, number).await);
        }
        let started = Instant::now();
        server.terminate();
        while let Ok(late) = reqwest::get(server.url("/healthz")).await {
            assert!(started.elapsed() < LIMIT, "somebody new is still let in: {}", late.status());
        }
        holder.rollback().await.unwrap();
        for asked in asking {
            assert_eq!(asked.answer().await, "HTTP/1.1 201 Created");
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
        let _asked = Asked::begin(&server, &token, 1).await;
        let started = Instant::now();
        server.terminate();
        let status = server.ended().await;
        assert_eq!(status.code(), Some(0), "{}", server.words());
        assert!(started.elapsed() < LIMIT, "{:?}", started.elapsed());
        holder.rollback().await.unwrap();
    }
}
