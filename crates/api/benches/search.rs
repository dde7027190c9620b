//! Similar questions on real duplicates: how good, through the public API, and how fast.
//!
//! `cargo xtask bench search` reads `TACIT_TEST_DATA/search/travel-duplicates`, puts the corpus into a database of its
//! own, starts the server, asks `GET /api/v1/questions/similar` with each title, and prints the figures for both halves
//! of the queries. Weights are chosen on half A only. `--quick` leaves out what each field buys.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    missing_docs,
    reason = "a measurement stops at the first surprise"
)]

#[path = "search/corpus.rs"]
mod corpus;
#[path = "search/figures.rs"]
mod figures;
#[path = "support/reader.rs"]
mod reader;

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use corpus::{Corpus, Fields};
use figures::Figures;
use tacit_api::app::{self, Running};
use tacit_api::settings::SettingsArgs;
use tacit_client::Client;
use tacit_contract::search::SimilarQuery;
use uuid::Uuid;

/// What is asked for, and what must be reached over all queries.
const LIMIT: u32 = 100;
const REQUIRED: (f64, f64) = (0.46, 0.62);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let Ok(data) = std::env::var("TACIT_TEST_DATA") else {
        println!("left out: TACIT_TEST_DATA is not set");
        return;
    };
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let whole = runtime.block_on(measure(Path::new(&data), quick));
    assert!(
        whole.ndcg10 >= REQUIRED.0 && whole.recall10 >= REQUIRED.1,
        "below what is required: {REQUIRED:?}"
    );
}

async fn measure(data: &Path, quick: bool) -> Figures {
    let corpus = Corpus::read(&data.join("search/travel-duplicates"));
    println!("{}", figures::HEAD);
    let (whole, latencies, nothing) = run(&corpus, Fields::ALL, "title, topics, body").await;
    if !quick {
        for (fields, name) in Fields::PARTS {
            run(&corpus, fields, name).await;
        }
    }
    println!(
        "\nlatency of a request: {}\nof one that searches nothing: {}",
        figures::percentiles(latencies),
        figures::percentiles(nothing)
    );
    whole
}

/// One row of the table for all queries and one for each half; also the latencies of the requests and of `/healthz`.
async fn run(
    corpus: &Corpus,
    fields: Fields,
    name: &str,
) -> (Figures, Vec<Duration>, Vec<Duration>) {
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().join("tacit.sqlite");
    let settings = SettingsArgs {
        listen: Some(([127, 0, 0, 1], 0).into()),
        data_dir: Some(directory.path().to_owned()),
        database_url: Some(format!("sqlite://{}", database.display())),
        no_demo: Some(true),
        log: Some("warn".to_owned()),
        ..SettingsArgs::default()
    };
    let settings = settings.build().unwrap();
    let reader = corpus.store(settings.clone(), fields).await;
    let running = app::spawn(settings).await.unwrap();
    let client = reader.client(&running);
    until_indexed(&client, corpus).await;
    let (ranked, latencies) = ask_all(&client, corpus).await;
    let whole = Figures::of(corpus, &ranked, |_| true);
    println!("{}", whole.row(name, "all"));
    println!(
        "{}",
        Figures::of(corpus, &ranked, corpus::half_a).row("", "A")
    );
    println!(
        "{}",
        Figures::of(corpus, &ranked, |id| !corpus::half_a(id)).row("", "B")
    );
    let nothing = time_nothing(&running).await;
    running.stop().await;
    (whole, latencies, nothing)
}

async fn until_indexed(client: &Client, corpus: &Corpus) {
    let title = &corpus.questions[0].title;
    let started = Instant::now();
    while similar(client, title).await.is_empty() {
        assert!(
            started.elapsed() < Duration::from_secs(300),
            "never indexed"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn ask_all(client: &Client, corpus: &Corpus) -> (HashMap<String, Vec<Uuid>>, Vec<Duration>) {
    let mut ranked = HashMap::new();
    let mut latencies = Vec::new();
    for query in &corpus.queries {
        let started = Instant::now();
        let mut found = similar(client, &query.text).await;
        latencies.push(started.elapsed());
        found.retain(|id| *id != corpus::id_of(&query.id));
        ranked.insert(query.id.clone(), found);
    }
    (ranked, latencies)
}

async fn similar(client: &Client, title: &str) -> Vec<Uuid> {
    let query = SimilarQuery {
        title: title.to_owned(),
        topics: None,
        limit: Some(LIMIT),
    };
    let found = client.list_similar_questions(&query).await.unwrap();
    found
        .items
        .into_iter()
        .map(|question| question.id)
        .collect()
}

async fn time_nothing(running: &Running) -> Vec<Duration> {
    let http = reqwest::Client::new();
    let url = format!("http://{}/healthz", running.address);
    let mut latencies = Vec::new();
    for _ in 0..200 {
        let started = Instant::now();
        http.get(&url).send().await.unwrap().bytes().await.unwrap();
        latencies.push(started.elapsed());
    }
    latencies
}
