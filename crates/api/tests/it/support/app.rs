//! A server of its own for each test, as `tacit serve` starts it.

use std::path::Path;

use reqwest::header::HeaderMap;
use reqwest::{Method, Response, StatusCode};
use sea_orm::EntityTrait;
use serde_json::Value;
use tacit_api::app::{self, Running};
use tacit_api::db::entities::projection_cursor;
use tacit_api::events::log;
use tacit_api::settings::SettingsArgs;
use tacit_api::state::AppState;
use tacit_contract::problem::{Problem, ProblemCode};

use super::db::TestDatabase;

/// A running server.
pub struct TestApp {
    running: Running,
    http: reqwest::Client,
    _db: TestDatabase,
}

impl TestApp {
    /// With the settings of a plain start, but no demo content.
    pub async fn start(db: &TestDatabase) -> Self {
        Self::start_with(db, |_| {}).await
    }

    /// With other settings.
    pub async fn start_with(db: &TestDatabase, change: impl FnOnce(&mut SettingsArgs)) -> Self {
        let mut args = settings(db.url(), db.directory());
        change(&mut args);
        let settings = args.build().unwrap();
        tacit_api::telemetry::start(&settings).unwrap();
        Self {
            running: app::spawn(settings).await.unwrap(),
            http: reqwest::Client::new(),
            _db: db.clone(),
        }
    }

    /// What the server works with.
    pub fn state(&self) -> &AppState {
        &self.running.state
    }

    /// Where it listens.
    pub fn address(&self) -> std::net::SocketAddr {
        self.running.address
    }

    /// The address of a path such as `/healthz`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.address)
    }

    /// The typed client, nobody signed in.
    pub fn client(&self) -> tacit_client::Client {
        tacit_client::Client::new(&self.url("/")).unwrap()
    }

    /// A raw request, for what the typed client would not send.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, self.url(path))
    }

    /// GET of a JSON document.
    pub async fn get_json(&self, path: &str) -> Value {
        let response = self.request(Method::GET, path).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.json().await.unwrap()
    }

    /// Brings the projections up to what was committed, as the server does by itself a little later.
    pub async fn catch_up(&self) {
        let projector = app::projector(self.state());
        loop {
            projector.catch_up().await.unwrap();
            // The server's own projector may be at work on one of them.
            if self.is_caught_up(projector.names()).await {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    /// Waits until the search index knows all that happened.
    pub async fn indexed(&self) {
        self.catch_up().await;
        let head = log::head(self.state().db.reader()).await.unwrap();
        while self.state().search.position() < head {
            tokio::task::yield_now().await;
        }
    }

    async fn is_caught_up(&self, names: impl Iterator<Item = &'static str>) -> bool {
        let db = self.state().db.reader();
        let head = log::head(db).await.unwrap();
        for name in names {
            let cursor = projection_cursor::Entity::find_by_id(name).one(db).await;
            if cursor.unwrap().map_or(0, |row| row.position) < head {
                return false;
            }
        }
        true
    }

    /// Drops a projection and derives it anew.
    pub async fn rebuild(&self, name: &str) {
        app::projector(self.state()).rebuild(name).await.unwrap();
    }

    /// Stops it and closes its database.
    pub async fn stop(self) {
        self.running.stop().await;
    }
}

/// Settings of a server on a free port.
pub fn settings(database_url: &str, data_dir: &Path) -> SettingsArgs {
    SettingsArgs {
        listen: Some(([127, 0, 0, 1], 0).into()),
        data_dir: Some(data_dir.to_owned()),
        database_url: Some(database_url.to_owned()),
        no_demo: Some(true),
        log: Some("warn".to_owned()),
        workers: Some(1),
        ..SettingsArgs::default()
    }
}

/// The problem in an answer: its media type, status and request id fit together.
pub async fn problem_of(response: Response, code: ProblemCode) -> Problem {
    let status = response.status();
    let headers = response.headers().clone();
    let text = response.text().await.unwrap();
    assert_eq!(
        header(&headers, "content-type"),
        "application/problem+json",
        "{text}"
    );
    let problem: Problem = serde_json::from_str(&text).unwrap();
    assert_eq!(problem.code, code, "{text}");
    assert_eq!(
        (status.as_u16(), problem.status),
        (code.status(), code.status())
    );
    assert_eq!(
        problem.request_id.as_deref(),
        Some(header(&headers, "x-request-id"))
    );
    problem
}

/// A header as text, empty when missing.
pub fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}
