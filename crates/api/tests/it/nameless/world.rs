//! A world in which one of three people asks without their name. Everything else in it is the same whoever that is.

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::community;
use tacit_contract::blocks::BlockKind;
use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::expertise::ExpertiseLevel;
use tacit_contract::moderation::{
    CloseQuestion, DeletePostQuery, FlagKind, FlagPost, ReopenQuestionQuery,
};
use tacit_contract::posts::{AudienceChoice, CreateComment};
use tacit_contract::questions::{AcceptAnswer, AskQuestion, CloseReason, EditQuestion};
use tacit_contract::routing::SetMyRouting;
use tacit_domain::identity::Role;
use uuid::Uuid;

use super::nameless;
use crate::communities::community;
use crate::expertise::level;
use crate::routing::{go_round, start};
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment, remark, rewrite};
use crate::support::db::TestDatabase;
use crate::support::roles::Person;

/// One day and the next.
const DAYS: [&str; 2] = ["2026-11-23T09:30:00Z", "2026-11-24T15:45:00Z"];
/// After everything that is done.
const EVENING: &str = "2026-11-24T19:00:00Z";
/// Those of whom one asks.
pub const ASKERS: [&str; 3] = ["alva", "bo", "disa"];
/// Everybody, in the order they came.
const PEOPLE: [&str; 10] = [
    "alva", "bo", "disa", "cleo", "moa", "folke", "lea", "linus", "adam", "anna",
];

/// A world, and what is in it by name.
pub struct World {
    /// The server, on the second day.
    pub app: TestApp,
    /// Everybody.
    pub people: Vec<(&'static str, Person)>,
    /// The slug of the community, made up anew each time.
    pub slug: String,
    /// Posts and communities.
    pub things: Vec<(&'static str, Uuid)>,
}

impl World {
    /// Somebody by name.
    pub fn person(&self, name: &str) -> &Person {
        &self.people.iter().find(|(own, _)| *own == name).unwrap().1
    }

    /// Something by name.
    pub fn thing(&self, name: &str) -> Uuid {
        self.things.iter().find(|(own, _)| *own == name).unwrap().1
    }

    /// Goes on at another time. Its search index is a new one: how much an old one still counts of what was changed hangs
    /// on when it was written.
    async fn on_another_day(self, db: &TestDatabase, at: &str) -> Self {
        self.app.stop().await;
        let app = start(db, at).await;
        let mut people = Vec::new();
        for (name, person) in &self.people {
            people.push((*name, app.again(person).await));
        }
        Self {
            app,
            people,
            ..self
        }
    }

    /// Makes it; `asker` is the name of who asks.
    pub async fn with(db: &TestDatabase, asker: &str) -> Self {
        let app = start(db, DAYS[0]).await;
        let mut people = Vec::new();
        for (name, number) in PEOPLE.iter().zip(1..) {
            let role = match *name {
                "lea" | "linus" => Role::Lead,
                "adam" | "anna" => Role::Admin,
                _ => Role::Member,
            };
            let person = app.known(role, Uuid::from_u128(number), name).await;
            people.push((*name, person));
        }
        let mut world = Self {
            app,
            people,
            slug: String::new(),
            things: Vec::new(),
        };
        world.settle().await;
        let community = world.found().await;
        world.things.push(("community", community));
        world.ask_in(asker, community).await;
        let mut world = world.on_another_day(db, DAYS[1]).await;
        world.ask_everyone(asker).await;
        world.talk(asker).await;
        world.keep_order(asker).await;
        // The last word is about one topic alone: of two that were last active together chance would put one first.
        answer(
            world.person("moa"),
            world.thing("usual"),
            "It says so on the wall.",
        )
        .await;
        go_round(&world.app).await;
        let world = world.on_another_day(db, EVENING).await;
        world.app.indexed().await;
        world
    }

    /// Who knows what, and who keeps whom away: each asker stands in another way to the others.
    async fn settle(&mut self) {
        // Makes the topic, and is answered before anybody wants to be asked.
        let first = ask(self.person("cleo"), "What counts as a customer call?").await;
        answer(self.person("moa"), first.id, "All that ring.").await;
        for name in ["alva", "bo", "disa", "cleo"] {
            let person = self.person(name);
            let said = level(ExpertiseLevel::Experienced);
            person.set_my_topic("customer-calls", &said).await.unwrap();
            let wanted = SetMyRouting { wanted: Some(true) };
            person.set_my_routing(&wanted).await.unwrap();
        }
        let usual = ask(self.person("cleo"), "How long are recorded calls kept?")
            .await
            .id;
        self.things.push(("usual", usual));
        // Before the answers come, in every world: after them nobody is asked any more.
        go_round(&self.app).await;
        for name in ASKERS {
            let person = self.person(name);
            answer(person, usual, &format!("Ninety days, says {name}.")).await;
            ask(
                person,
                &format!("What does {name} want to know of customer calls?"),
            )
            .await;
            go_round(&self.app).await;
        }
        let (moa, alva) = (self.person("moa"), self.person("alva"));
        let (bo, lea) = (self.person("bo"), self.person("lea"));
        moa.block_member(&alva.handle, BlockKind::Blocked)
            .await
            .unwrap();
        alva.block_member(&self.person("cleo").handle, BlockKind::Blocked)
            .await
            .unwrap();
        moa.block_member(&bo.handle, BlockKind::Muted)
            .await
            .unwrap();
        lea.follow_member(&alva.handle, true).await.unwrap();
        lea.follow_topic("customer-calls").await.unwrap();
    }

    async fn found(&mut self) -> Uuid {
        let new = community("Calls that go wrong", Visibility::Open, JoinRule::Free);
        let founded = self.person("folke").create_community(&new).await;
        let founded = founded.unwrap().community;
        let id = founded.id;
        self.slug = founded.slug;
        for name in ["alva", "bo", "disa", "cleo", "moa", "lea"] {
            self.person(name).join_community(id).await.unwrap();
        }
        allow_nameless(&self.app, id).await;
        id
    }

    async fn ask_in(&mut self, asker: &str, community_id: Uuid) {
        let question = AskQuestion {
            audience: Some(AudienceChoice::Community { community_id }),
            ..nameless(
                "May I put a caller on hold to calm down?",
                &["Customer calls"],
            )
        };
        let asked = self.person(asker).ask_question(&question).await.unwrap();
        go_round(&self.app).await;
        self.things.push(("inside", asked.id));
    }

    async fn ask_everyone(&mut self, asker: &str) {
        let question = AskQuestion {
            ask: Some(self.person("moa").handle.clone()),
            ..nameless(
                "How do I say no to a caller who cries?",
                &["Customer calls", "Hard talks"],
            )
        };
        let asked = self.person(asker).ask_question(&question).await.unwrap();
        go_round(&self.app).await;
        self.things.push(("asked", asked.id));
    }

    /// Others answer and comment; the asker edits, comments, answers and accepts.
    async fn talk(&mut self, asker: &str) {
        let (asked, own) = (self.thing("asked"), self.person(asker).clone());
        let reply = answer(self.person("cleo"), asked, "Say it once, kindly, and wait.")
            .await
            .id;
        let doubt = comment(self.person("moa"), asked, "Which caller was it?")
            .await
            .id;
        let said = comment(&own, asked, "One whose parcel was lost.").await.id;
        let under = comment(&own, reply, "And if they hang up?").await.id;
        let added = answer(&own, asked, "I said it twice, and it worked.")
            .await
            .id;
        let edit = EditQuestion {
            body: Some("The parcel was a **birthday present**.".to_owned()),
            ..EditQuestion::default()
        };
        own.edit_question(asked, 1, &edit).await.unwrap();
        own.edit_comment(said, 1, &rewrite("One whose parcel was lost twice."))
            .await
            .unwrap();
        let accept = AcceptAnswer {
            answer_id: reply,
            reason: None,
        };
        own.accept_answer(asked, &accept).await.unwrap();
        let gone = comment(&own, asked, "Never mind this.").await.id;
        own.delete_post(gone, &DeletePostQuery::default())
            .await
            .unwrap();
        let elsewhere = CreateComment {
            nameless: true,
            ..remark("And who listens to them?")
        };
        let usual = self.thing("usual");
        let aside = own.add_comment(usual, &elsewhere).await.unwrap().id;
        self.things.extend([
            ("reply", reply),
            ("doubt", doubt),
            ("said", said),
            ("under", under),
            ("added", added),
            ("gone", gone),
            ("aside", aside),
        ]);
        go_round(&self.app).await;
    }

    /// Leads edit, close and delete; the asker opens again and deletes.
    async fn keep_order(&mut self, asker: &str) {
        let (asked, own) = (self.thing("asked"), self.person(asker).clone());
        let lea = self.person("lea");
        let flag = FlagPost {
            reason: "Names a customer".to_owned(),
        };
        self.person("folke")
            .flag_post(asked, FlagKind::Incorrect, &flag)
            .await
            .unwrap();
        self.person("folke")
            .flag_post(self.thing("said"), FlagKind::NotAllRight, &flag)
            .await
            .unwrap();
        let edit = EditQuestion {
            title: Some("How do I say no to somebody who cries on the phone?".to_owned()),
            reason: Some("Says where".to_owned()),
            ..EditQuestion::default()
        };
        lea.edit_question(asked, 2, &edit).await.unwrap();
        let why = DeletePostQuery {
            reason: Some("Nothing in it".to_owned()),
        };
        lea.delete_post(self.thing("added"), &why).await.unwrap();
        let close = CloseQuestion {
            reason: CloseReason::OutOfPlace,
            original_id: None,
            note: Some("Asked elsewhere".to_owned()),
        };
        own.close_question(self.thing("inside"), &close)
            .await
            .unwrap();
        lea.close_question(asked, &close).await.unwrap();
        own.reopen_question(asked, &ReopenQuestionQuery::default())
            .await
            .unwrap();
    }
}

/// What the settings of a community do.
pub async fn allow_nameless(app: &TestApp, id: Uuid) {
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            let change = community::ActiveModel {
                id: Set(id),
                nameless_allowed: Set(true),
                ..Default::default()
            };
            community::Entity::update(change).exec(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}
