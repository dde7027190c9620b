//! Contributions over time.

use tacit_contract::problem::ProblemCode;

use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, refused};

on_each_database! {
    async fn each_month_has_what_was_asked_and_answered_as_far_as_it_may_be_seen(db: TestDatabase) {
        let app = TestApp::start_with(&db, |args| args.as_of = Some("2026-11-23T09:00:00Z".to_owned())).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let open = ask(&noor, "May I use a recorded call for training?").await.id;
        let hidden = ask(&noor, "Which of the two sheets is the right one?").await.id;
        answer(&noor, open, "A yes covers one call.").await;
        app.restrict(&[hidden], For::People(vec![noor.id])).await;
        let seen = hugo.get_member_activity(&noor.handle).await.unwrap().months;
        assert_eq!(seen.len(), 12);
        let last = seen.last().unwrap();
        assert_eq!((last.month.as_str(), last.questions, last.answers), ("2026-11", 1, 1));
        assert!(seen[..11].iter().all(|month| month.questions + month.answers == 0));
        let own = noor.get_member_activity(&noor.handle).await.unwrap().months;
        assert_eq!(own.last().unwrap().questions, 2);
        assert_eq!(refused(hugo.get_member_activity("nobody-here").await), ProblemCode::NotFound);
        app.stop().await;
    }
}
