//! Many names, one topic.

use tacit_contract::problem::ProblemCode;
use tacit_contract::topics::CreateTopic;

use crate::support::app::TestApp;
use crate::support::builders::{points_at, question, refused};

pub fn topic(name: &str, synonyms: &[&str]) -> CreateTopic {
    CreateTopic {
        name: name.to_owned(),
        description: None,
        synonyms: Some(synonyms.iter().map(|name| (*name).to_owned()).collect()),
        parent: None,
    }
}

on_each_database! {
    async fn a_synonym_becomes_the_topic(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let kubernetes = noor.create_topic(&topic("Kubernetes", &["k8s", "Kube", "K8S"])).await.unwrap();
        assert_eq!(kubernetes.synonyms, ["k8s", "Kube"]);
        let asked = question("Why does the pod restart all night?", &["K8s", "kubernetes", "KUBE"]);
        let asked = noor.ask_question(&asked).await.unwrap();
        assert_eq!(asked.topics, std::slice::from_ref(&kubernetes.topic));
        for name in ["kubernetes", "k8s", "KUBE", "Kubernetes"] {
            assert_eq!(noor.get_topic(name).await.unwrap().topic, kubernetes.topic, "{name}");
        }
        assert_eq!(refused(noor.get_topic("docker").await), ProblemCode::NotFound);
        assert_eq!(refused(noor.get_topic("%00").await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn signs_tell_tools_apart_and_accents_do_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let tools = question("Which of these do we still use?", &["C", "C++", "C#", ".NET", "Net"]);
        let asked = noor.ask_question(&tools).await.unwrap();
        let slugs: Vec<_> = asked.topics.iter().map(|topic| topic.slug.as_str()).collect();
        assert_eq!(slugs, ["c", "c++", "c#", ".net", "net"]);
        for slug in slugs {
            assert_eq!(noor.get_topic(slug).await.unwrap().topic.slug, slug);
        }
        let swedish = question("Hur börjar man en förhandling?", &["Förhandling"]);
        let asked = noor.ask_question(&swedish).await.unwrap();
        assert_eq!((asked.topics[0].slug.as_str(), asked.topics[0].name.as_str()), ("forhandling", "Förhandling"));
        assert_eq!(noor.get_topic("förhandling").await.unwrap().topic, asked.topics[0]);
        app.stop().await;
    }

    async fn a_name_leads_to_one_topic_only(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        noor.create_topic(&topic("Kubernetes", &["k8s"])).await.unwrap();
        for (new, pointer) in [
            (topic("kubernetes!", &[]), "/name"),
            (topic("K8S", &[]), "/name"),
            (topic("Clusters", &["pods", "k8s"]), "/synonyms/1"),
        ] {
            let result = noor.create_topic(&new).await;
            assert_eq!(refused(result.clone()), ProblemCode::NameTaken);
            assert_eq!(points_at(result), pointer);
        }
        let orphan = CreateTopic { parent: Some("nowhere".to_owned()), ..topic("Clusters", &[]) };
        assert_eq!(points_at(noor.create_topic(&orphan).await), "/parent");
        let many: Vec<String> = (0..31).map(|number| format!("name {number}")).collect();
        let many = CreateTopic { synonyms: Some(many), ..topic("Clusters", &[]) };
        assert_eq!(points_at(noor.create_topic(&many).await), "/synonyms");
        assert_eq!(points_at(noor.create_topic(&topic("a\0b", &[])).await), "/name");
        app.stop().await;
    }
}
