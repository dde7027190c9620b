//! The site's earlier questions in a database, and its later ones to ask.

use std::path::Path;
use std::sync::Arc;

use tacit_api::imports::{Import, Progress, import, markdown_of_html};
use tacit_api::settings::Settings;
use tacit_api::state::AppState;

use super::reader::Reader;

const SITE: &str = "devops.stackexchange.com";

/// A later question, with who answered it.
pub struct Question {
    pub title: String,
    pub body: String,
    pub topics: Vec<String>,
    pub asker: String,
    pub answered_by: Vec<String>,
}

/// Imports the dump and makes somebody who can ask.
pub async fn import_and_register(settings: &Settings, dump: &Path) -> Reader {
    let state = AppState::open(settings.clone()).await.unwrap();
    let what = Import {
        path: dump.to_owned(),
        site: Some(SITE.to_owned()),
        scratch_dir: settings.data_dir.clone(),
        dry_run: false,
    };
    let progress = Arc::new(Progress::silent());
    Box::pin(import(&state.db, &state.clock, what, progress))
        .await
        .unwrap();
    let reader = Reader::register(&state).await;
    state.db.close().await;
    reader
}

/// Reads the later questions.
pub fn questions(path: &Path) -> Vec<Question> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(question).collect()
}

fn question(line: &str) -> Question {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let list = |name: &str| -> Vec<String> {
        let items = value[name].as_array().unwrap().iter();
        items
            .map(|item| item.as_str().unwrap().to_owned())
            .collect()
    };
    Question {
        title: text("title"),
        body: markdown_of_html(&text("body_html")),
        topics: list("tags"),
        asker: text("asker"),
        answered_by: list("answered_by"),
    }
}

/// The id on the site of a person of the import: the end of their handle.
pub fn id_of(handle: &str) -> String {
    handle.rsplit('-').next().unwrap_or_default().to_owned()
}
