//! Tacit with as many people as write, and a question to comment on.

use std::path::Path;

use tacit_api::app::{self, Running};
use tacit_api::db;
use tacit_api::posts::{Act, Written, service};
use tacit_api::settings::SettingsArgs;
use tacit_client::Client;
use tacit_contract::posts::CreateComment;
use tacit_contract::questions::AskQuestion;
use tacit_domain::identity::{Role, Viewer};
use uuid::Uuid;

use super::WRITERS;
use super::reader::Reader;

/// A running server and those who write.
pub struct Site {
    running: Running,
    people: Vec<(Viewer, Client)>,
    question: Uuid,
}

impl Site {
    /// On an empty database.
    pub async fn open(url: &str, directory: &Path) -> Self {
        let settings = SettingsArgs {
            listen: Some(([127, 0, 0, 1], 0).into()),
            data_dir: Some(directory.to_owned()),
            database_url: Some(url.to_owned()),
            no_demo: Some(true),
            log: Some("warn".to_owned()),
            ..SettingsArgs::default()
        };
        let running = app::spawn(settings.build().unwrap()).await.unwrap();
        let mut people = Vec::new();
        for _ in 0..WRITERS.into_iter().max().unwrap() {
            let reader = Reader::register(&running.state).await;
            let viewer = Viewer {
                member_id: reader.member,
                role: Role::Member,
            };
            people.push((viewer, reader.client(&running)));
        }
        let ask = AskQuestion {
            title: "Which roll does the label printer take?".to_owned(),
            body: "The narrow or the wide one?".to_owned(),
            topics: vec!["printers".to_owned()],
            urgency: None,
            language: None,
            audience: None,
            ask: None,
            nameless: false,
        };
        let question = people[0].1.ask_question(&ask).await.unwrap().id;
        Self {
            running,
            people,
            question,
        }
    }

    /// A comment through the service, as its handler does it.
    pub async fn write(&self, writer: usize, text: &str) {
        let state = &self.running.state;
        let (act, parent) = (Act::live(state, self.people[writer].0), self.question);
        let text = Written::new(None, text, None);
        let written = db::write(&state.db, move |tx| {
            let text = text.clone();
            Box::pin(async move { service::add_comment(tx, &act, parent, &text, false).await })
        });
        written.await.unwrap();
    }

    /// A comment through HTTP.
    pub async fn post(&self, writer: usize, text: &str) {
        let comment = CreateComment {
            nameless: false,
            body: text.to_owned(),
        };
        self.people[writer]
            .1
            .add_comment(self.question, &comment)
            .await
            .unwrap();
    }

    /// Stops the server.
    pub async fn close(self) {
        self.running.stop().await;
    }
}
