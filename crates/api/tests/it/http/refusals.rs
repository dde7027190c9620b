//! What is refused, with which problem, and where it points.

use reqwest::Method;
use tacit_contract::problem::{FieldCode, Problem, ProblemCode};

use crate::support::app::{TestApp, problem_of};
use crate::support::roles::Person;

const JSON: &str = "application/json";

async fn ask(
    app: &TestApp,
    person: &Person,
    kind: &str,
    body: impl Into<String>,
) -> reqwest::Response {
    app.request(Method::POST, "/api/v1/questions")
        .header("authorization", person.bearer())
        .header("content-type", kind)
        .body(body.into())
        .send()
        .await
        .unwrap()
}

fn first(problem: &Problem) -> (&str, FieldCode) {
    let error = problem.errors.first().unwrap();
    (&error.pointer, error.code)
}

on_each_database! {
    async fn a_body_that_cannot_be_read_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let answer = ask(&app, &person, "text/plain", "{}").await;
        problem_of(answer, ProblemCode::UnsupportedMediaType).await;
        for body in ["", "{", "nonsense"] {
            let answer = ask(&app, &person, JSON, body).await;
            problem_of(answer, ProblemCode::MalformedBody).await;
        }
        let long = format!("{{\"title\":\"{}\"}}", "a".repeat(1_100_000));
        let answer = ask(&app, &person, JSON, long).await;
        problem_of(answer, ProblemCode::PayloadTooLarge).await;
        app.stop().await;
    }

    async fn a_field_that_does_not_fit_is_named(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let whole = r#""title":"Which fork lift licence do I need?","body":"I start on Monday.""#;
        let cases = [
            (format!("{{{whole},\"topics\":[\"safety\"],\"colour\":1}}"), ("/colour", FieldCode::Unknown)),
            (format!("{{{whole}}}"), ("/topics", FieldCode::Required)),
            (format!("{{{whole},\"topics\":[7]}}"), ("/topics/0", FieldCode::Malformed)),
            (
                "{\"title\":\"Which licence\\u0000 do I need?\",\"body\":\"b\",\"topics\":[\"safety\"]}".to_owned(),
                ("/title", FieldCode::BadCharacter),
            ),
        ];
        for (body, expected) in cases {
            let answer = ask(&app, &person, JSON, body).await;
            let problem = problem_of(answer, ProblemCode::ValidationFailed).await;
            assert_eq!(first(&problem), expected);
        }
        app.stop().await;
    }

    async fn a_query_that_does_not_fit_is_named(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let cases = [
            ("limit=0", ProblemCode::MalformedQuery, "/limit"),
            ("limit=101", ProblemCode::MalformedQuery, "/limit"),
            ("colour=red", ProblemCode::MalformedQuery, "/colour"),
            ("sort=loudest", ProblemCode::MalformedQuery, "/sort"),
            ("cursor=forged", ProblemCode::InvalidCursor, "/cursor"),
        ];
        for (query, code, pointer) in cases {
            let path = format!("/api/v1/questions?{query}");
            let request = app.request(Method::GET, &path).header("authorization", person.bearer());
            let problem = problem_of(request.send().await.unwrap(), code).await;
            assert_eq!(first(&problem).0, pointer, "{query}");
        }
        app.stop().await;
    }

    async fn an_id_that_is_none_is_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let request = app.request(Method::GET, "/api/v1/questions/not-an-id");
        let answer = request.header("authorization", person.bearer()).send().await.unwrap();
        problem_of(answer, ProblemCode::NotFound).await;
        app.stop().await;
    }
}
