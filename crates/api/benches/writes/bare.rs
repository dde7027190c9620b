//! The database without Tacit: one row in a transaction of its own, on the disk before the next.

use std::path::Path;

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use uuid::Uuid;

/// A database with one table.
pub enum Bare {
    /// One connection: SQLite has one writer.
    Sqlite(SqlitePool),
    /// As many connections as Tacit has for writing.
    Postgres(PgPool),
}

impl Bare {
    /// Beside the database of a URL.
    pub async fn open(url: &str, directory: &Path) -> Self {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::new()
                .filename(directory.join("bare.sqlite"))
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full);
            let pool = SqlitePoolOptions::new().max_connections(1);
            let pool = pool.connect_with(options).await.unwrap();
            let table = "CREATE TABLE bare (id BLOB PRIMARY KEY, body TEXT NOT NULL)";
            sqlx::query(table).execute(&pool).await.unwrap();
            return Self::Sqlite(pool);
        }
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .connect(url)
            .await
            .unwrap();
        let waits: String = sqlx::query_scalar("SHOW fsync")
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(
            waits, "on",
            "a cluster that does not wait for the disk measures nothing"
        );
        let table = "CREATE TABLE IF NOT EXISTS bare (id UUID PRIMARY KEY, body TEXT NOT NULL)";
        sqlx::query(table).execute(&pool).await.unwrap();
        Self::Postgres(pool)
    }

    /// One write.
    pub async fn write(&self, text: &str) {
        let id = Uuid::now_v7();
        match self {
            Self::Sqlite(pool) => {
                let insert = sqlx::query("INSERT INTO bare (id, body) VALUES (?, ?)");
                insert
                    .bind(id.as_bytes().to_vec())
                    .bind(text)
                    .execute(pool)
                    .await
                    .unwrap();
            }
            Self::Postgres(pool) => {
                let insert = sqlx::query("INSERT INTO bare (id, body) VALUES ($1::text::uuid, $2)");
                insert
                    .bind(id.to_string())
                    .bind(text)
                    .execute(pool)
                    .await
                    .unwrap();
            }
        }
    }

    /// Ends the connections.
    pub async fn close(self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
