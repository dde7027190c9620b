//! Searching as people do: what is found, by whom, and how soon.

mod find;
mod hostile;
mod lift;
mod rebuild;
mod unmet;

use std::time::{Duration, Instant};

use tacit_client::Client;
use tacit_contract::questions::{AskQuestion, QuestionDetail};
use tacit_contract::search::{Fragment, SearchHit, SearchQuery};
use uuid::Uuid;

/// Asks a question under these topics.
async fn ask(who: &Client, title: &str, body: &str, topics: &[&str]) -> QuestionDetail {
    let question = AskQuestion {
        title: title.to_owned(),
        body: body.to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        urgency: None,
        language: None,
        audience: None,
        ask: None,
        nameless: false,
    };
    who.ask_question(&question).await.unwrap()
}

async fn hits(who: &Client, q: &str) -> Vec<SearchHit> {
    let query = SearchQuery {
        q: q.to_owned(),
        ..SearchQuery::default()
    };
    who.search(&query).await.unwrap().items
}

/// The ids of the questions found.
async fn questions(who: &Client, q: &str) -> Vec<Uuid> {
    let found = hits(who, q).await.into_iter();
    found
        .filter_map(|hit| match hit {
            SearchHit::Question(question) => Some(question.id),
            _ => None,
        })
        .collect()
}

/// Searches until the first question found is this one; fails when that takes longer than a server under test may need.
async fn first_becomes(who: &Client, q: &str, id: Uuid) -> Duration {
    let started = Instant::now();
    loop {
        let found = questions(who, q).await;
        if found.first() == Some(&id) {
            return started.elapsed();
        }
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{q}: {found:?}"
        );
        tokio::task::yield_now().await;
    }
}

fn text(fragments: &[Fragment]) -> String {
    fragments.iter().map(|part| part.text.as_str()).collect()
}

fn marked(fragments: &[Fragment]) -> Vec<&str> {
    let hits = fragments.iter().filter(|part| part.hit);
    hits.map(|part| part.text.as_str()).collect()
}
