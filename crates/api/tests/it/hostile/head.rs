//! HEAD is GET without the body: the same status and headers, on every address that has a GET.

use reqwest::{Method, StatusCode};

use super::document;
use super::sample::operations;
use crate::support::app::{TestApp, header};
use crate::support::builders::ask;

on_each_database! {
    async fn head_is_answered_as_get_without_the_body(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let question = ask(&person, "Which shelf are the labels on?").await;
        let mut addresses: Vec<String> = operations(&document(&app).await)
            .into_iter()
            .filter(|operation| operation.method == Method::GET && !operation.path.contains('{'))
            .map(|operation| operation.path)
            .collect();
        addresses.extend([
            format!("/api/v1/questions/{}", question.id),
            "/api/v1/questions/01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55".to_owned(),
            "/healthz".to_owned(),
            "/readyz".to_owned(),
            "/openapi.json".to_owned(),
        ]);
        for address in addresses {
            let send = async |method: Method| {
                let request = app.request(method, &address).header("accept-encoding", "identity");
                request.header("authorization", person.bearer()).send().await.unwrap()
            };
            let (get, head) = (send(Method::GET).await, send(Method::HEAD).await);
            assert_eq!(head.status(), get.status(), "{address}");
            for name in ["content-type", "etag", "content-length", "cache-control", "link"] {
                assert_eq!(header(head.headers(), name), header(get.headers(), name), "{address} {name}");
            }
            assert!(!get.bytes().await.unwrap().is_empty(), "{address}");
            assert!(head.bytes().await.unwrap().is_empty(), "{address}");
        }
        let known = app.request(Method::GET, &format!("/api/v1/questions/{}", question.id));
        let known = known.header("authorization", person.bearer()).send().await.unwrap();
        let tag = known.headers()["etag"].clone();
        let again = app.request(Method::HEAD, &format!("/api/v1/questions/{}", question.id));
        let again = again.header("authorization", person.bearer()).header("if-none-match", tag);
        assert_eq!(again.send().await.unwrap().status(), StatusCode::NOT_MODIFIED);
        let refused = app.request(Method::HEAD, "/api/v1/auth/sign-in").send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
        app.stop().await;
    }
}
