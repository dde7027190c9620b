//! Addresses: path and query parameters of every operation with what they cannot take.

use reqwest::{Method, StatusCode};

use super::sample::operations;
use super::{document, survives};
use crate::support::app::TestApp;

/// Percent-encoded where an address needs it.
const EVIL: [&str; 16] = [
    "%00",
    "a%00b",
    "%FF%FE",
    "%C3%28",
    "%ED%A0%80",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e",
    "'%20OR%201%3D1%20--",
    "%F0%9F%A6%80",
    "%E2%80%AE",
    "%7B%7D",
    "-1",
    "99999999999999999999999999",
    "1e999",
    "NaN",
    "%25s%25n",
];

on_each_database! {
    async fn a_path_may_hold_anything(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let long = "a".repeat(5_000);
        for operation in operations(&document(&app).await) {
            if !operation.path.contains('{') { continue }
            for value in EVIL.iter().copied().chain([long.as_str()]) {
                let request = app
                    .request(operation.method.clone(), &operation.path_with(value))
                    .header("authorization", person.bearer())
                    .header("if-match", "\"1\"");
                let request = match &operation.body {
                    Some(body) => request.json(body),
                    None => request,
                };
                let what = format!("{} {value:.40}", operation.name);
                let (status, problem) = survives(request, &what).await;
                // The client itself walks up for two dots, and may come to another operation that answers.
                let elsewhere = value == "%2e%2e" && status.is_success();
                assert!(status.is_client_error() || elsewhere, "{what}: {status} {problem}");
            }
        }
        app.stop().await;
    }

    async fn a_query_may_hold_anything(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let long = "a".repeat(5_000);
        for operation in operations(&document(&app).await) {
            if operation.method != Method::GET { continue }
            let path = operation.path_with("01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55");
            for name in &operation.query {
                for value in EVIL.iter().copied().chain(["", long.as_str()]) {
                    let address = format!("{path}?{name}={value}");
                    let request = app.request(Method::GET, &address).header("authorization", person.bearer());
                    let what = format!("{address:.120}");
                    let (status, _) = survives(request, &what).await;
                    if value.contains("%00") {
                        assert!(status.is_client_error(), "{what}: {status}");
                    }
                }
                let twice = format!("{path}?{name}=1&{name}=2&{name}[]=3");
                let request = app.request(Method::GET, &twice).header("authorization", person.bearer());
                let (status, _) = survives(request, &twice).await;
                assert_eq!(status, StatusCode::BAD_REQUEST, "{twice}");
            }
            if !operation.query.is_empty() {
                let many = format!("{path}?{}", "a=1&".repeat(2_000));
                let request = app.request(Method::GET, &many).header("authorization", person.bearer());
                let (status, _) = survives(request, &operation.name).await;
                assert_eq!(status, StatusCode::BAD_REQUEST, "{}", operation.name);
            }
        }
        app.stop().await;
    }

    async fn headers_may_hold_anything(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let long = "a".repeat(4_000);
        let values = ["", "\"", "W/\"1\"", "\"99999999999999999999\"", "\u{e5}", "Bearer a.b.c", &long];
        for operation in operations(&document(&app).await) {
            let path = operation.path_with("01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55");
            for name in ["if-match", "if-none-match", "idempotency-key", "authorization", "origin", "content-type"] {
                for value in values {
                    let mut request = app.request(operation.method.clone(), &path);
                    if name != "authorization" && !operation.signs_out() {
                        request = request.header("authorization", person.bearer());
                    }
                    if let Some(body) = &operation.body {
                        request = request.body(body.to_string());
                        if name != "content-type" {
                            request = request.header("content-type", "application/json");
                        }
                    }
                    let value = reqwest::header::HeaderValue::from_bytes(value.as_bytes()).unwrap();
                    survives(request.header(name, value.clone()), &format!("{} {name}: {value:?}", operation.name)).await;
                }
            }
        }
        app.stop().await;
    }
}
