//! Routing: who a question is brought to and when, passing, choosing, and what one can help with.

mod ended;
mod help;
mod pass;
mod steps;

use tacit_api::routing::Messenger;
use tacit_contract::expertise::ExpertiseLevel;
use tacit_contract::questions::AskQuestion;
use tacit_contract::routing::{QuestionRouting, RequestCause, RoutingStep};
use uuid::Uuid;

use crate::expertise::level;
use crate::support::app::TestApp;
use crate::support::builders::question;
use crate::support::db::TestDatabase;
use crate::support::roles::Person;

/// When most of these tests begin.
pub const MONDAY: &str = "2026-11-23T09:00:00Z";

/// A server whose clock starts at a time. Each has a data directory of its own: an index of the one before may still be
/// closing.
pub async fn start(db: &TestDatabase, at: &str) -> TestApp {
    let (directory, at) = (db.directory().join(at.replace(':', "-")), at.to_owned());
    TestApp::start_with(db, |args| {
        args.as_of = Some(at);
        args.data_dir = Some(directory);
    })
    .await
}

/// The same person at a server that was started later: their session is another.
pub async fn back(app: &TestApp, person: &Person) -> Person {
    app.again(person).await
}

/// Lets the messenger take every step that is due; the server's own may be at work too.
pub async fn go_round(app: &TestApp) {
    app.catch_up().await;
    Messenger::new(app.state()).go_round().await.unwrap();
    app.catch_up().await;
}

/// People who say that they know a topic.
pub async fn knowing(app: &TestApp, topic: &str, count: usize) -> Vec<Person> {
    let mut people = Vec::with_capacity(count);
    for _ in 0..count {
        let person = app.member().await;
        person
            .set_my_topic(topic, &level(ExpertiseLevel::Experienced))
            .await
            .unwrap();
        people.push(person);
    }
    people
}

/// Asks about SQL.
pub async fn ask(person: &Person, change: impl FnOnce(&mut AskQuestion)) -> Uuid {
    let mut new = question("How do I join two tables that disagree?", &["SQL"]);
    change(&mut new);
    person.ask_question(&new).await.unwrap().id
}

/// To whom it was brought, as somebody reads it.
pub async fn routing(person: &Person, id: Uuid) -> QuestionRouting {
    person.get_question_routing(id).await.unwrap()
}

/// The people of each step of asking, with its cause.
pub fn asked(routing: &QuestionRouting) -> Vec<(RequestCause, Vec<Uuid>)> {
    let steps = routing.steps.iter().filter_map(|step| match step {
        RoutingStep::Asked { cause, people, .. } => {
            let ids = people.iter().map(|one| one.id).collect();
            Some((*cause, ids))
        }
        RoutingStep::Passed { .. } => None,
    });
    steps.collect()
}
