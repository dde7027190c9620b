//! Asking: what is taken, what is refused, and asking twice.

use reqwest::{Method, StatusCode};
use serde_json::json;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::questions::{AskQuestion, ListQuestionsQuery, QuestionState, Urgency};

use crate::support::app::{TestApp, header, problem_of};
use crate::support::builders::{points_at, question, refused};

/// Makes a good question one that is refused.
type Spoil = Box<dyn Fn(&mut AskQuestion)>;

on_each_database! {
    async fn a_question_is_asked_and_read(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = noor
            .ask_question(&AskQuestion {
                title: "  May I use a recorded\tcustomer call for training? ".to_owned(),
                body: "A yes in **March**.<script>alert(1)</script>".to_owned(),
                topics: vec!["Data privacy".to_owned(), "customer-calls".to_owned()],
                urgency: Some(tacit_contract::questions::Urgency::Blocking),
                language: None,
                audience: None,
                ask: None,
                nameless: false,
            })
            .await
            .unwrap();
        assert_eq!(asked.title, "May I use a recorded customer call for training?");
        assert_eq!(asked.state, QuestionState::Open);
        assert_eq!(asked.urgency, Urgency::Blocking);
        assert_eq!(asked.language, "en");
        assert_eq!(asked.version, 1);
        assert_eq!(asked.by.author.as_ref().unwrap().handle, noor.handle);
        assert!(asked.body_html.contains("<strong>March</strong>"));
        assert!(!asked.body_html.contains("script"));
        let slugs: Vec<_> = asked.topics.iter().map(|topic| topic.slug.as_str()).collect();
        assert_eq!(slugs, ["data-privacy", "customer-calls"]);
        let other = app.member().await;
        assert_eq!(other.get_question(asked.id).await.unwrap(), asked);
        app.stop().await;
    }

    async fn a_swedish_question_is_known_as_such(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let mut swedish = question("Hur lång uppsägningstid har jag under provanställningen?", &["Anställning"]);
        swedish.body = "Jag har läst avtalet men förstår inte vilken regel som gäller för oss.".to_owned();
        let asked = noor.ask_question(&swedish).await.unwrap();
        assert_eq!(asked.language, "sv");
        assert_eq!(asked.topics[0].slug, "anstallning");
        swedish.language = Some("en-GB".to_owned());
        assert_eq!(noor.ask_question(&swedish).await.unwrap().language, "en");
        swedish.language = Some("english".to_owned());
        assert_eq!(points_at(noor.ask_question(&swedish).await), "/language");
        app.stop().await;
    }

    async fn what_cannot_be_taken_is_pointed_at(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let good = question("Which of the two sheets do we trust?", &["Stock"]);
        let cases: Vec<(Spoil, &str)> = vec![
            (Box::new(|q| q.title = "Too short".to_owned()), "/title"),
            (Box::new(|q| q.title = "å".repeat(201)), "/title"),
            (Box::new(|q| q.title = "??????????????".to_owned()), "/title"),
            (Box::new(|q| q.title = "Which of \u{202E}the two?".to_owned()), "/title"),
            (Box::new(|q| q.title = "Which of \0the two?".to_owned()), "/title"),
            (Box::new(|q| q.body = "a\0b".to_owned()), "/body"),
            (Box::new(|q| q.body = "a\u{8}b".to_owned()), "/body"),
            (Box::new(|q| q.body = "å".repeat(50_001)), "/body"),
            (Box::new(|q| q.topics.clear()), "/topics"),
            (Box::new(|q| q.topics = (0..6).map(|n| format!("topic {n}")).collect()), "/topics"),
            (Box::new(|q| q.topics.push("+++".to_owned())), "/topics/1"),
            (Box::new(|q| q.topics.push("x".repeat(61))), "/topics/1"),
            (Box::new(|q| q.topics.push("Complete".to_owned())), "/topics/1"),
        ];
        for (spoil, pointer) in cases {
            let mut bad = good.clone();
            spoil(&mut bad);
            let result = noor.ask_question(&bad).await;
            assert_eq!(refused(result.clone()), ProblemCode::ValidationFailed, "{bad:?}");
            assert_eq!(points_at(result), pointer, "{bad:?}");
        }
        let all = noor.list_questions(&ListQuestionsQuery::default()).await.unwrap();
        assert!(all.items.is_empty(), "nothing of a refused question stays");
        app.stop().await;
    }

    async fn other_json_than_asked_for_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let good = json!({"title": "Which of the two sheets do we trust?", "body": "", "topics": ["Stock"]});
        let cases = [
            ("author", json!("somebody"), FieldCode::Unknown),
            ("title", json!(7), FieldCode::Malformed),
            ("topics", json!("stock"), FieldCode::Malformed),
            ("urgency", json!("very"), FieldCode::Malformed),
        ];
        for (field, value, code) in cases {
            let mut bad = good.clone();
            bad[field] = value;
            let response = app
                .request(Method::POST, "/api/v1/questions")
                .header("authorization", noor.bearer())
                .json(&bad)
                .send()
                .await
                .unwrap();
            let problem = problem_of(response, ProblemCode::ValidationFailed).await;
            assert_eq!(problem.errors[0].code, code, "{field}");
        }
        let anonymous = app.request(Method::POST, "/api/v1/questions").json(&good);
        problem_of(anonymous.send().await.unwrap(), ProblemCode::Unauthenticated).await;
        app.stop().await;
    }

    async fn sent_twice_with_a_key_it_is_asked_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let other = app.member().await;
        let send = |who: String, title: &'static str| {
            app.request(Method::POST, "/api/v1/questions")
                .header("authorization", who)
                .header("idempotency-key", "double-click")
                .json(&json!({"title": title, "body": "", "topics": ["Stock", "Sheets"]}))
                .send()
        };
        let title = "Which of the two sheets do we trust?";
        let (one, two) = tokio::join!(send(noor.bearer(), title), send(noor.bearer(), title));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.status(), two.status()), (StatusCode::CREATED, StatusCode::CREATED));
        let place = header(one.headers(), "location").to_owned();
        assert_eq!(place, header(two.headers(), "location"));
        let reused = send(noor.bearer(), "Which of the three sheets do we trust?").await.unwrap();
        problem_of(reused, ProblemCode::IdempotencyKeyReused).await;
        let own = send(other.bearer(), title).await.unwrap();
        assert_ne!(header(own.headers(), "location"), place, "a key is one person's");
        let all = noor.list_questions(&ListQuestionsQuery::default()).await.unwrap();
        assert_eq!(all.items.len(), 2);
        app.stop().await;
    }

    async fn two_who_name_a_new_topic_at_once_get_the_same(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let question = question("How do we count what came back?", &["Returns"]);
        let (one, two) = tokio::join!(noor.ask_question(&question), hugo.ask_question(&question));
        assert_eq!(one.unwrap().topics[0].id, two.unwrap().topics[0].id);
        app.stop().await;
    }
}
