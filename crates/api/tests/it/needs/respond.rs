//! Linking what meets a need.

use tacit_contract::needs::{NeedState, RespondToNeed, ResponseKind};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::{course, say, to};
use crate::support::app::TestApp;
use crate::support::builders::{For, ask, points_at, refused};

fn question(id: Uuid) -> RespondToNeed {
    RespondToNeed {
        question_id: Some(id),
        word: Some("The second answer".to_owned()),
        ..RespondToNeed::default()
    }
}

on_each_database! {
    async fn a_question_and_a_course_are_linked_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let asked = ask(&hugo, "How do I read the discount table?").await.id;
        let first = hugo.respond_to_need(id, &question(asked)).await.unwrap();
        assert_eq!((first.kind, first.word.as_str()), (ResponseKind::Question, "The second answer"));
        assert_eq!(first.question.as_ref().unwrap().id, asked);
        let url = "https://academy.example/price?a=1#b";
        let second = noor.respond_to_need(id, &course(url)).await.unwrap();
        assert_eq!((second.kind, second.url.as_deref()), (ResponseKind::Link, Some(url)));
        assert_eq!(refused(noor.respond_to_need(id, &question(asked)).await), ProblemCode::WrongState);
        assert_eq!(refused(hugo.respond_to_need(id, &course(url)).await), ProblemCode::WrongState);
        let read = hugo.get_need(id).await.unwrap();
        assert_eq!(read.responses, [first, second.clone()]);
        let listed = hugo.list_needs(&Default::default()).await.unwrap().items;
        assert_eq!(listed[0].response, Some(second));
        app.stop().await;
    }

    async fn what_leads_nowhere_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let hidden = ask(&noor, "How do I read the discount table?").await.id;
        app.restrict(&[hidden], For::People(vec![noor.id])).await;
        let cases = [
            (RespondToNeed::default(), "/url"),
            (course("javascript:alert(1)"), "/url"),
            (RespondToNeed { title: None, ..course("https://academy.example") }, "/title"),
            (RespondToNeed { question_id: Some(hidden), ..course("https://academy.example") }, "/url"),
            (question(id), "/question_id"),
            (question(Uuid::from_u128(7)), "/question_id"),
            (question(hidden), "/question_id"),
        ];
        for who in [&noor, &hugo] {
            for (response, pointer) in &cases {
                let result = who.respond_to_need(id, response).await;
                assert_eq!(points_at(result), *pointer, "{response:?}");
            }
        }
        app.stop().await;
    }

    async fn a_link_is_removed_by_those_it_concerns(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let first = hugo.respond_to_need(id, &course("https://academy.example/1")).await.unwrap().id;
        assert_eq!(refused(lova.remove_response(id, first).await), ProblemCode::Forbidden);
        assert_eq!(refused(lova.remove_response(id, Uuid::from_u128(7)).await), ProblemCode::NotFound);
        noor.move_need(id, &to(NeedState::Met)).await.unwrap();
        assert_eq!(refused(hugo.remove_response(id, first).await), ProblemCode::WrongState);
        let second = noor.respond_to_need(id, &course("https://academy.example/2")).await.unwrap().id;
        assert_eq!(hugo.get_need_viewer(id).await.unwrap().may_remove, [first]);
        hugo.remove_response(id, first).await.unwrap();
        let left = noor.get_need(id).await.unwrap().responses;
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [second]);
        app.stop().await;
    }

    async fn a_question_one_may_not_see_any_more_is_not_shown(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let asked = ask(&noor, "How do I read the discount table?").await.id;
        noor.respond_to_need(id, &question(asked)).await.unwrap();
        app.restrict(&[asked], For::People(vec![noor.id])).await;
        assert!(hugo.get_need(id).await.unwrap().responses.is_empty());
        assert_eq!(hugo.list_needs(&Default::default()).await.unwrap().items[0].response, None);
        app.stop().await;
    }
}
