//! Words, stems, synonyms, typing errors, filters.

use std::time::Duration;

use tacit_contract::questions::CreateAnswer;
use tacit_contract::search::{
    CompleteSearchQuery, SearchHit, SearchKind, SearchQuery, SimilarQuery,
};
use tacit_contract::topics::CreateTopic;

use super::{ask, first_becomes, hits, marked, questions, text};
use crate::support::app::TestApp;

on_each_database! {
    async fn what_was_posted_is_found_at_once_with_marks(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        ask(&noor, "Who signs off the quarterly report?", "", &["reports"]).await;
        let warm = ask(&noor, "How do we warm up the press?", "", &["printing"]).await;
        first_becomes(&noor, "warm press ", warm.id).await;
        let asked = ask(
            &noor,
            "Rolling back deployments after a failed release",
            "We deploy on **Fridays** and <b>regret</b> it.",
            &["releases"],
        )
        .await;
        let took = first_becomes(&noor, "deployment rolled back ", asked.id).await;
        assert!(took < Duration::from_secs(3), "{took:?} on a busy machine; within one second on a quiet one");
        let SearchHit::Question(hit) = hits(&noor, "deploying fridays ").await.remove(0) else {
            panic!("not a question");
        };
        assert_eq!(text(&hit.title), "Rolling back deployments after a failed release");
        assert_eq!(marked(&hit.title), ["deployments"]);
        assert_eq!(marked(&hit.snippet), ["deploy", "Fridays"]);
        assert!(!text(&hit.snippet).contains("**"));
        app.stop().await;
    }

    async fn answers_are_found_and_shown(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = ask(&noor, "Why does the night shift lose its logins?", "", &["accounts"]).await;
        let answer = CreateAnswer {
            body: "The kerberos ticket expires at midnight.".to_owned(),
            language: None,
        };
        let answer = app.member().await.post_answer(asked.id, &answer).await.unwrap();
        first_becomes(&noor, "kerberos midnight ", asked.id).await;
        let SearchHit::Question(hit) = hits(&noor, "kerberos ").await.remove(0) else {
            panic!("not a question");
        };
        assert_eq!(hit.snippet_answer_id, Some(answer.id));
        assert_eq!(marked(&hit.snippet), ["kerberos"]);
        app.stop().await;
    }

    async fn swedish_synonyms_typos_and_prefixes_find(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let topic = CreateTopic {
            name: "Kubernetes".to_owned(),
            description: None,
            synonyms: Some(vec!["k8s".to_owned()]),
            parent: None,
        };
        noor.create_topic(&topic).await.unwrap();
        let swedish = ask(
            &noor,
            "Hur byter jag lösenordet till lönesystemet?",
            "Jag har glömt mitt lösenord och kommer inte in i systemet längre.",
            &["accounts"],
        )
        .await;
        let pods = ask(&noor, "Why do my pods restart all the time?", "", &["k8s"]).await;
        first_becomes(&noor, "pods ", pods.id).await;
        for (typed, id) in [
            ("lösenorden ", swedish.id),
            ("losenord", swedish.id),
            ("k8s ", pods.id),
            ("kuberne", pods.id),
            ("kubernets ", pods.id),
            ("restrat pods ", pods.id),
            ("\"pods restart\"", pods.id),
        ] {
            assert_eq!(questions(&noor, typed).await.first(), Some(&id), "{typed}");
        }
        assert!(hits(&noor, "k8s ").await.iter().any(|hit| matches!(hit, SearchHit::Topic(topic) if topic.synonyms == ["k8s"])));
        app.stop().await;
    }

    async fn filters_narrow_and_unknown_ones_are_words(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, ivo) = (app.member().await, app.member().await);
        let mine = ask(&noor, "Where are the printer labels kept?", "", &["printing"]).await;
        let other = ask(&ivo, "Which labels does the customer want?", "", &["customers"]).await;
        first_becomes(&noor, "customer labels ", other.id).await;
        assert_eq!(questions(&noor, "labels topic:printing").await, [mine.id]);
        assert_eq!(questions(&noor, &format!("labels from:{}", ivo.handle)).await, [other.id]);
        assert!(questions(&noor, "topic:nothing labels").await.is_empty());
        assert!(questions(&noor, "is:solved").await.is_empty());
        assert_eq!(questions(&noor, "is:open").await, [other.id, mine.id]);
        assert_eq!(questions(&noor, "is:strange labels ").await.len(), 2);
        app.stop().await;
    }

    async fn completions_and_people(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = ask(&noor, "Where are the printer labels kept?", "Ask about zebras.", &["printing"]).await;
        first_becomes(&noor, "printer labels ", asked.id).await;
        let complete = |q: &str| CompleteSearchQuery { q: q.to_owned(), kind: None, limit: None };
        let found = noor.complete_search(&complete("where prin")).await.unwrap().items;
        let kinds: Vec<_> = found.iter().map(|completion| completion.kind).collect();
        assert!(kinds.contains(&SearchKind::Question) && kinds.contains(&SearchKind::Topic), "{found:?}");
        assert!(noor.complete_search(&complete("zebr")).await.unwrap().items.is_empty());
        app.stop().await;
    }

    async fn similar_questions_require_no_word(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = ask(&noor, "Where are the printer labels kept?", "", &["printing"]).await;
        first_becomes(&noor, "printer labels ", asked.id).await;
        let similar = SimilarQuery {
            title: "Nobody told me yesterday in which drawer labels could possibly be".to_owned(),
            topics: Some("printing".to_owned()),
            limit: Some(5),
        };
        let found = noor.list_similar_questions(&similar).await.unwrap().items;
        assert_eq!(found[0].id, asked.id);
        assert_eq!(found[0].topics[0].slug, "printing");
        app.stop().await;
    }

    async fn pages_go_on_where_they_ended(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let mut asked = Vec::new();
        for number in 1..=7 {
            let title = format!("Label number {number} of the warehouse");
            asked.push(ask(&noor, &title, "", &["printing"]).await.id);
        }
        first_becomes(&noor, "label 7 ", asked[6]).await;
        let mut seen = Vec::new();
        let mut cursor = None;
        loop {
            let query = SearchQuery { q: "label ".to_owned(), kind: Some(SearchKind::Question), cursor, limit: Some(3) };
            let page = noor.search(&query).await.unwrap();
            seen.extend(page.items.into_iter().map(|hit| match hit {
                SearchHit::Question(question) => question.id,
                _ => panic!("not a question"),
            }));
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        seen.sort_unstable();
        asked.sort_unstable();
        assert_eq!(seen, asked);
        app.stop().await;
    }
}
