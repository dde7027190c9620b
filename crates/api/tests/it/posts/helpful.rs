//! The helpful mark: on and off, once per person, never one's own.

use tacit_contract::posts::HelpfulState;
use tacit_contract::problem::ProblemCode;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment, refused};

const fn state(marked: bool, helpful_count: i32) -> HelpfulState {
    HelpfulState {
        marked,
        helpful_count,
    }
}

on_each_database! {
    async fn a_mark_is_set_and_taken_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        let said = comment(&noor, reply, "Under File.").await.id;
        for post in [id, reply, said] {
            assert_eq!(hugo.mark_helpful(post).await.unwrap(), state(true, 1));
            assert_eq!(hugo.mark_helpful(post).await.unwrap(), state(true, 1));
            assert_eq!(lova.mark_helpful(post).await.unwrap(), state(true, 2));
            assert_eq!(hugo.unmark_helpful(post).await.unwrap(), state(false, 1));
            assert_eq!(hugo.unmark_helpful(post).await.unwrap(), state(false, 1));
            assert_eq!(refused(noor.mark_helpful(post).await), ProblemCode::Forbidden);
        }
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.helpful_count, page.version), (1, 1));
        app.stop().await;
    }

    async fn marks_at_once_are_all_counted_and_each_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let mut people = Vec::new();
        for _ in 0..4 {
            people.push(app.member().await);
        }
        let twice = people.iter().chain(&people).map(|person| person.mark_helpful(id));
        for outcome in futures::future::join_all(twice).await {
            outcome.unwrap();
        }
        assert_eq!(noor.get_question(id).await.unwrap().helpful_count, 4);
        app.stop().await;
    }
}
