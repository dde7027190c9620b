//! Merging: everything moves, the old name leads on.

use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::ListQuestionsQuery;
use tacit_contract::topics::{ListTopicsQuery, MergeTopic};

use super::names::topic;
use crate::support::app::TestApp;
use crate::support::builders::{points_at, question, refused};

fn into(slug: &str) -> MergeTopic {
    MergeTopic {
        into: slug.to_owned(),
    }
}

on_each_database! {
    async fn questions_followers_names_and_children_move(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let kubernetes = noor.create_topic(&topic("Kubernetes", &[])).await.unwrap().topic;
        noor.create_topic(&topic("K8s", &["kube"])).await.unwrap();
        let mut child = topic("Pods", &[]);
        child.parent = Some("k8s".to_owned());
        noor.create_topic(&child).await.unwrap();
        let only_old = noor.ask_question(&question("Why does the pod restart?", &["k8s"])).await.unwrap().id;
        let both = noor.ask_question(&question("Why do the pods restart?", &["k8s", "Night", "kubernetes"])).await.unwrap().id;
        noor.follow_topic("k8s").await.unwrap();
        hugo.follow_topic("k8s").await.unwrap();
        hugo.follow_topic("kubernetes").await.unwrap();
        assert_eq!(refused(noor.merge_topic("k8s", &into("kubernetes")).await), ProblemCode::Forbidden);
        let stays = lead.merge_topic("k8s", &into("kubernetes")).await.unwrap();
        assert_eq!(stays.topic, kubernetes);
        assert_eq!(stays.synonyms, ["K8s", "kube"]);
        assert_eq!(stays.children[0].slug, "pods");
        for name in ["k8s", "kube", "kubernetes"] {
            assert_eq!(noor.get_topic(name).await.unwrap().topic, kubernetes, "{name}");
        }
        assert_eq!(noor.get_question(only_old).await.unwrap().topics, std::slice::from_ref(&kubernetes));
        let slugs: Vec<_> = noor.get_question(both).await.unwrap().topics.into_iter().map(|t| t.slug).collect();
        assert_eq!(slugs, ["night", "kubernetes"]);
        assert!(noor.get_topic_viewer("kubernetes").await.unwrap().following);
        app.catch_up().await;
        let counts = noor.get_topic("k8s").await.unwrap().counts;
        assert_eq!((counts.questions, counts.followers), (2, 2));
        let query = ListQuestionsQuery { topic: Some("k8s".to_owned()), ..ListQuestionsQuery::default() };
        assert_eq!(noor.list_questions(&query).await.unwrap().items.len(), 2);
        let all = noor.list_topics(&ListTopicsQuery::default()).await.unwrap();
        assert!(all.items.iter().all(|row| row.topic.slug != "k8s"));
        let again = noor.ask_question(&question("Why does it restart again?", &["K8s"])).await.unwrap();
        assert_eq!(again.topics, [kubernetes]);
        app.stop().await;
    }

    async fn a_topic_merges_into_what_stands_below_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let lead = app.lead().await;
        for (name, parent) in [("Work", None), ("Talks", Some("work")), ("Calls", Some("talks"))] {
            let mut new = topic(name, &[]);
            new.parent = parent.map(str::to_owned);
            lead.create_topic(&new).await.unwrap();
        }
        let calls = lead.merge_topic("work", &into("calls")).await.unwrap();
        assert_eq!(calls.parent, None);
        assert_eq!(calls.children[0].slug, "talks");
        assert_eq!(points_at(lead.merge_topic("work", &into("calls")).await), "/into");
        assert_eq!(points_at(lead.merge_topic("talks", &into("nowhere")).await), "/into");
        assert_eq!(refused(lead.merge_topic("nowhere", &into("calls")).await), ProblemCode::NotFound);
        let talks = lead.merge_topic("calls", &into("talks")).await.unwrap();
        assert_eq!(talks.synonyms, ["Calls", "Work"]);
        assert_eq!(lead.get_topic("work").await.unwrap().topic.slug, "talks");
        app.stop().await;
    }
}
