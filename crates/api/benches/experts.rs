//! Who answers: later questions of a site, asked through the public API of a server that knows only the earlier ones.
//!
//! `cargo xtask bench experts` imports `TACIT_TEST_DATA/experts/devops/train.7z`, starts the server with its clock at
//! 2019-05-15 (`--as-of` sets another time), asks `POST /api/v1/experts/suggest` for each question of `test.jsonl`, and
//! looks where the people who really answered stand. People of the import have no account, so this server names them
//! too, and nobody takes turns. The weights were chosen inside `train` (`docs/expertise.md`), not here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    missing_docs,
    reason = "a measurement stops at the first surprise"
)]

#[path = "experts/figures.rs"]
mod figures;
#[path = "support/reader.rs"]
mod reader;
#[path = "experts/site.rs"]
mod site;

use std::path::Path;
use std::time::{Duration, Instant};

use figures::Figures;
use reader::Reader;
use site::Question;
use tacit_api::app;
use tacit_api::settings::{Settings, SettingsArgs, Suggesting};
use tacit_client::Client;
use tacit_contract::expertise::SuggestExperts;
use tacit_contract::search::SimilarQuery;
use tacit_domain::expertise::routing::Weights;

/// People asked for: an answer is looked for among all of them, as the figures it is compared with do.
const LIMIT: u32 = 100;
/// MRR and hit@10 that must be reached with all signals.
const REQUIRED: (f64, f64) = (0.285, 0.52);

/// Each signal alone.
const ALONE: [(&str, Weights); 3] = [
    ("similar questions", weights(1.0, 0.0, 0.0)),
    ("topics", weights(0.0, 1.0, 0.0)),
    ("activity", weights(0.0, 0.0, 1.0)),
];

const fn weights(similar: f64, topics: f64, active: f64) -> Weights {
    Weights {
        similar,
        topics,
        active,
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let Ok(data) = std::env::var("TACIT_TEST_DATA") else {
        println!("left out: TACIT_TEST_DATA is not set");
        return;
    };
    let as_of = arguments.iter().position(|argument| argument == "--as-of");
    let as_of = as_of.map_or("2019-05-15T00:00:00Z", |at| arguments[at + 1].as_str());
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let all = runtime.block_on(measure(
        &Path::new(&data).join("experts/devops"),
        as_of,
        quick,
    ));
    assert!(
        all.mrr >= REQUIRED.0 && all.hit10 >= REQUIRED.1,
        "below what is required: {REQUIRED:?}"
    );
}

async fn measure(data: &Path, as_of: &str, quick: bool) -> Figures {
    let directory = tempfile::tempdir().unwrap();
    let settings = settings(directory.path(), as_of);
    let reader = site::import_and_register(&settings, &data.join("train.7z")).await;
    let questions = site::questions(&data.join("test.jsonl"));
    println!("{}", figures::HEAD);
    let all = run(&settings, Weights::CHOSEN, "all", reader, &questions).await;
    if !quick {
        for (name, weights) in ALONE {
            run(&settings, weights, name, reader, &questions).await;
        }
    }
    all
}

fn settings(directory: &Path, as_of: &str) -> Settings {
    let args = SettingsArgs {
        listen: Some(([127, 0, 0, 1], 0).into()),
        data_dir: Some(directory.to_owned()),
        no_demo: Some(true),
        as_of: Some(as_of.to_owned()),
        log: Some("warn".to_owned()),
        ..SettingsArgs::default()
    };
    args.build().unwrap()
}

/// One row of the table.
async fn run(
    settings: &Settings,
    weights: Weights,
    name: &str,
    reader: Reader,
    questions: &[Question],
) -> Figures {
    let mut settings = settings.clone();
    settings.suggesting = Suggesting {
        weights,
        unclaimed: true,
        spread: false,
    };
    let running = app::spawn(settings).await.unwrap();
    let client = reader.client(&running);
    app::projector(&running.state).catch_up().await.unwrap();
    until_indexed(&client, &questions[0].title).await;
    let mut found = Figures::default();
    for question in questions {
        found.add(&ask(&client, question).await, &question.answered_by);
    }
    running.stop().await;
    found.finish();
    println!("{}", found.row(name));
    found
}

/// The index follows the log a little behind: until as many questions are found as can be, twice in a row.
async fn until_indexed(client: &Client, title: &str) {
    let started = Instant::now();
    let mut before = 0;
    loop {
        let query = SimilarQuery {
            title: title.to_owned(),
            topics: None,
            limit: Some(100),
        };
        let found = client.list_similar_questions(&query).await.unwrap();
        if found.items.len() == 100 && before == 100 {
            return;
        }
        before = found.items.len();
        assert!(
            started.elapsed() < Duration::from_secs(300),
            "never indexed"
        );
        tokio::time::sleep(Duration::from_millis(1_000)).await;
    }
}

/// The people named, by their ids on the site, without the asker.
async fn ask(client: &Client, question: &Question) -> Vec<String> {
    let asked = SuggestExperts {
        title: question.title.clone(),
        body: question.body.clone(),
        topics: question.topics.clone(),
        question: None,
        community_id: None,
        limit: Some(LIMIT),
    };
    let found = client.suggest_experts(&asked).await.unwrap();
    found
        .items
        .into_iter()
        .map(|one| site::id_of(&one.member.handle))
        .filter(|id| *id != question.asker)
        .collect()
}
