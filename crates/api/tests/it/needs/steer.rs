//! How far a need has come, and which lead takes care of it.

use tacit_contract::moderation::{AuditAct, ListAuditEntriesQuery};
use tacit_contract::needs::{LetGoQuery, MoveNeed, NeedState, StepKind, TakeOnNeed};
use tacit_contract::problem::ProblemCode;

use super::{course, say, to};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

on_each_database! {
    async fn the_owner_moves_it_with_a_word_and_others_do_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        assert_eq!(refused(hugo.move_need(id, &to(NeedState::OnHold)).await), ProblemCode::Forbidden);
        assert!(hugo.get_need_viewer(id).await.unwrap().moves.is_empty());
        let mute = MoveNeed { state: NeedState::OnHold, word: "  ".to_owned() };
        assert_eq!(points_at(noor.move_need(id, &mute).await), "/word");
        assert_eq!(refused(noor.move_need(id, &to(NeedState::Open)).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.move_need(id, &to(NeedState::Met)).await), ProblemCode::WrongState);
        noor.move_need(id, &to(NeedState::OnHold)).await.unwrap();
        noor.respond_to_need(id, &course("https://academy.example")).await.unwrap();
        noor.move_need(id, &to(NeedState::AlreadyExists)).await.unwrap();
        assert_eq!(refused(noor.move_need(id, &to(NeedState::UnderWay)).await), ProblemCode::WrongState);
        let read = hugo.get_need(id).await.unwrap();
        assert_eq!(read.state, NeedState::AlreadyExists);
        let states: Vec<_> = read.steps.iter().map(|step| step.state).collect();
        assert_eq!(states, [NeedState::AlreadyExists, NeedState::OnHold]);
        assert_eq!(read.steps[0].word, "Priya looks for a date");
        assert_eq!(noor.get_need_viewer(id).await.unwrap().moves, [NeedState::Open]);
        app.stop().await;
    }

    async fn a_lead_takes_it_on_moves_it_and_lets_go(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, other, admin) = (app.member().await, app.lead().await, app.lead().await, app.admin().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let word = TakeOnNeed { word: "I ask around in Luleå".to_owned() };
        assert_eq!(refused(noor.take_on_need(id, &word).await), ProblemCode::Forbidden);
        lead.take_on_need(id, &word).await.unwrap();
        lead.take_on_need(id, &word).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!((read.state, read.steps.len()), (NeedState::Exploring, 1));
        assert_eq!(read.taken_by.as_ref().unwrap().handle, lead.handle);
        assert_eq!(read.steps[0].kind, StepKind::TakenOn);
        other.move_need(id, &to(NeedState::UnderWay)).await.unwrap();
        other.take_on_need(id, &word).await.unwrap();
        assert_eq!(noor.get_need(id).await.unwrap().taken_by.unwrap().handle, other.handle);
        let word = LetGoQuery { word: "I am away until March".to_owned() };
        assert_eq!(refused(noor.let_go_of_need(id, &word).await), ProblemCode::Forbidden);
        lead.let_go_of_need(id, &word).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!((read.taken_by, read.state), (None, NeedState::UnderWay));
        let query = ListAuditEntriesQuery { act: Some(AuditAct::NeedMoved), ..Default::default() };
        let log = admin.list_audit_entries(&query).await.unwrap().items;
        assert_eq!(log.len(), 1);
        assert_eq!((log[0].need_id, log[0].question_id), (Some(id), None));
        assert_eq!(log[0].detail.as_deref(), Some("exploring under_way"));
        app.stop().await;
    }

    async fn two_who_move_it_at_once_do_not_both(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let there = to(NeedState::NotNow);
        let (one, two) = tokio::join!(noor.move_need(id, &there), lead.move_need(id, &there));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        assert_eq!(noor.get_need(id).await.unwrap().steps.len(), 1);
        app.stop().await;
    }
}
