//! What being solved and marked helpful changes in the order of results, on a real site.
//!
//! `cargo xtask bench lift` imports `TACIT_TEST_DATA/stackexchange/beer-2020.7z`, searches for the names of its topics through
//! the API, takes every mark, answer and acceptance out of the database, which search reads at every request, and searches
//! again: the difference is the lift.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    missing_docs,
    reason = "a measurement stops at the first surprise"
)]

#[path = "support/reader.rs"]
mod reader;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reader::Reader;
use sea_orm::ConnectionTrait;
use tacit_api::app;
use tacit_api::db;
use tacit_api::imports::{Import, Progress, import};
use tacit_api::settings::SettingsArgs;
use tacit_api::state::AppState;
use tacit_client::Client;
use tacit_contract::questions::QuestionState;
use tacit_contract::search::{SearchHit, SearchKind, SearchQuery};
use tacit_contract::topics::{ListTopicsQuery, TopicSort};
use uuid::Uuid;

/// How many topics are searched for: those with the most questions.
const TOPICS: usize = 60;
/// How deep results are compared, and how deep the standing of questions is noted before.
const DEPTH: usize = 10;
const NOTED: u32 = 100;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let Ok(data) = std::env::var("TACIT_TEST_DATA") else {
        println!("left out: TACIT_TEST_DATA is not set");
        return;
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let dump = Path::new(&data).join("stackexchange/beer-2020.7z");
    runtime.block_on(measure(&dump));
}

/// A result as it was before the marks were taken out.
#[derive(Clone, Copy)]
struct Standing {
    solved: bool,
    helpful: i32,
}

async fn measure(dump: &Path) {
    let directory = tempfile::tempdir().unwrap();
    let settings = SettingsArgs {
        listen: Some(([127, 0, 0, 1], 0).into()),
        data_dir: Some(directory.path().to_owned()),
        no_demo: Some(true),
        log: Some("warn".to_owned()),
        ..SettingsArgs::default()
    };
    let settings = settings.build().unwrap();
    let state = AppState::open(settings.clone()).await.unwrap();
    let what = Import {
        path: dump.to_owned(),
        site: None,
        scratch_dir: directory.path().to_owned(),
        dry_run: false,
    };
    let progress = Arc::new(Progress::silent());
    Box::pin(import(&state.db, &state.clock, what, progress))
        .await
        .unwrap();
    let reader = Reader::register(&state).await;
    state.db.close().await;
    let running = app::spawn(settings).await.unwrap();
    let client = reader.client(&running);
    // Topics are asked for by how many questions they have.
    app::projector(&running.state).catch_up().await.unwrap();
    let names = topics(&client).await;
    until_indexed(&client, &names[0]).await;
    let mut standing = HashMap::new();
    let with = search_all(&client, &names, &mut standing).await;
    take_marks(&running.state).await;
    let without = search_all(&client, &names, &mut HashMap::new()).await;
    running.stop().await;
    let changed = with
        .iter()
        .zip(&without)
        .filter(|(with, without)| with.first() != without.first());
    println!(
        "{} searches; another first result in {}",
        names.len(),
        changed.count()
    );
    println!("results   first: solved  marks    first {DEPTH}: solved  marks");
    println!("{}", row("lifted", &with, &standing));
    println!("{}", row("by words", &without, &standing));
}

async fn topics(client: &Client) -> Vec<String> {
    let query = ListTopicsQuery {
        sort: Some(TopicSort::Questions),
        limit: Some(100),
        ..ListTopicsQuery::default()
    };
    let listed = client.list_topics(&query).await.unwrap();
    listed
        .items
        .into_iter()
        .take(TOPICS)
        .map(|topic| topic.topic.name)
        .collect()
}

async fn until_indexed(client: &Client, name: &str) {
    let started = Instant::now();
    while search(client, name).await.len() < DEPTH {
        assert!(
            started.elapsed() < Duration::from_secs(300),
            "never indexed"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn search(client: &Client, name: &str) -> Vec<(Uuid, Standing)> {
    let query = SearchQuery {
        q: name.replace('-', " "),
        kind: Some(SearchKind::Question),
        cursor: None,
        limit: Some(NOTED),
    };
    let found = client.search(&query).await.unwrap().items;
    let question = |hit| match hit {
        SearchHit::Question(hit) => Some((
            hit.id,
            Standing {
                solved: hit.state == QuestionState::Solved,
                helpful: hit.helpful_count,
            },
        )),
        _ => None,
    };
    found.into_iter().filter_map(question).collect()
}

async fn search_all(
    client: &Client,
    names: &[String],
    standing: &mut HashMap<Uuid, Standing>,
) -> Vec<Vec<Uuid>> {
    let mut lists = Vec::new();
    for name in names {
        let found = search(client, name).await;
        standing.extend(found.iter().copied());
        lists.push(found.into_iter().take(DEPTH).map(|(id, _)| id).collect());
    }
    lists
}

/// The texts stay; nothing tells any more what helped.
async fn take_marks(state: &AppState) {
    db::write(&state.db, |tx| {
        Box::pin(async move {
            for sql in [
                "UPDATE post SET helpful_count = 0",
                "UPDATE question SET state = 'open', answer_count = 0, accepted_answer_id = NULL",
            ] {
                tx.execute_unprepared(sql).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

/// Means over the searches, of the first result and of all that were looked at.
fn row(name: &str, lists: &[Vec<Uuid>], standing: &HashMap<Uuid, Standing>) -> String {
    let mean = |depth: usize| {
        let seen: Vec<Standing> = lists
            .iter()
            .flat_map(|list| list.iter().take(depth))
            .filter_map(|id| standing.get(id).copied())
            .collect();
        let count = seen.len() as f64;
        let solved = seen.iter().filter(|standing| standing.solved).count() as f64;
        let marks: i32 = seen.iter().map(|standing| standing.helpful).sum();
        (100.0 * solved / count, f64::from(marks) / count)
    };
    let ((solved1, marks1), (solved, marks)) = (mean(1), mean(DEPTH));
    format!("{name:9} {solved1:12.0} % {marks1:6.1} {solved:16.0} % {marks:6.1}")
}
