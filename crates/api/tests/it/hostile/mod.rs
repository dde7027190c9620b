//! What nobody sends by accident: every operation of the document, with what its fields and parameters cannot take. Nothing
//! of it may become a failure of the server, and every refusal is a problem.

mod addresses;
mod bodies;
mod head;
mod markup;
mod sample;
mod work;

use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::Value;

use crate::support::app::{TestApp, header};

/// Sends it. The answer is no failure of the server; a refusal is a problem that has the status of the answer.
async fn survives(request: RequestBuilder, what: &str) -> (StatusCode, Value) {
    let answer: Response = request.send().await.unwrap();
    let status = answer.status();
    let kind = header(answer.headers(), "content-type").to_owned();
    let text = answer.text().await.unwrap();
    assert!(!status.is_server_error(), "{what}: {status} {text}");
    if !status.is_client_error() {
        return (status, Value::Null);
    }
    assert_eq!(kind, "application/problem+json", "{what}: {status} {text}");
    let problem: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["status"], status.as_u16(), "{what}");
    (status, problem)
}

/// The document as served.
async fn document(app: &TestApp) -> Value {
    app.get_json("/openapi.json").await
}
