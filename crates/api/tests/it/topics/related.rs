//! Related topics, from use.

use tacit_contract::problem::ProblemCode;

use crate::support::app::TestApp;
use crate::support::builders::{For, question, refused};

on_each_database! {
    async fn topics_of_the_same_questions_are_related_from_two_on(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        for topics in [["SQL", "Indexes"], ["SQL", "Indexes"], ["SQL", "Vans"]] {
            noor.ask_question(&question("How do I join two tables that disagree?", &topics)).await.unwrap();
        }
        let found = hugo.list_related_topics("sql").await.unwrap();
        let named: Vec<_> = found.iter().map(|one| (one.topic.slug.as_str(), one.together)).collect();
        assert_eq!(named, [("indexes", 2)]);
        assert_eq!(hugo.list_related_topics("indexes").await.unwrap()[0].topic.slug, "sql");
        assert!(hugo.list_related_topics("vans").await.unwrap().is_empty());
        assert_eq!(refused(hugo.list_related_topics("nothing-here").await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn what_one_may_not_see_does_not_count(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let mut asked = Vec::new();
        for _ in 0..2 {
            let new = question("How do I join two tables that disagree?", &["SQL", "Indexes"]);
            asked.push(noor.ask_question(&new).await.unwrap().id);
        }
        app.restrict(&asked[..1], For::People(vec![noor.id])).await;
        assert_eq!(noor.list_related_topics("sql").await.unwrap().len(), 1);
        assert!(hugo.list_related_topics("sql").await.unwrap().is_empty());
        app.stop().await;
    }
}
