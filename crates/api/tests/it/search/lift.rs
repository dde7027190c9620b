//! Being answered, solved and marked helpful lifts.

use tacit_contract::questions::{AcceptAnswer, CreateAnswer};
use tacit_contract::search::{LiftReason, SimilarQuery};

use super::{ask, first_becomes, questions};
use crate::support::app::TestApp;

on_each_database! {
    async fn solved_and_helpful_stand_higher(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, ivo) = (app.member().await, app.member().await);
        let mut asked = Vec::new();
        for room in ["alpha", "beta", "gamma"] {
            let title = format!("How does the projector in room {room} start?");
            asked.push(ask(&noor, &title, "", &["rooms"]).await.id);
        }
        first_becomes(&noor, "projector gamma ", asked[2]).await;
        ivo.mark_helpful(asked[1]).await.unwrap();
        assert_eq!(questions(&noor, "projector ").await.first(), Some(&asked[1]), "marks work at once");
        let answer = CreateAnswer { body: "Hold the button.".to_owned(), language: None };
        let answer = ivo.post_answer(asked[2], &answer).await.unwrap();
        let accept = AcceptAnswer { answer_id: answer.id, reason: None };
        noor.accept_answer(asked[2], &accept).await.unwrap();
        first_becomes(&noor, "projector ", asked[2]).await;
        let similar = SimilarQuery { title: "Starting a projector".to_owned(), topics: None, limit: Some(3) };
        let found = noor.list_similar_questions(&similar).await.unwrap().items;
        let order: Vec<_> = found.iter().map(|question| question.id).collect();
        assert_eq!(order, [asked[2], asked[1], asked[0]]);
        assert!(found[0].lifted_by.contains(&LiftReason::Solved));
        assert!(found[1].lifted_by.contains(&LiftReason::Helpful));
        app.stop().await;
    }
}
