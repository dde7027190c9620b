//! Access tokens that are not good.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::Method;
use serde_json::{Value, json};
use tacit_contract::problem::ProblemCode;

use crate::support::app::{TestApp, problem_of};

async fn is_refused(app: &TestApp, token: &str) {
    let request = app
        .request(Method::GET, "/api/v1/me")
        .header("authorization", format!("Bearer {token}"));
    problem_of(request.send().await.unwrap(), ProblemCode::Unauthenticated).await;
}

/// The claims of a token.
fn claims(token: &str) -> Value {
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

on_each_database! {
    async fn forged_expired_and_foreign_tokens_are_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let good = person.access_token().unwrap();
        let good_claims = claims(&good);
        let key = EncodingKey::from_secret(&app.state().keys.derive("access-token"));
        let typed = |typ: &str, alg| Header { typ: Some(typ.to_owned()), ..Header::new(alg) };
        let with = |name: &str, value: Value| {
            let mut changed = good_claims.clone();
            changed[name] = value;
            encode(&typed("at+jwt", Algorithm::HS256), &changed, &key).unwrap()
        };
        let again = encode(&typed("at+jwt", Algorithm::HS256), &good_claims, &key).unwrap();
        let known = app.request(Method::GET, "/api/v1/me").header("authorization", format!("Bearer {again}"));
        assert_eq!(known.send().await.unwrap().status(), 200);

        let now = app.state().clock.now().seconds();
        is_refused(&app, &with("exp", json!(now - 1))).await;
        is_refused(&app, &with("iss", json!("https://other.example"))).await;
        is_refused(&app, &with("aud", json!("another api"))).await;
        is_refused(&app, &with("sid", json!(uuid::Uuid::new_v4()))).await;
        is_refused(&app, &with("sub", json!(uuid::Uuid::new_v4()))).await;
        is_refused(&app, &encode(&typed("JWT", Algorithm::HS256), &good_claims, &key).unwrap()).await;
        is_refused(&app, &encode(&typed("at+jwt", Algorithm::HS512), &good_claims, &key).unwrap()).await;
        let other = EncodingKey::from_secret(b"another secret");
        is_refused(&app, &encode(&typed("at+jwt", Algorithm::HS256), &good_claims, &other).unwrap()).await;
        let body = good.split('.').nth(1).unwrap();
        let none = URL_SAFE_NO_PAD.encode(r#"{"typ":"at+jwt","alg":"none"}"#);
        is_refused(&app, &format!("{none}.{body}.")).await;
        for garbage in ["", "x", "a.b.c", &good[..good.len() - 2]] {
            is_refused(&app, garbage).await;
        }
        app.stop().await;
    }
}
