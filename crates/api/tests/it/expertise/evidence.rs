//! Evidence from answers: what counts, for whom it is seen, and how it explains itself.

use tacit_contract::expertise::{ContributionSource, ExpertiseBand, ExpertiseExplanation};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{AcceptAnswer, QuestionDetail};
use uuid::Uuid;

use super::topic;
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, question, refused};
use crate::support::roles::Person;

async fn ask(person: &Person, title: &str, topics: &[&str]) -> QuestionDetail {
    person.ask_question(&question(title, topics)).await.unwrap()
}

fn accepting(answer_id: Uuid) -> AcceptAnswer {
    AcceptAnswer {
        answer_id,
        reason: None,
    }
}

/// Asks, has it answered and accepts; gives the question and the answer.
async fn solved(asker: &Person, answerer: &Person, title: &str, topics: &[&str]) -> (Uuid, Uuid) {
    let asked = ask(asker, title, topics).await.id;
    let reply = answer(answerer, asked, "With a pivot table.").await.id;
    asker.accept_answer(asked, &accepting(reply)).await.unwrap();
    (asked, reply)
}

async fn why(viewer: &Person, person: &Person, topic: &str) -> ExpertiseExplanation {
    viewer
        .explain_expertise(&person.handle, topic)
        .await
        .unwrap()
}

on_each_database! {
    async fn accepted_and_helpful_answers_count_and_say_so(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let (asked, reply) = solved(&noor, &hugo, "How do I pivot the stock sheet?", &["spreadsheets"]).await;
        lova.mark_helpful(reply).await.unwrap();
        app.catch_up().await;
        let found = why(&noor, &hugo, "spreadsheets").await;
        assert_eq!((found.strength.band, found.strength.answers, found.strength.accepted), (ExpertiseBand::Some, 1, 1));
        let only = &found.contributions[0];
        assert_eq!((only.share, only.circular, found.contributions.len()), (100, false, 1));
        match &only.source {
            ContributionSource::Answered { answer_id, question, accepted, helpful } => {
                assert_eq!((*answer_id, question.id, *accepted, *helpful), (reply, asked, true, 1));
            }
            other => panic!("{other:?}"),
        }
        let before = found.strength.strength;
        lova.unmark_helpful(reply).await.unwrap();
        app.catch_up().await;
        assert!(why(&noor, &hugo, "spreadsheets").await.strength.strength < before);
        app.stop().await;
    }

    async fn answers_nobody_confirmed_and_answers_to_oneself_show_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let asked = ask(&noor, "How do I pivot the stock sheet?", &["spreadsheets"]).await.id;
        answer(&hugo, asked, "No idea, sorry.").await;
        solved(&noor, &noor, "How do I unpivot the stock sheet?", &["spreadsheets"]).await;
        app.catch_up().await;
        for person in [&noor, &hugo] {
            assert_eq!(refused(noor.explain_expertise(&person.handle, "spreadsheets").await), ProblemCode::NotFound);
        }
        app.stop().await;
    }

    async fn a_ring_gains_nothing_and_an_outsider_gives_it_weight(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, lead) = (app.member().await, app.member().await, app.member().await, app.lead().await);
        for (number, (asker, answerer)) in [(&noor, &hugo), (&hugo, &lova), (&lova, &noor)].into_iter().enumerate() {
            for turn in 0..2 {
                solved(asker, answerer, &format!("Made up question {number} of turn {turn}?"), &["sql"]).await;
            }
        }
        app.catch_up().await;
        for person in [&noor, &hugo, &lova] {
            assert_eq!(refused(lead.explain_expertise(&person.handle, "sql").await), ProblemCode::NotFound);
        }
        lead.endorse_member(&hugo.handle, "sql").await.unwrap();
        app.catch_up().await;
        let found = why(&lead, &hugo, "sql").await;
        assert!(found.contributions.iter().any(|one| one.circular && one.share > 0));
        assert_eq!(refused(lead.explain_expertise(&noor.handle, "sql").await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn evidence_counts_half_for_the_topic_above(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "Technology", None).await;
        topic(&noor, "SQL", Some("technology")).await;
        solved(&noor, &hugo, "How do I join two tables here?", &["sql"]).await;
        app.catch_up().await;
        let own = why(&noor, &hugo, "sql").await.strength.strength;
        let above = why(&noor, &hugo, "technology").await.strength.strength;
        assert!(above > 0 && above < own && above * 2 >= own, "{own} {above}");
        app.stop().await;
    }

    async fn what_one_may_not_see_counts_for_others_only(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, stranger) = (app.member().await, app.member().await, app.member().await, app.member().await);
        let (asked, reply) = solved(&noor, &hugo, "How do I join two tables here?", &["sql"]).await;
        let inside = For::Community(vec![noor.id, hugo.id, lova.id]);
        app.restrict(&[asked, reply], inside).await;
        app.catch_up().await;
        app.rebuild("expertise").await;
        // The server's own projector may still have the lease on its half of the work.
        while lova.explain_expertise(&hugo.handle, "sql").await.is_err() {
            app.catch_up().await;
        }
        assert_eq!(why(&lova, &hugo, "sql").await.strength.answers, 1);
        assert_eq!(refused(stranger.explain_expertise(&hugo.handle, "sql").await), ProblemCode::NotFound);
        assert!(stranger.get_member_expertise(&hugo.handle).await.unwrap().knows.is_empty());
        app.delete(reply).await;
        assert_eq!(refused(lova.explain_expertise(&hugo.handle, "sql").await), ProblemCode::NotFound);
        app.stop().await;
    }
}
