//! What every answer has in common.

use actix_web::FromRequest;
use actix_web::test::TestRequest;
use reqwest::{Method, StatusCode};
use sea_orm::EntityTrait;
use tacit_api::db::entities::idempotency_key;
use tacit_api::error::AppResult;
use tacit_api::http::{IdempotencyKey, PageRequest};
use tacit_api::settings::keys::Keys;
use tacit_api::{db, state::AppState};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use crate::support::app::{TestApp, header, problem_of, settings};

mod refusals;

on_each_database! {
    async fn a_server_that_started_is_alive_and_ready(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        for path in ["/healthz", "/readyz"] {
            let answer = app.request(Method::GET, path).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            assert_eq!(header(answer.headers(), "x-content-type-options"), "nosniff");
            assert!(header(answer.headers(), "content-security-policy").contains("frame-ancestors 'none'"));
            assert!(!header(answer.headers(), "x-request-id").is_empty());
        }
        app.stop().await;
    }

    async fn the_same_post_sent_again_is_done_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let state = app.state();
        let first = post(state, person.id, Some("key-1"), "one").await.unwrap();
        let again = post(state, person.id, Some("key-1"), "one").await.unwrap();
        assert_eq!(first, again);
        let other = post(state, person.id, Some("key-1"), "two").await.unwrap_err();
        assert_eq!(other.code(), ProblemCode::IdempotencyKeyReused);
        assert_ne!(post(state, person.id, None, "one").await.unwrap(), first);
        let neighbour = app.member().await;
        assert_ne!(post(state, neighbour.id, Some("key-1"), "one").await.unwrap(), first);
        app.stop().await;
    }

    async fn the_same_post_twice_at_once_is_done_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let state = app.state();
        let posts = (0..4).map(|_| post(state, person.id, Some("key"), "body"));
        let ids: Vec<Uuid> = futures::future::join_all(posts).await.into_iter().map(Result::unwrap).collect();
        assert!(ids.iter().all(|id| *id == ids[0]));
        let kept = idempotency_key::Entity::find().all(state.db.reader()).await.unwrap();
        assert_eq!(kept.len(), 1);
        app.stop().await;
    }
}

/// What a handler and its service do with the header.
async fn post(state: &AppState, member: Uuid, key: Option<&str>, body: &str) -> AppResult<Uuid> {
    let mut request = TestRequest::post().uri("/api/v1/things");
    if let Some(key) = key {
        request = request.insert_header(("idempotency-key", key));
    }
    let once = IdempotencyKey::extract(&request.to_http_request()).await?;
    let once = once.bind(member, &body)?;
    let now = state.clock.now();
    let id = Uuid::now_v7();
    db::write(&state.db, move |tx| {
        let once = once.clone();
        Box::pin(async move { once.run(tx, now, async move { Ok(id) }).await })
    })
    .await
}

on_each_database! {
    async fn refusals_of_the_server_itself_are_problems_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let unknown = app.request(Method::GET, "/api/v1/nothing/here").send().await.unwrap();
        problem_of(unknown, ProblemCode::NotFound).await;
        let asset = app.request(Method::GET, "/assets/missing.js").send().await.unwrap();
        problem_of(asset, ProblemCode::NotFound).await;
        let refused = app.request(Method::DELETE, "/some/page").send().await.unwrap();
        problem_of(refused, ProblemCode::MethodNotAllowed).await;
        app.stop().await;
    }

    async fn other_origins_read_answers_only_when_allowed(db: TestDatabase) {
        let allowed = "https://app.almvik.example";
        let app = TestApp::start_with(&db, |args| args.cors_origins = Some(vec![allowed.to_owned()])).await;
        for (origin, expected) in [(allowed, allowed), ("https://elsewhere.example", "")] {
            let answer = app.request(Method::GET, "/openapi.json").header("origin", origin).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(header(answer.headers(), "access-control-allow-origin"), expected);
        }
        app.stop().await;
    }
}

#[test]
fn a_cursor_is_good_for_its_own_list_only() {
    let directory = tempfile::tempdir().unwrap();
    let settings = settings("sqlite://unused", directory.path())
        .build()
        .unwrap();
    let keys = Keys::load(&settings).unwrap();
    let first = PageRequest::<i64>::read(&keys, "things:newest", Some(2), None).unwrap();
    assert_eq!(first.fetch(), 3);
    let page = first.page(&keys, vec![9, 8, 7], |row| *row).unwrap();
    assert_eq!(page.items, vec![9, 8]);
    let cursor = page.next_cursor.unwrap();
    let next = PageRequest::<i64>::read(&keys, "things:newest", None, Some(&cursor)).unwrap();
    assert_eq!(next.after, Some(8));
    let last = next.page(&keys, vec![7], |row| *row).unwrap();
    assert_eq!(last.next_cursor, None);
    let mut forged = cursor.clone().into_bytes();
    forged[5] ^= 1;
    let forged = String::from_utf8_lossy(&forged).into_owned();
    for (list, text) in [("things:oldest", &cursor), ("things:newest", &forged)] {
        let refused = PageRequest::<i64>::read(&keys, list, None, Some(text)).unwrap_err();
        assert_eq!(refused.code(), ProblemCode::InvalidCursor);
    }
    let same = Keys::load(&settings).unwrap();
    assert!(PageRequest::<i64>::read(&same, "things:newest", None, Some(&cursor)).is_ok());
}
