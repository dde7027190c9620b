//! The site's earlier questions in a database, and its later ones to ask.

use std::path::Path;
use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::{member, session};
use tacit_api::imports::{Import, Progress, import, markdown_of_html};
use tacit_api::settings::Settings;
use tacit_api::state::AppState;
use uuid::Uuid;

const SITE: &str = "devops.stackexchange.com";

/// Who asks.
#[derive(Clone, Copy)]
pub struct Reader {
    pub member: Uuid,
    pub session: Uuid,
}

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
    let reader = register(&state).await;
    state.db.close().await;
    reader
}

async fn register(state: &AppState) -> Reader {
    let now = state.clock.now();
    let (id, session_id) = (state.ids.next(), state.ids.next());
    let empty = || Set(String::new());
    let member = member::ActiveModel {
        id: Set(id),
        handle: Set("reader".to_owned()),
        display_name: Set("Reader".to_owned()),
        role: Set("member".to_owned()),
        status: Set("active".to_owned()),
        job_title: empty(),
        place: empty(),
        bio: empty(),
        languages: empty(),
        locale: Set("en".to_owned()),
        time_zone: Set("UTC".to_owned()),
        version: Set(1),
        created_at: Set(0),
        ..Default::default()
    };
    let session = session::ActiveModel {
        id: Set(session_id),
        member_id: Set(id),
        device: Set("bench".to_owned()),
        created_at: Set(now.micros()),
        last_used_at: Set(now.micros()),
        expires_at: Set(now.plus_days(1).micros()),
        ended_at: Set(None),
    };
    db::write(&state.db, move |tx| {
        let (member, session) = (member.clone(), session.clone());
        Box::pin(async move {
            member::Entity::insert(member)
                .exec_without_returning(tx)
                .await?;
            session::Entity::insert(session)
                .exec_without_returning(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
    Reader {
        member: id,
        session: session_id,
    }
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
