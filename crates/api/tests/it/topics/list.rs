//! Lists and completions.

use tacit_contract::problem::ProblemCode;
use tacit_contract::topics::{CompleteTopicsQuery, ListTopicsQuery, TopicSort};

use super::names::topic;
use crate::support::app::TestApp;
use crate::support::builders::{question, refused};

on_each_database! {
    async fn topics_are_listed_in_each_order_page_by_page(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        for (title, topics) in [
            ("Why does the pod restart?", vec!["Zebra", "Apple"]),
            ("Why do the pods restart?", vec!["Zebra"]),
            ("Why does it restart again?", vec!["Mango", "Zebra"]),
        ] {
            noor.ask_question(&question(title, &topics)).await.unwrap();
        }
        noor.follow_topic("mango").await.unwrap();
        app.catch_up().await;
        for (sort, first) in [(TopicSort::Name, "apple"), (TopicSort::Questions, "zebra")] {
            let mut query = ListTopicsQuery { sort: Some(sort), limit: Some(1), ..ListTopicsQuery::default() };
            let mut slugs = Vec::new();
            loop {
                let page = noor.list_topics(&query).await.unwrap();
                slugs.extend(page.items.into_iter().map(|row| row.topic.slug));
                query.cursor = page.next_cursor;
                if query.cursor.is_none() {
                    break;
                }
            }
            assert_eq!((slugs.len(), slugs[0].as_str()), (3, first), "{sort:?}");
        }
        let active = ListTopicsQuery { sort: Some(TopicSort::Active), ..ListTopicsQuery::default() };
        let active = noor.list_topics(&active).await.unwrap();
        assert_eq!(active.items[2].topic.slug, "apple");
        assert!(active.items[0].last_activity_at.is_some());
        let followed = ListTopicsQuery { followed: Some(true), ..ListTopicsQuery::default() };
        assert_eq!(noor.list_topics(&followed).await.unwrap().items.len(), 1);
        let forged = ListTopicsQuery { cursor: Some("forged".to_owned()), ..ListTopicsQuery::default() };
        assert_eq!(refused(noor.list_topics(&forged).await), ProblemCode::InvalidCursor);
        app.stop().await;
    }

    async fn words_find_topics_by_any_name(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        noor.create_topic(&topic("Kubernetes", &["k8s", "container clusters"])).await.unwrap();
        noor.create_topic(&topic("Customer calls", &["kundsamtal"])).await.unwrap();
        noor.create_topic(&topic("Calls", &[])).await.unwrap();
        let find = |q: &'static str| {
            let noor = noor.clone();
            async move {
                let query = CompleteTopicsQuery { q: q.to_owned(), limit: None };
                let found = noor.complete_topics(&query).await.unwrap();
                found.into_iter().map(|row| (row.topic.slug, row.synonym)).collect::<Vec<_>>()
            }
        };
        let plain = |slug: &str| (slug.to_owned(), None);
        assert_eq!(find("kub").await, [plain("kubernetes")]);
        assert_eq!(find("K8").await, [("kubernetes".to_owned(), Some("k8s".to_owned()))]);
        assert_eq!(find("kunds").await, [("customer-calls".to_owned(), Some("kundsamtal".to_owned()))]);
        assert_eq!(find("calls").await, [plain("calls"), plain("customer-calls")]);
        assert_eq!(find("cust cal").await, [plain("customer-calls")]);
        assert_eq!(find("").await.len(), 3);
        assert!(find("%").await.is_empty());
        assert!(find("complete").await.is_empty());
        let query = ListTopicsQuery { q: Some("cluster".to_owned()), ..ListTopicsQuery::default() };
        assert_eq!(noor.list_topics(&query).await.unwrap().items.len(), 1);
        app.stop().await;
    }
}
