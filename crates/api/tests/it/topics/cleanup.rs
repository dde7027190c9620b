//! Keeping the vocabulary in order: what is suggested, and deleting what is not used.

use tacit_contract::problem::ProblemCode;
use tacit_contract::topics::{CreateTopic, Nearness};

use crate::support::app::TestApp;
use crate::support::builders::{For, question, refused};

fn topic(name: &str) -> CreateTopic {
    CreateTopic {
        name: name.to_owned(),
        description: None,
        synonyms: None,
        parent: None,
    }
}

on_each_database! {
    async fn near_names_and_unused_topics_are_suggested_to_leads(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        noor.ask_question(&question("How do I export the stock sheet?", &["Invoices"])).await.unwrap();
        noor.ask_question(&question("Who signs for a damaged pallet?", &["Invoices", "Keys"])).await.unwrap();
        let hidden = noor.ask_question(&question("Who covers the night of the fourth?", &["Invoice"])).await.unwrap().id;
        app.restrict(&[hidden], For::People(vec![noor.id])).await;
        let named = topic("Odds");
        noor.create_topic(&named).await.unwrap();
        app.catch_up().await;
        assert_eq!(refused(noor.get_topic_cleanup().await), ProblemCode::Forbidden);
        let found = lead.get_topic_cleanup().await.unwrap();
        assert_eq!(found.unused.iter().map(|row| row.topic.slug.as_str()).collect::<Vec<_>>(), ["odds"]);
        let pair = &found.near[0];
        assert_eq!((pair.stays.slug.as_str(), pair.goes.slug.as_str(), pair.why), ("invoices", "invoice", Nearness::Plural));
        assert_eq!(found.near.len(), 1);
        app.stop().await;
    }

    async fn only_what_nothing_hangs_on_is_deleted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let id = noor.ask_question(&question("How do I export the stock sheet?", &["Keys"])).await.unwrap().id;
        for name in ["Odds", "Ends"] {
            noor.create_topic(&topic(name)).await.unwrap();
        }
        noor.follow_topic("ends").await.unwrap();
        noor.delete_post(id, &Default::default()).await.unwrap();
        assert_eq!(refused(noor.delete_topic("odds").await), ProblemCode::Forbidden);
        assert_eq!(refused(lead.delete_topic("nothing").await), ProblemCode::NotFound);
        for used in ["keys", "ends"] {
            assert_eq!(refused(lead.delete_topic(used).await), ProblemCode::WrongState, "{used}");
        }
        lead.delete_topic("odds").await.unwrap();
        assert_eq!(refused(noor.get_topic("odds").await), ProblemCode::NotFound);
        app.catch_up().await;
        noor.ask_question(&question("What is an odd thing to ask?", &["Odds"])).await.unwrap();
        app.stop().await;
    }
}
