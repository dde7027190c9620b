//! The first sign-in.

use tacit_contract::expertise::{EndWelcome, ExpertiseLevel};

use super::level;
use crate::support::app::TestApp;
use crate::support::builders::ask;

on_each_database! {
    async fn who_said_nothing_is_asked_once_with_the_topics_most_asked_about(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        assert!(noor.get_my_welcome().await.unwrap().due);
        ask(&hugo, "May I use a recorded call for training?").await;
        app.catch_up().await;
        let welcome = noor.get_my_welcome().await.unwrap();
        let offered: Vec<_> = welcome.offered.iter().map(|topic| topic.slug.as_str()).collect();
        assert_eq!(offered, ["customer-calls"]);
        noor.end_my_welcome(&EndWelcome { skipped: true }).await.unwrap();
        noor.end_my_welcome(&EndWelcome { skipped: false }).await.unwrap();
        assert!(!noor.get_my_welcome().await.unwrap().due);
        // It is another's own business.
        assert!(hugo.get_my_welcome().await.unwrap().due);
        hugo.set_my_topic("customer-calls", &level(ExpertiseLevel::Learning)).await.unwrap();
        assert!(!hugo.get_my_welcome().await.unwrap().due);
        app.stop().await;
    }
}
