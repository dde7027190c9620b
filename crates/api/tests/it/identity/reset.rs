//! Another password by a mailed link.

use tacit_contract::identity::{RequestPasswordReset, ResetPassword, SignIn};
use tacit_contract::problem::ProblemCode;

use super::{letters, token_in};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

const NEW: &str = "a tram full of accordions";

fn request(email: &str) -> RequestPasswordReset {
    RequestPasswordReset {
        email: email.to_owned(),
    }
}

fn reset(token: &str, password: &str) -> ResetPassword {
    ResetPassword {
        token: token.to_owned(),
        password: password.to_owned(),
    }
}

on_each_database! {
    async fn the_link_works_once_and_ends_every_session(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let email = format!("{}@almvik.example", noor.handle);
        let anon = app.anon();
        anon.request_password_reset(&request(&email)).await.unwrap();
        let token = token_in(&letters(db.directory(), 1).await[0]);
        assert_eq!(points_at(anon.reset_password(&reset(&token, "short")).await), "/password");
        assert_eq!(refused(anon.reset_password(&reset("guess", NEW)).await), ProblemCode::InvalidLink);
        assert!(noor.me().await.is_ok());
        let signed_in = anon.reset_password(&reset(&token, NEW)).await.unwrap();
        assert_eq!(signed_in.member.handle, noor.handle);
        assert!(anon.me().await.is_ok());
        assert!(noor.me().await.is_err(), "the session of before has ended");
        assert_eq!(refused(app.anon().reset_password(&reset(&token, NEW)).await), ProblemCode::InvalidLink);
        let sign_in = SignIn { email, password: NEW.to_owned() };
        app.anon().sign_in(&sign_in).await.unwrap();
        app.stop().await;
    }

    async fn an_older_link_stops_working_and_unknown_addresses_get_the_same_answer(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let email = format!("{}@almvik.example", noor.handle);
        let anon = app.anon();
        anon.request_password_reset(&request("nobody@almvik.example")).await.unwrap();
        anon.request_password_reset(&request(&email)).await.unwrap();
        let first = token_in(&letters(db.directory(), 1).await[0]);
        anon.request_password_reset(&request(&email)).await.unwrap();
        let both = letters(db.directory(), 2).await;
        assert!(both.iter().all(|letter| letter.contains(&email)), "only whoever has an account gets one");
        let tokens: Vec<String> = both.iter().map(|letter| token_in(letter)).collect();
        let second = tokens.iter().find(|token| **token != first).unwrap();
        assert_eq!(refused(anon.reset_password(&reset(&first, NEW)).await), ProblemCode::InvalidLink);
        anon.reset_password(&reset(second, NEW)).await.unwrap();
        assert_eq!(points_at(anon.request_password_reset(&request("no address")).await), "/email");
        for _ in 0..10 {
            anon.request_password_reset(&request(&email)).await.ok();
        }
        assert_eq!(refused(anon.request_password_reset(&request(&email)).await), ProblemCode::TooManyRequests);
        app.stop().await;
    }
}
