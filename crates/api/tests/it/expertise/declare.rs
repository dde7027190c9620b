//! What one says about oneself: levels, hiding, availability.

use tacit_contract::expertise::{
    ExpertiseBand, ExpertiseLevel, MyAvailability, SetMyTopic, Standing, TopicPeopleQuery,
};
use tacit_contract::problem::ProblemCode;
use tacit_contract::time::from_micros;

use super::{hide, level, topic};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

on_each_database! {
    async fn a_level_is_set_changed_and_taken_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "Spreadsheets", None).await;
        let said = noor.set_my_topic("spreadsheets", &level(ExpertiseLevel::Learning)).await.unwrap();
        assert_eq!((said.level, said.strength), (Some(ExpertiseLevel::Learning), None));
        let seen = hugo.get_member_expertise(&noor.handle).await.unwrap();
        assert!(seen.knows.is_empty());
        assert_eq!(seen.learning[0].topic.slug, "spreadsheets");
        noor.set_my_topic("spreadsheets", &level(ExpertiseLevel::AskMeFirst)).await.unwrap();
        let seen = hugo.get_member_expertise(&noor.handle).await.unwrap();
        assert!(seen.learning.is_empty());
        assert_eq!((seen.knows[0].band, seen.knows[0].level), (ExpertiseBand::Declared, Some(ExpertiseLevel::AskMeFirst)));
        let back = SetMyTopic { level: Some(None), hidden: None };
        assert_eq!(noor.set_my_topic("spreadsheets", &back).await.unwrap().level, None);
        assert!(hugo.get_member_expertise(&noor.handle).await.unwrap().knows.is_empty());
        assert!(noor.list_my_topics().await.unwrap().is_empty());
        assert_eq!(refused(noor.set_my_topic("nowhere", &back).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn a_hidden_topic_does_not_exist_for_others(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "Technology", None).await;
        topic(&noor, "SQL", Some("technology")).await;
        noor.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        hugo.explain_expertise(&noor.handle, "sql").await.unwrap();
        hugo.explain_expertise(&noor.handle, "technology").await.unwrap();
        noor.set_my_topic("sql", &hide(true)).await.unwrap();
        for slug in ["sql", "technology"] {
            assert_eq!(refused(hugo.explain_expertise(&noor.handle, slug).await), ProblemCode::NotFound, "{slug}");
            let people = hugo.list_topic_people(slug, &TopicPeopleQuery::default()).await.unwrap();
            assert!(people.knows.is_empty(), "{slug}");
        }
        assert!(hugo.get_member_expertise(&noor.handle).await.unwrap().knows.is_empty());
        assert_eq!(refused(hugo.endorse_member(&noor.handle, "sql").await), ProblemCode::NotFound);
        let own = noor.list_my_topics().await.unwrap();
        assert!(own[0].hidden && own[0].strength.is_some());
        noor.set_my_topic("sql", &hide(false)).await.unwrap();
        assert_eq!(hugo.get_member_expertise(&noor.handle).await.unwrap().knows.len(), 1);
        app.stop().await;
    }

    async fn availability_is_said_and_seen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        assert_eq!(noor.get_my_availability().await.unwrap(), MyAvailability::default());
        let soon = from_micros(app.state().clock.now().plus_days(3).micros());
        let mut said = MyAvailability {
            away_until: Some(soon),
            weekly_cap: Some(4),
            asking: "  Mornings are best. ".to_owned(),
        };
        let kept = noor.set_my_availability(&said).await.unwrap();
        assert_eq!(kept.asking, "Mornings are best.");
        assert_eq!(noor.get_my_availability().await.unwrap(), kept);
        let seen = hugo.get_member_expertise(&noor.handle).await.unwrap().availability;
        assert_eq!((seen.standing, seen.away_until), (Standing::Away, Some(soon)));
        said.away_until = Some(from_micros(0));
        said.weekly_cap = Some(0);
        noor.set_my_availability(&said).await.unwrap();
        let seen = hugo.get_member_expertise(&noor.handle).await.unwrap().availability;
        assert_eq!((seen.standing, seen.away_until), (Standing::Busy, None));
        said.weekly_cap = Some(51);
        assert_eq!(points_at(noor.set_my_availability(&said).await), "/weekly_cap");
        said.weekly_cap = None;
        said.asking = "x".repeat(301);
        assert_eq!(points_at(noor.set_my_availability(&said).await), "/asking");
        app.stop().await;
    }

    async fn what_was_said_moves_with_a_merged_topic(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        topic(&noor, "Kubernetes", None).await;
        topic(&noor, "K8s", None).await;
        noor.set_my_topic("k8s", &level(ExpertiseLevel::Experienced)).await.unwrap();
        hugo.set_my_topic("k8s", &hide(true)).await.unwrap();
        hugo.set_my_topic("kubernetes", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        lead.endorse_member(&noor.handle, "k8s").await.unwrap();
        let into = tacit_contract::topics::MergeTopic { into: "kubernetes".to_owned() };
        lead.merge_topic("k8s", &into).await.unwrap();
        app.catch_up().await;
        let said = noor.list_my_topics().await.unwrap();
        assert_eq!((said.len(), said[0].topic.slug.as_str()), (1, "kubernetes"));
        assert_eq!(lead.get_member_expertise_viewer(&noor.handle).await.unwrap().endorsed, [said[0].topic.id]);
        assert!(hugo.list_my_topics().await.unwrap()[0].hidden);
        let why = hugo.explain_expertise(&noor.handle, "k8s").await.unwrap();
        assert_eq!(why.strength.endorsements, 1);
        app.stop().await;
    }
}
