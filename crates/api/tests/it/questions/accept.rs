//! Answering, accepting and taking back.

use sea_orm::EntityTrait;
use tacit_api::db::entities::event;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{
    AcceptAnswer, ActKind, ListQuestionsQuery, QuestionState, WithdrawAcceptanceQuery,
};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, points_at, refused};

fn accept(answer_id: Uuid, reason: Option<&str>) -> AcceptAnswer {
    AcceptAnswer {
        answer_id,
        reason: reason.map(str::to_owned),
    }
}

async fn events(app: &TestApp, kind: &str) -> usize {
    let rows = event::Entity::find()
        .all(app.state().db.reader())
        .await
        .unwrap();
    rows.iter().filter(|row| row.kind == kind).count()
}

on_each_database! {
    async fn a_question_goes_from_open_to_solved_and_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let state = || async { noor.get_question(id).await.unwrap().state };
        assert_eq!(state().await, QuestionState::Open);
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let own = answer(&noor, id, "Or with the keyboard.").await.id;
        assert_eq!(state().await, QuestionState::Answered);
        noor.accept_answer(id, &accept(reply, None)).await.unwrap();
        noor.accept_answer(id, &accept(reply, None)).await.unwrap();
        assert_eq!(state().await, QuestionState::Solved);
        assert_eq!(events(&app, "answer_accepted").await, 1);
        noor.accept_answer(id, &accept(own, None)).await.unwrap();
        assert_eq!(events(&app, "acceptance_withdrawn").await, 1);
        let page = noor.get_question(id).await.unwrap();
        let accepted: Vec<_> = page.answers.iter().filter(|a| a.accepted).map(|a| a.id).collect();
        assert_eq!(accepted, [own]);
        assert!(page.acts.is_empty());
        let none = WithdrawAcceptanceQuery::default();
        noor.withdraw_acceptance(id, &none).await.unwrap();
        noor.withdraw_acceptance(id, &none).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.state, page.accepted_at), (QuestionState::Answered, None));
        let listed = noor.list_questions(&ListQuestionsQuery::default()).await.unwrap();
        assert_eq!(listed.items[0].answer_count, 2);
        assert_eq!(page.version, 1, "only edits raise the version");
        app.stop().await;
    }

    async fn a_lead_accepts_with_a_reason_that_stays(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        assert_eq!(refused(hugo.accept_answer(id, &accept(reply, Some("Mine"))).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.accept_answer(id, &accept(reply, None)).await), "/reason");
        assert_eq!(points_at(lead.accept_answer(id, &accept(reply, Some("  "))).await), "/reason");
        lead.accept_answer(id, &accept(reply, Some("Noor has left"))).await.unwrap();
        let why = |text: &str| WithdrawAcceptanceQuery { reason: Some(text.to_owned()) };
        assert_eq!(points_at(lead.withdraw_acceptance(id, &why("")).await), "/reason");
        lead.withdraw_acceptance(id, &why("No longer true")).await.unwrap();
        let acts = noor.get_question(id).await.unwrap().acts;
        let told: Vec<_> = acts.iter().map(|act| (act.kind, act.reason.as_str())).collect();
        assert_eq!(told, [(ActKind::Withdrawn, "No longer true"), (ActKind::Accepted, "Noor has left")]);
        assert_eq!(acts[0].by.as_ref().unwrap().id, lead.id);
        app.stop().await;
    }

    async fn only_an_answer_of_this_question_is_accepted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let other = ask(&noor, "Who signs for a damaged pallet?").await.id;
        let elsewhere = answer(&hugo, other, "The driver.").await.id;
        let gone = answer(&hugo, id, "Nobody does.").await.id;
        app.delete(gone).await;
        for wrong in [elsewhere, gone, other, Uuid::now_v7()] {
            let result = noor.accept_answer(id, &accept(wrong, None)).await;
            assert_eq!(points_at(result), "/answer_id");
        }
        assert_eq!(refused(noor.accept_answer(elsewhere, &accept(elsewhere, None)).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn two_accepts_at_once_leave_one(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let one = answer(&hugo, id, "From the menu.").await.id;
        let two = answer(&hugo, id, "With the keyboard.").await.id;
        let (one, two) = (accept(one, None), accept(two, None));
        let (first, second) = tokio::join!(noor.accept_answer(id, &one), noor.accept_answer(id, &two));
        first.unwrap();
        second.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!(page.answers.iter().filter(|answer| answer.accepted).count(), 1);
        assert_eq!(events(&app, "answer_accepted").await, 2);
        assert_eq!(events(&app, "acceptance_withdrawn").await, 1);
        app.stop().await;
    }

    async fn answers_at_once_are_all_counted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let all = (0..6).map(|number| {
            let noor = noor.clone();
            async move { answer(&noor, id, &format!("Way number {number}.")).await }
        });
        futures::future::join_all(all).await;
        let listed = noor.list_questions(&ListQuestionsQuery::default()).await.unwrap();
        assert_eq!(listed.items[0].answer_count, 6);
        app.stop().await;
    }
}
