//! The published document against the running server: every operation, walked.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tacit_contract::problem::ProblemCode;

use crate::support::app::{TestApp, problem_of};

/// An operation of the document.
struct Operation {
    id: String,
    method: Method,
    path: String,
    public: bool,
    document: Value,
}

impl Operation {
    /// Why somebody unknown is refused: what goes by the refresh cookie alone has no session to go on with.
    fn refusal(&self) -> ProblemCode {
        let security = self.document["security"].as_array().unwrap();
        if security.iter().any(|one| one.get("bearer").is_some()) {
            ProblemCode::Unauthenticated
        } else {
            ProblemCode::SessionEnded
        }
    }
}

async fn operations(app: &TestApp) -> Vec<Operation> {
    let document = app.get_json("/openapi.json").await;
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in ["get", "put", "post", "patch", "delete"] {
            let Some(operation) = item.get(method) else {
                continue;
            };
            let security = operation["security"].as_array();
            found.push(Operation {
                id: operation["operationId"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
                path: path.clone(),
                public: security.is_some_and(|all| all.iter().any(|one| *one == json!({}))),
                document: operation.clone(),
            });
        }
    }
    found
}

/// The path with things that do not exist.
fn somewhere(path: &str) -> String {
    path.split('/')
        .map(|part| match part {
            "{id}" => "01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55",
            part if part.starts_with('{') => "00000000-0000-4000-8000-000000000000",
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// Every `$ref` in a part of the document.
fn references(part: &Value) -> Vec<&str> {
    match part {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str);
            own.into_iter()
                .chain(fields.values().flat_map(references))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

on_each_database! {
    async fn every_reference_leads_somewhere(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let document = app.get_json("/openapi.json").await;
        let all = references(&document);
        assert!(all.len() > 1_000, "{}", all.len());
        for reference in all {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
        app.stop().await;
    }

    async fn whoever_is_not_signed_in_gets_401_unless_the_operation_is_public(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        for operation in operations(&app).await.into_iter().filter(|operation| !operation.public) {
            for token in [None, Some("Bearer forged.access.token")] {
                let mut request = app.request(operation.method.clone(), &somewhere(&operation.path)).json(&json!({}));
                if let Some(token) = token {
                    request = request.header("authorization", token);
                }
                let answer = request.send().await.unwrap();
                assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{}", operation.id);
                problem_of(answer, operation.refusal()).await;
            }
        }
        app.stop().await;
    }

    async fn nothing_a_client_sends_makes_the_server_fail(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        for operation in operations(&app).await {
            for body in ["", "{", "[]", "{}", r#"{"unknown":1}"#, "{\"title\":\"\\u0000\"}"] {
                let request = app
                    .request(operation.method.clone(), &somewhere(&operation.path))
                    .header("authorization", person.bearer())
                    .header("content-type", "application/json")
                    .header("if-match", "\"1\"")
                    .body(body);
                let status = request.send().await.unwrap().status();
                assert!(!status.is_server_error(), "{} {status} {body}", operation.id);
            }
        }
        app.stop().await;
    }

    async fn an_address_that_exists_names_its_methods(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let all = operations(&app).await;
        for operation in all.iter().filter(|operation| operation.path.starts_with("/api/")) {
            let offered = |method: &str| {
                all.iter().any(|other| other.path == operation.path && other.method.as_str() == method)
            };
            let Some(other) = ["PUT", "DELETE", "GET"].into_iter().find(|method| !offered(method)) else {
                continue;
            };
            let method = Method::from_bytes(other.as_bytes()).unwrap();
            let answer = app.request(method, &somewhere(&operation.path)).send().await.unwrap();
            if answer.status() == StatusCode::METHOD_NOT_ALLOWED {
                let allow = answer.headers()["allow"].to_str().unwrap().to_owned();
                assert!(allow.contains(operation.method.as_str()), "{} {allow}", operation.id);
            } else {
                // Another address takes it: `/topics/{id}` also matches `/topics/complete`.
                assert_ne!(answer.status(), StatusCode::NOT_FOUND, "{other} {}", operation.path);
            }
        }
        app.stop().await;
    }
}

on_each_database! {
    async fn every_operation_is_described(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let document = app.get_json("/openapi.json").await;
        assert_eq!(document["openapi"], "3.1.0");
        let mut ids = std::collections::BTreeSet::new();
        for operation in operations(&app).await {
            let name = format!("{} {}", operation.method, operation.path);
            assert!(ids.insert(operation.id.clone()), "{name}: operationId {} is not unique", operation.id);
            assert!(operation.document["summary"].is_string(), "{name} has no summary");
            assert_eq!(operation.document["tags"].as_array().map(Vec::len), Some(1), "{name} has one tag");
            assert!(operation.document["security"].is_array(), "{name} says nothing about security");
            let answers = operation.document["responses"].as_object().unwrap();
            if !operation.public {
                assert!(answers.contains_key("401"), "{name} does not name 401");
            }
        }
        app.stop().await;
    }
}
