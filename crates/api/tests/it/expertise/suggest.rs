//! Whom to ask: who is named, why, and who is left out.

use std::time::{Duration, Instant};

use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::expertise::{
    ExpertiseLevel, MyAvailability, SuggestExperts, SuggestedExpert, SuggestionReason,
};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::AcceptAnswer;
use tacit_contract::time::from_micros;
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use super::{hide, level, topic};
use crate::communities::found;
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, points_at, question, refused};
use crate::support::roles::Person;

fn about(title: &str, topics: &[&str]) -> SuggestExperts {
    SuggestExperts {
        title: title.to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        ..SuggestExperts::default()
    }
}

async fn named(person: &Person, question: &SuggestExperts) -> Vec<SuggestedExpert> {
    person.suggest_experts(question).await.unwrap().items
}

fn ids(people: &[SuggestedExpert]) -> Vec<Uuid> {
    people.iter().map(|one| one.member.id).collect()
}

/// The index follows a moment behind.
async fn until_named(person: &Person, question: &SuggestExperts) -> Vec<SuggestedExpert> {
    let started = Instant::now();
    loop {
        let people = named(person, question).await;
        if !people.is_empty() || started.elapsed() > Duration::from_secs(20) {
            return people;
        }
        tokio::task::yield_now().await;
    }
}

async fn solved(asker: &Person, answerer: &Person, title: &str, topics: &[&str]) -> Uuid {
    let asked = asker
        .ask_question(&question(title, topics))
        .await
        .unwrap()
        .id;
    let reply = answer(answerer, asked, "With a pivot table.").await.id;
    let accept = AcceptAnswer {
        answer_id: reply,
        reason: None,
    };
    asker.accept_answer(asked, &accept).await.unwrap();
    asked
}

on_each_database! {
    async fn who_answered_something_similar_is_named_with_the_question(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let asked = solved(&noor, &hugo, "How do I pivot the pallet sheet by week?", &["spreadsheets"]).await;
        app.catch_up().await;
        let people = until_named(&lova, &about("Pivot a pallet sheet by month", &[])).await;
        assert_eq!(ids(&people), [hugo.id]);
        match &people[0].reasons[0] {
            SuggestionReason::Similar { questions, count } => {
                assert_eq!((questions[0].id, *count), (asked, 1));
            }
            other => panic!("{other:?}"),
        }
        assert!(named(&lova, &about("", &[])).await.is_empty());
        app.stop().await;
    }

    async fn who_knows_the_topics_is_named_unless_they_cannot_be_asked(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, vidar) = (app.member().await, app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        for person in [&noor, &hugo, &lova, &vidar] {
            person.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        }
        app.set_status(vidar.id, MemberStatus::Unclaimed).await;
        let wanted = about("", &["SQL"]);
        let mut people = ids(&named(&noor, &wanted).await);
        people.sort_unstable();
        assert_eq!(people, [hugo.id, lova.id]);
        let away = MyAvailability {
            away_until: Some(from_micros(app.state().clock.now().plus_days(1).micros())),
            ..MyAvailability::default()
        };
        hugo.set_my_availability(&away).await.unwrap();
        assert_eq!(ids(&named(&noor, &wanted).await), [lova.id]);
        let enough = MyAvailability { weekly_cap: Some(0), ..MyAvailability::default() };
        lova.set_my_availability(&enough).await.unwrap();
        assert!(named(&noor, &wanted).await.is_empty());
        hugo.set_my_availability(&MyAvailability::default()).await.unwrap();
        assert_eq!(ids(&named(&noor, &wanted).await), [hugo.id]);
        hugo.set_my_topic("sql", &hide(true)).await.unwrap();
        assert!(named(&noor, &wanted).await.is_empty());
        app.stop().await;
    }

    async fn the_asker_who_answered_and_who_may_not_see_it_are_left_out(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, vidar, out) =
            (app.member().await, app.member().await, app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        for person in [&noor, &hugo, &lova, &out] {
            person.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        }
        let asked = noor.ask_question(&question("How do I join two tables?", &["sql"])).await.unwrap().id;
        answer(&hugo, asked, "With a join.").await;
        let wanted = SuggestExperts { question: Some(asked), ..about("", &["sql"]) };
        let mut people = ids(&named(&vidar, &wanted).await);
        people.sort_unstable();
        assert_eq!(people, [lova.id, out.id]);
        app.restrict(&[asked], For::Community(vec![noor.id, hugo.id, lova.id, vidar.id])).await;
        assert_eq!(ids(&named(&vidar, &wanted).await), [lova.id]);
        assert_eq!(refused(out.suggest_experts(&wanted).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn what_cannot_be_taken_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let many = about("Which?", &["a", "b", "c", "d", "e", "f"]);
        assert_eq!(points_at(noor.suggest_experts(&many).await), "/topics");
        let long = SuggestExperts { body: "x".repeat(50_001), ..SuggestExperts::default() };
        assert_eq!(points_at(noor.suggest_experts(&long).await), "/body");
        for limit in [0, 101] {
            let wanted = SuggestExperts { limit: Some(limit), ..SuggestExperts::default() };
            assert_eq!(points_at(noor.suggest_experts(&wanted).await), "/limit");
        }
        app.stop().await;
    }

    async fn in_a_community_its_members_alone_are_named(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        for person in [&noor, &hugo, &lova] {
            person.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        }
        let place = found(&noor, Visibility::OnRequest, JoinRule::Free).await.community.id;
        hugo.join_community(place).await.unwrap();
        let mut everybody = ids(&named(&noor, &about("", &["sql"])).await);
        everybody.sort_unstable();
        assert_eq!(everybody, [hugo.id, lova.id]);
        let here = SuggestExperts { community_id: Some(place), ..about("", &["sql"]) };
        assert_eq!(ids(&named(&noor, &here).await), [hugo.id]);
        assert_eq!(refused(lova.suggest_experts(&here).await), ProblemCode::NotFound, "who does not read there");
        let asked = lova.ask_question(&question("How do I join two tables?", &["sql"])).await.unwrap().id;
        let both = SuggestExperts { question: Some(asked), ..here };
        assert_eq!(ids(&named(&noor, &both).await), [hugo.id]);
        app.stop().await;
    }
}
