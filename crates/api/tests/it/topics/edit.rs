//! Editing: everybody describes, leads keep order.

use tacit_contract::problem::ProblemCode;
use tacit_contract::topics::UpdateTopic;

use super::names::topic;
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

on_each_database! {
    async fn everybody_describes_leads_keep_order(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        noor.create_topic(&topic("Customer calls", &["phone"])).await.unwrap();
        noor.create_topic(&topic("Customers", &[])).await.unwrap();
        let words = UpdateTopic { description: Some("On the **telephone**.".to_owned()), ..UpdateTopic::default() };
        let edited = noor.edit_topic("phone", 1, &words).await.unwrap();
        assert_eq!(edited.version, 2);
        assert!(edited.description_html.contains("<strong>telephone</strong>"));
        let order = UpdateTopic {
            name: Some("Phone calls".to_owned()),
            synonyms: Some(vec!["phone".to_owned(), "Kundsamtal".to_owned()]),
            parent: Some(Some("customers".to_owned())),
            ..UpdateTopic::default()
        };
        assert_eq!(refused(noor.edit_topic("phone", 2, &order).await), ProblemCode::Forbidden);
        let edited = lead.edit_topic("phone", 2, &order).await.unwrap();
        assert_eq!((edited.topic.name.as_str(), edited.topic.slug.as_str()), ("Phone calls", "customer-calls"));
        assert_eq!(edited.parent.unwrap().slug, "customers");
        for name in ["phone-calls", "kundsamtal", "customer-calls"] {
            assert_eq!(noor.get_topic(name).await.unwrap().topic.id, edited.topic.id, "{name}");
        }
        assert_eq!(noor.get_topic("customers").await.unwrap().children.len(), 1);
        assert_eq!(refused(lead.edit_topic("phone", 2, &order).await), ProblemCode::StaleVersion);
        let alone = UpdateTopic { parent: Some(None), ..UpdateTopic::default() };
        assert_eq!(lead.edit_topic("phone", 3, &alone).await.unwrap().parent, None);
        app.stop().await;
    }

    async fn no_topic_stands_under_itself(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let lead = app.lead().await;
        for (name, parent) in [("Work", None), ("Talks", Some("work")), ("Calls", Some("talks"))] {
            let mut new = topic(name, &[]);
            new.parent = parent.map(str::to_owned);
            lead.create_topic(&new).await.unwrap();
        }
        for below in ["work", "talks", "calls"] {
            let parent = UpdateTopic { parent: Some(Some(below.to_owned())), ..UpdateTopic::default() };
            assert_eq!(points_at(lead.edit_topic("work", 1, &parent).await), "/parent");
        }
        app.stop().await;
    }

    async fn following_is_ones_own(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        noor.create_topic(&topic("Customer calls", &["phone"])).await.unwrap();
        noor.follow_topic("phone").await.unwrap();
        noor.follow_topic("customer-calls").await.unwrap();
        let viewer = noor.get_topic_viewer("phone").await.unwrap();
        assert!(viewer.following && viewer.may_edit && !viewer.may_order && !viewer.may_merge);
        let leads = lead.get_topic_viewer("phone").await.unwrap();
        assert!(!leads.following && leads.may_order && leads.may_merge);
        app.catch_up().await;
        assert_eq!(noor.get_topic("phone").await.unwrap().counts.followers, 1);
        noor.unfollow_topic("phone").await.unwrap();
        noor.unfollow_topic("phone").await.unwrap();
        assert!(!noor.get_topic_viewer("phone").await.unwrap().following);
        assert_eq!(refused(noor.follow_topic("nowhere").await), ProblemCode::NotFound);
        app.stop().await;
    }
}
