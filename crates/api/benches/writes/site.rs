//! Tacit with as many people as write, and a question to comment on.

use std::path::Path;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::app::{self, Running};
use tacit_api::db;
use tacit_api::db::entities::{member, session};
use tacit_api::posts::{Act, Written, service};
use tacit_api::settings::SettingsArgs;
use tacit_client::Client;
use tacit_contract::posts::CreateComment;
use tacit_contract::questions::AskQuestion;
use tacit_domain::identity::{MemberStatus, Role, Viewer};
use uuid::Uuid;

use super::WRITERS;

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
            people.push(enrol(&running).await);
        }
        let ask = AskQuestion {
            title: "Which roll does the label printer take?".to_owned(),
            body: "The narrow or the wide one?".to_owned(),
            topics: vec!["printers".to_owned()],
            urgency: None,
            language: None,
            ask: None,
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
            Box::pin(async move { service::add_comment(tx, &act, parent, &text).await })
        });
        written.await.unwrap();
    }

    /// A comment through HTTP.
    pub async fn post(&self, writer: usize, text: &str) {
        let comment = CreateComment {
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

/// Somebody new with a living session.
async fn enrol(running: &Running) -> (Viewer, Client) {
    let state = &running.state;
    let now = state.clock.now();
    let (id, session_id) = (state.ids.next(), state.ids.next());
    let member = member::ActiveModel {
        id: Set(id),
        handle: Set(format!("w{:08x}", id.as_u128() as u32)),
        display_name: Set("A writer".to_owned()),
        email: Set(Some(format!("{id}@almvik.example"))),
        role: Set(Role::Member.as_str().to_owned()),
        status: Set(MemberStatus::Active.as_str().to_owned()),
        job_title: Set(String::new()),
        place: Set(String::new()),
        bio: Set(String::new()),
        languages: Set("en".to_owned()),
        locale: Set("en".to_owned()),
        time_zone: Set("UTC".to_owned()),
        version: Set(1),
        created_at: Set(now.micros()),
        ..Default::default()
    };
    let session = session::ActiveModel {
        id: Set(session_id),
        member_id: Set(id),
        device: Set("bench".to_owned()),
        created_at: Set(now.micros()),
        last_used_at: Set(now.micros()),
        expires_at: Set(now.plus_days(30).micros()),
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
    let client = Client::new(&format!("http://{}/", running.address)).unwrap();
    let token = state.tokens.issue(id, session_id, now).unwrap();
    client.set_access_token(Some(token));
    let viewer = Viewer {
        member_id: id,
        role: Role::Member,
    };
    (viewer, client)
}
