//! Whatever happened in whatever order: notices built anew equal those kept up, and what was read stays read.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{EntityTrait, QueryOrder};
use tacit_api::app;
use tacit_api::db::entities::{notice, notice_watch};
use tacit_contract::moderation::DeletePostQuery;
use tacit_contract::notices::{ListNoticesQuery, ReadNotices};
use tacit_contract::posts::ListRevisionsQuery;
use tacit_contract::questions::{AcceptAnswer, WithdrawAcceptanceQuery};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, comment, question};
use crate::support::roles::Person;

const TOPICS: [&str; 3] = ["Forklift", "Payroll", "Printers"];

/// Something a person does; numbers choose among what exists, modulo its count.
#[derive(Clone, Debug)]
enum Act {
    Ask {
        by: u8,
        topic: u8,
    },
    Answer {
        by: u8,
        question: u8,
    },
    Comment {
        by: u8,
        post: u8,
        names: u8,
    },
    Accept {
        question: u8,
        answer: u8,
    },
    Withdraw {
        question: u8,
    },
    FollowTopic {
        by: u8,
        topic: u8,
        follow: bool,
    },
    FollowQuestion {
        by: u8,
        question: u8,
        follow: bool,
    },
    FollowMember {
        by: u8,
        whom: u8,
        follow: bool,
    },
    /// A lead deletes a post; sometimes it comes back.
    Delete {
        post: u8,
        restore: bool,
    },
    Read {
        by: u8,
    },
    CatchUp,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => any::<(u8, u8)>().prop_map(|(by, topic)| Act::Ask { by, topic }),
        4 => any::<(u8, u8)>().prop_map(|(by, question)| Act::Answer { by, question }),
        4 => any::<(u8, u8, u8)>().prop_map(|(by, post, names)| Act::Comment { by, post, names }),
        2 => any::<(u8, u8)>().prop_map(|(question, answer)| Act::Accept { question, answer }),
        1 => any::<u8>().prop_map(|question| Act::Withdraw { question }),
        3 => any::<(u8, u8, bool)>().prop_map(|(by, topic, follow)| Act::FollowTopic { by, topic, follow }),
        2 => any::<(u8, u8, bool)>().prop_map(|(by, question, follow)| Act::FollowQuestion { by, question, follow }),
        2 => any::<(u8, u8, bool)>().prop_map(|(by, whom, follow)| Act::FollowMember { by, whom, follow }),
        2 => any::<(u8, bool)>().prop_map(|(post, restore)| Act::Delete { post, restore }),
        1 => any::<u8>().prop_map(|by| Act::Read { by }),
        2 => Just(Act::CatchUp),
    ];
    prop::collection::vec(act, 1..25)
}

/// What there is to choose from.
struct World {
    app: TestApp,
    people: Vec<Person>,
    lead: Person,
    /// Each with who asked it and its answers.
    questions: Vec<(Uuid, usize, Vec<Uuid>)>,
    posts: Vec<Uuid>,
}

fn pick<T>(all: &[T], number: u8) -> Option<&T> {
    all.get(usize::from(number).checked_rem(all.len())?)
}

impl World {
    async fn perform(&mut self, act: Act) {
        match act {
            Act::Ask { by, topic } => {
                let by = usize::from(by) % self.people.len();
                let topics = [TOPICS[usize::from(topic) % TOPICS.len()]];
                let new = question("Which way round is it meant to be?", &topics);
                let id = self.people[by].ask_question(&new).await.unwrap().id;
                self.questions.push((id, by, Vec::new()));
                self.posts.push(id);
            }
            Act::Answer { by, question } => {
                let count = self.questions.len();
                let Some(number) = usize::from(question).checked_rem(count) else {
                    return;
                };
                let person = pick(&self.people, by).unwrap();
                let id = answer(person, self.questions[number].0, "That way round.")
                    .await
                    .id;
                self.questions[number].2.push(id);
                self.posts.push(id);
            }
            Act::Comment { by, post, names } => {
                let Some(post) = pick(&self.posts, post) else {
                    return;
                };
                let named = &pick(&self.people, names).unwrap().handle;
                let text = format!("Which one, @{named}?");
                comment(pick(&self.people, by).unwrap(), *post, &text).await;
            }
            Act::Accept { question, answer } => {
                let Some((id, by, answers)) = pick(&self.questions, question) else {
                    return;
                };
                let Some(answer) = pick(answers, answer) else {
                    return;
                };
                let accepted = AcceptAnswer {
                    answer_id: *answer,
                    reason: None,
                };
                self.people[*by]
                    .accept_answer(*id, &accepted)
                    .await
                    .unwrap();
            }
            Act::Withdraw { question } => {
                let Some((id, by, _)) = pick(&self.questions, question) else {
                    return;
                };
                let none = WithdrawAcceptanceQuery::default();
                self.people[*by]
                    .withdraw_acceptance(*id, &none)
                    .await
                    .unwrap();
            }
            Act::FollowTopic { by, topic, follow } => {
                let slug = TOPICS[usize::from(topic) % TOPICS.len()].to_lowercase();
                let person = pick(&self.people, by).unwrap();
                let outcome = if follow {
                    person.follow_topic(&slug).await
                } else {
                    person.unfollow_topic(&slug).await
                };
                // Nobody has asked about it yet.
                outcome.ok();
            }
            Act::FollowQuestion {
                by,
                question,
                follow,
            } => {
                let Some((id, ..)) = pick(&self.questions, question) else {
                    return;
                };
                let person = pick(&self.people, by).unwrap();
                person.follow_question(*id, follow).await.unwrap();
            }
            Act::FollowMember { by, whom, follow } => {
                let whom = pick(&self.people, whom).unwrap();
                let person = pick(&self.people, by).unwrap();
                if whom.id != person.id {
                    person.follow_member(&whom.handle, follow).await.unwrap();
                }
            }
            Act::Delete { post, restore } => {
                let Some(post) = pick(&self.posts, post).copied() else {
                    return;
                };
                let why = DeletePostQuery {
                    reason: Some("It names a customer".to_owned()),
                };
                self.lead.delete_post(post, &why).await.unwrap();
                if restore {
                    self.lead.restore_post(post, &why).await.unwrap();
                } else {
                    self.forget(post).await;
                }
            }
            Act::Read { by } => {
                let person = pick(&self.people, by).unwrap();
                let page = person.list_notices(&ListNoticesQuery::default()).await;
                if let Some(first) = page.unwrap().items.into_iter().next() {
                    let read = ReadNotices {
                        through: first.through,
                        id: None,
                        question_id: None,
                    };
                    person.read_notices(&read).await.unwrap();
                }
            }
            Act::CatchUp => self.app.catch_up().await,
        }
    }

    /// Nobody acts on what is not there any more.
    async fn forget(&mut self, gone: Uuid) {
        self.questions.retain(|(id, ..)| *id != gone);
        for (.., answers) in &mut self.questions {
            answers.retain(|id| *id != gone);
        }
        let mut left = Vec::new();
        for post in self.posts.drain(..) {
            let query = ListRevisionsQuery::default();
            if self.lead.list_revisions(post, &query).await.is_ok() {
                left.push(post);
            }
        }
        self.posts = left;
        let there = |id: &Uuid| self.posts.contains(id);
        self.questions.retain(|(id, ..)| there(id));
    }

    async fn derived(&self) -> (Vec<notice::Model>, Vec<notice_watch::Model>) {
        use {notice::Column as N, notice_watch::Column as W};
        let db = self.app.state().db.reader();
        let notices = notice::Entity::find()
            .order_by_asc(N::MemberId)
            .order_by_asc(N::Position);
        let watches = notice_watch::Entity::find()
            .order_by_asc(W::MemberId)
            .order_by_asc(W::SubjectKind)
            .order_by_asc(W::SubjectId);
        (
            notices.all(db).await.unwrap(),
            watches.all(db).await.unwrap(),
        )
    }

    async fn unread(&self) -> Vec<u32> {
        let mut unread = Vec::new();
        for person in &self.people {
            unread.push(person.count_unread_notices().await.unwrap().unread);
        }
        unread
    }
}

on_each_database! {
    async fn notices_built_anew_equal_notices_kept_up(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let mut people = Vec::new();
        for _ in 0..4 {
            people.push(app.member().await);
        }
        let lead = app.lead().await;
        let world = World { app, people, lead, questions: Vec::new(), posts: Vec::new() };
        let world = std::sync::Arc::new(tokio::sync::Mutex::new(world));
        let mut runner = TestRunner::new(Config { cases: 8, ..Config::default() });
        let handle = tokio::runtime::Handle::current();
        let inner = world.clone();
        let outcome = tokio::task::spawn_blocking(move || {
            runner.run(&acts(), |acts| {
                handle.block_on(async {
                    let mut world = inner.lock().await;
                    for act in acts {
                        world.perform(act).await;
                    }
                    world.app.catch_up().await;
                    let (kept, unread) = (world.derived().await, world.unread().await);
                    let projector = app::projector(world.app.state());
                    projector.rebuild("notices").await.unwrap();
                    world.app.catch_up().await;
                    prop_assert_eq!(world.derived().await, kept);
                    prop_assert_eq!(world.unread().await, unread);
                    Ok(())
                })
            })
        });
        outcome.await.unwrap().unwrap();
        let world = world.lock().await;
        assert!(!world.derived().await.0.is_empty(), "something was told");
    }
}
