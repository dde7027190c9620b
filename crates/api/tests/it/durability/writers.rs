//! People who write without a pause, repeat what was not answered under the same Idempotency-Key, and remember every
//! answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::{Value, json};
use tacit_domain::identity::Role;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::support::db::TestDatabase;
use crate::support::process::Process;
use crate::support::roles::enrol;

/// How long a write may be repeated without an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A write that was acknowledged.
#[derive(Clone, Debug)]
pub struct Written {
    /// What the server called it.
    pub id: Uuid,
    /// In its text and nowhere else.
    pub word: String,
    /// Whether it is a question: those are searched for.
    pub is_question: bool,
    sent: Sent,
}

#[derive(Clone, Debug)]
struct Sent {
    path: String,
    body: Value,
    key: String,
    token: String,
}

/// Several writers at work.
pub struct Writers {
    stop: Arc<AtomicBool>,
    acknowledged: Arc<AtomicUsize>,
    tasks: Vec<JoinHandle<Vec<Written>>>,
}

impl Writers {
    /// New members, put into the database before the server starts; each has a token.
    pub async fn enrol(db: &TestDatabase, count: usize) -> Vec<String> {
        let state = Process::state_beside(db).await;
        tacit_api::identity::service::organisation::ensure(&state)
            .await
            .unwrap();
        let mut tokens = Vec::new();
        for _ in 0..count {
            tokens.push(enrol(&state, Role::Member).await.token);
        }
        // Whoever goes on holding the file open would spare the server its recovery.
        state.db.close().await;
        tokens
    }

    /// Starts them, one for each token.
    pub fn start(server: &Process, tokens: Vec<String>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let tasks = tokens.into_iter().enumerate().map(|(number, token)| {
            let writer = Writer {
                http: reqwest::Client::new(),
                base: server.url("/api/v1"),
                token,
                number,
            };
            tokio::spawn(writer.write(stop.clone(), acknowledged.clone()))
        });
        Self {
            tasks: tasks.collect(),
            stop,
            acknowledged,
        }
    }

    /// Waits until so many more writes were acknowledged.
    pub async fn until_acknowledged(&self, more: usize) {
        let started = Instant::now();
        let enough = self.acknowledged.load(Ordering::Relaxed) + more;
        while self.acknowledged.load(Ordering::Relaxed) < enough {
            assert!(
                started.elapsed() < PATIENCE,
                "nothing is acknowledged any more"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Lets everybody finish what they are at, and gives all that was acknowledged.
    pub async fn finish(self) -> Vec<Written> {
        self.stop.store(true, Ordering::Relaxed);
        let mut all = Vec::new();
        for task in self.tasks {
            all.extend(task.await.unwrap());
        }
        all
    }
}

/// Sends a write again as it was sent before; gives what the server calls it now.
pub async fn repeat(http: &reqwest::Client, server: &Process, written: &Written) -> Uuid {
    let answer = send(http, &server.url("/api/v1"), &written.sent)
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    id_in(answer).await.unwrap()
}

struct Writer {
    http: reqwest::Client,
    base: String,
    token: String,
    number: usize,
}

impl Writer {
    /// A question, its answer, a comment on the answer, and so on.
    async fn write(self, stop: Arc<AtomicBool>, acknowledged: Arc<AtomicUsize>) -> Vec<Written> {
        let mut all: Vec<Written> = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let word = format!("zq{}x{}qz", self.number, all.len());
            let sent = self.next(&word, all.last().map(|last| last.id), all.len() % 3);
            let id = self.until_acknowledged(&sent).await;
            acknowledged.fetch_add(1, Ordering::Relaxed);
            all.push(Written {
                id,
                word,
                is_question: all.len().is_multiple_of(3),
                sent,
            });
        }
        all
    }

    fn next(&self, word: &str, last: Option<Uuid>, turn: usize) -> Sent {
        let body = format!("The one that is called {word} says more.");
        let (path, body) = match (last, turn) {
            (Some(question), 1) => (
                format!("/questions/{question}/answers"),
                json!({ "body": body }),
            ),
            (Some(answer), 2) => (format!("/posts/{answer}/comments"), json!({ "body": body })),
            _ => {
                let title = format!("Who has seen the pallet called {word}?");
                let topics = ["pallets"];
                (
                    "/questions".to_owned(),
                    json!({ "title": title, "body": body, "topics": topics }),
                )
            }
        };
        Sent {
            path,
            body,
            key: Uuid::new_v4().to_string(),
            token: self.token.clone(),
        }
    }

    /// Repeats until there is an answer: no connection and 503 are none.
    async fn until_acknowledged(&self, sent: &Sent) -> Uuid {
        let started = Instant::now();
        loop {
            assert!(started.elapsed() < PATIENCE, "no answer to {sent:?}");
            match send(&self.http, &self.base, sent).await {
                Ok(answer) if answer.status() == StatusCode::SERVICE_UNAVAILABLE => {
                    assert!(answer.headers().contains_key("retry-after"));
                }
                Ok(answer) => {
                    let status = answer.status();
                    // A connection may end within an answer: then it was none.
                    if let Some(id) = id_in(answer).await {
                        assert!(status.is_success(), "{status} to {sent:?}");
                        return id;
                    }
                    assert!(status.is_success(), "{status} to {sent:?}");
                }
                Err(_) => {}
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

async fn send(
    http: &reqwest::Client,
    base: &str,
    sent: &Sent,
) -> reqwest::Result<reqwest::Response> {
    http.post(format!("{base}{}", sent.path))
        .bearer_auth(&sent.token)
        .header("idempotency-key", &sent.key)
        .json(&sent.body)
        .timeout(PATIENCE)
        .send()
        .await
}

async fn id_in(answer: reqwest::Response) -> Option<Uuid> {
    let body: Value = answer.json().await.ok()?;
    body["id"].as_str()?.parse().ok()
}
