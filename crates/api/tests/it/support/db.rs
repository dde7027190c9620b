//! A database of its own for each test.
//!
//! `TACIT_TEST_DATABASES` names the kinds to test on, comma-separated; `sqlite` alone when it is not set, both when only
//! `TACIT_TEST_POSTGRES_URL` is. A test on PostgreSQL copies a template that is migrated once per build of the tests.

use std::future::Future;
use std::hash::{DefaultHasher, Hash, Hasher};

use sea_orm::{ConnectionTrait, Database as SeaDatabase, DbBackend, Statement, TransactionTrait};
use tacit_api::db::Database;
use tempfile::TempDir;
use uuid::Uuid;

/// Declares tests that run once on each database: `on_each_database! { async fn name(db: TestDatabase) { .. } }`.
#[macro_export]
macro_rules! on_each_database {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDatabase) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($db: $crate::support::db::TestDatabase) $body

            #[test]
            fn sqlite() {
                $crate::support::db::run("sqlite", body);
            }

            #[test]
            fn postgres() {
                $crate::support::db::run("postgres", body);
            }
        }
    )+};
}

/// An empty, migrated database and a directory for what lies beside it.
#[derive(Clone, Debug)]
pub struct TestDatabase {
    url: String,
    directory: std::sync::Arc<TempDir>,
}

impl TestDatabase {
    /// For `--database-url`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// For `--data-dir`.
    pub fn directory(&self) -> &std::path::Path {
        self.directory.path()
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres")
    }

    /// An empty place of the same kind, not migrated: a file that is not there, or a new database, of the cluster that
    /// `TACIT_TEST_RESTORE_URL` names where there is one. Give it to [`TestDatabase::discard`] at the end.
    pub async fn elsewhere(&self) -> Self {
        let directory = std::sync::Arc::new(tempfile::tempdir().unwrap());
        let url = if self.is_postgres() {
            let server = std::env::var("TACIT_TEST_RESTORE_URL").unwrap_or_else(|_| server_url());
            let name = format!("tacit_restored_{}", Uuid::new_v4().simple());
            on(&server, &format!("CREATE DATABASE {name}")).await;
            let mut url = url::Url::parse(&server).unwrap();
            url.set_path(&name);
            url.into()
        } else {
            let file = directory.path().join("data/tacit.sqlite");
            format!("sqlite://{}", file.display())
        };
        Self { url, directory }
    }

    /// Drops a database that [`TestDatabase::elsewhere`] made.
    pub async fn discard(self) {
        if self.is_postgres() {
            let mut server = url::Url::parse(&self.url).unwrap();
            let name = server.path().trim_start_matches('/').to_owned();
            server.set_path("postgres");
            on(
                server.as_str(),
                &format!("DROP DATABASE {name} WITH (FORCE)"),
            )
            .await;
        }
    }

    /// Connects, migrated.
    pub async fn connect(&self) -> Database {
        let db = Database::connect(&self.url).await.unwrap();
        db.migrate().await.unwrap();
        db
    }
}

/// Runs a test body on one kind of database; says so when that kind is not asked for.
pub fn run<F: Future<Output = ()>>(kind: &str, body: impl FnOnce(TestDatabase) -> F) {
    if !asked_for(kind) {
        println!("left out: TACIT_TEST_DATABASES does not name {kind}");
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let directory = std::sync::Arc::new(tempfile::tempdir().unwrap());
        if kind == "sqlite" {
            let url = format!(
                "sqlite://{}",
                directory.path().join("tacit.sqlite").display()
            );
            return body(TestDatabase { url, directory }).await;
        }
        let name = format!("tacit_test_{}", Uuid::new_v4().simple());
        let url = copy_of_template(&name).await;
        body(TestDatabase { url, directory }).await;
        on_server(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
    });
}

fn asked_for(kind: &str) -> bool {
    match std::env::var("TACIT_TEST_DATABASES") {
        Ok(kinds) => kinds.split(',').any(|named| named.trim() == kind),
        Err(_) => kind == "sqlite" || std::env::var("TACIT_TEST_POSTGRES_URL").is_ok(),
    }
}

/// The server to test against; its user may create databases.
pub fn server_url() -> String {
    std::env::var("TACIT_TEST_POSTGRES_URL")
        .expect("PostgreSQL is asked for: set TACIT_TEST_POSTGRES_URL, or run `cargo xtask test`")
}

/// The URL of a database on that server.
pub fn url_of(database: &str) -> String {
    let mut url = url::Url::parse(&server_url()).unwrap();
    url.set_path(database);
    url.into()
}

async fn on_server(sql: &str) {
    on(&server_url(), sql).await;
}

async fn on(server: &str, sql: &str) {
    let server = SeaDatabase::connect(server).await.unwrap();
    server.execute_unprepared(sql).await.unwrap();
    server.close().await.unwrap();
}

async fn copy_of_template(name: &str) -> String {
    let template = template_name();
    let server = SeaDatabase::connect(server_url()).await.unwrap();
    // Tests are processes of their own: one makes the template, the others wait for it.
    let lock = server.begin().await.unwrap();
    let sql = "SELECT pg_advisory_xact_lock(hashtext($1))";
    let statement =
        Statement::from_sql_and_values(DbBackend::Postgres, sql, [template.as_str().into()]);
    lock.execute_raw(statement).await.unwrap();
    let sql = "SELECT 1 FROM pg_database WHERE datname = $1";
    let statement =
        Statement::from_sql_and_values(DbBackend::Postgres, sql, [template.as_str().into()]);
    if lock.query_one_raw(statement).await.unwrap().is_none() {
        server
            .execute_unprepared(&format!("CREATE DATABASE {template}"))
            .await
            .unwrap();
        let db = Database::connect(&url_of(&template)).await.unwrap();
        db.migrate().await.unwrap();
        db.close().await;
    }
    server
        .execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .await
        .unwrap();
    lock.commit().await.unwrap();
    server.close().await.unwrap();
    url_of(name)
}

/// Another one for each build of the tests: a changed migration never meets an old template.
fn template_name() -> String {
    let built = std::env::current_exe().and_then(|path| path.metadata()?.modified());
    let mut hasher = DefaultHasher::new();
    built.unwrap().hash(&mut hasher);
    format!("tacit_template_{:016x}", hasher.finish())
}
