//! Signing in, and what strangers cannot learn from it.

use reqwest::Method;
use serde_json::json;
use tacit_contract::identity::{SignIn, UpdateMember};
use tacit_contract::problem::ProblemCode;

use super::{PASSWORD, refused, signed_in, with_password};
use crate::support::app::{TestApp, header, problem_of};

on_each_database! {
    async fn a_member_signs_in_and_is_known(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (client, with) = signed_in(&app).await;
        let me = client.me().await.unwrap();
        assert_eq!(me.email, with.email);
        let anew = app.client();
        let capitals = SignIn { email: with.email.to_uppercase(), ..with };
        let answer = anew.sign_in(&capitals).await.unwrap();
        assert_eq!((answer.token_type.as_str(), answer.expires_in), ("Bearer", 600));
        assert_eq!(answer.member, anew.me().await.unwrap());
        app.stop().await;
    }

    async fn known_and_unknown_accounts_are_answered_alike(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let known = with_password(&app, &person).await.email;
        let mut answers = Vec::new();
        for email in [known.as_str(), "nobody@almvik.example", "not an address"] {
            let body = json!({"email": email, "password": "not the right password"});
            let response = app.request(Method::POST, "/api/v1/auth/sign-in").json(&body).send().await.unwrap();
            let mut names: Vec<String> = response.headers().keys().map(ToString::to_string).collect();
            names.sort();
            let mut problem = problem_of(response, ProblemCode::InvalidCredentials).await;
            problem.request_id = None;
            answers.push((names, problem));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0], answers[2]);
        app.stop().await;
    }

    async fn attempts_are_limited_per_account_known_or_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let known = with_password(&app, &person).await;
        for email in [known.email.clone(), "nobody@almvik.example".to_owned()] {
            let wrong = SignIn { email, password: "not the right password".into() };
            for _ in 0..10 {
                assert_eq!(refused(app.client().sign_in(&wrong).await), ProblemCode::InvalidCredentials);
            }
            let response = app.request(Method::POST, "/api/v1/auth/sign-in").json(&wrong).send().await.unwrap();
            let wait: u64 = header(response.headers(), "retry-after").parse().unwrap();
            assert!((1..=31).contains(&wait), "{wait}");
            problem_of(response, ProblemCode::TooManyRequests).await;
        }
        assert_eq!(refused(app.client().sign_in(&known).await), ProblemCode::TooManyRequests);
        app.stop().await;
    }

    async fn attempts_are_limited_per_address_and_forwarding_is_not_believed(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let mut last = 0;
        for n in 0..130 {
            let body = json!({"token": "x", "password": PASSWORD});
            let request = app.request(Method::POST, "/api/v1/auth/confirm-address").json(&body);
            let response = request.header("x-forwarded-for", format!("192.0.2.{n}")).send().await.unwrap();
            last = response.status().as_u16();
            if last == 429 {
                break;
            }
        }
        assert_eq!(last, 429);
        app.stop().await;
    }

    async fn a_named_proxy_is_believed(db: TestDatabase) {
        let app = TestApp::start_with(&db, |s| s.trusted_proxies = Some(vec!["127.0.0.1".parse().unwrap()])).await;
        for n in 0..130 {
            let body = json!({"token": "x", "password": PASSWORD});
            let request = app.request(Method::POST, "/api/v1/auth/confirm-address").json(&body);
            let response = request.header("x-forwarded-for", format!("192.0.2.{n}")).send().await.unwrap();
            assert_eq!(response.status().as_u16(), 400);
        }
        app.stop().await;
    }

    async fn deactivating_works_at_once_and_letting_in_again_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let (client, with) = signed_in(&app).await;
        let id = client.me().await.unwrap().id;
        let set = |deactivated| UpdateMember { deactivated: Some(deactivated), ..UpdateMember::default() };
        admin.update_member(id, &set(true)).await.unwrap();
        assert_eq!(refused(client.me().await), ProblemCode::Unauthenticated);
        assert_eq!(refused(client.refresh().await), ProblemCode::SessionEnded);
        assert_eq!(refused(app.client().sign_in(&with).await), ProblemCode::Forbidden);
        let wrong = SignIn { password: "not the right password".into(), ..with.clone() };
        assert_eq!(refused(app.client().sign_in(&wrong).await), ProblemCode::InvalidCredentials);
        admin.update_member(id, &set(false)).await.unwrap();
        assert_eq!(refused(client.refresh().await), ProblemCode::SessionEnded);
        app.client().sign_in(&with).await.unwrap();
        app.stop().await;
    }

    async fn what_is_not_asked_for_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let path = "/api/v1/auth/sign-in";
        let post = |body: String| {
            let request = app.request(Method::POST, path).header("content-type", "application/json");
            async move { request.body(body).send().await.unwrap() }
        };
        let unknown = json!({"email": "a@b.example", "password": "x", "remember": true}).to_string();
        problem_of(post(unknown).await, ProblemCode::ValidationFailed).await;
        problem_of(post("{\"email\":\"a\\u0000@b.example\",\"password\":\"x\"}".into()).await, ProblemCode::ValidationFailed).await;
        problem_of(post("{".into()).await, ProblemCode::MalformedBody).await;
        let long = json!({"email": "a@b.example", "password": "x".repeat(1_100_000)}).to_string();
        problem_of(post(long).await, ProblemCode::PayloadTooLarge).await;
        let form = app.request(Method::POST, path).header("content-type", "text/plain").body("email=a").send().await;
        problem_of(form.unwrap(), ProblemCode::UnsupportedMediaType).await;
        app.stop().await;
    }
}
