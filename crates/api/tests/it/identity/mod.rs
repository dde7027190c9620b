//! Members: registering, sessions, profiles, what admins do.

mod admin;
mod invitations;
mod lists;
mod organisation;
mod people;
mod profile;
mod register;
mod reset;
mod sessions;
mod sign_in;
mod tokens;

use std::path::Path;
use std::time::Duration;

use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use tacit_api::db;
use tacit_api::db::entities::member;
use tacit_client::{Client, ClientError};
use tacit_contract::identity::SignIn;
use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::password::Password;

use crate::support::app::TestApp;
use crate::support::roles::Person;

/// A password that fits.
pub const PASSWORD: &str = "a tram full of accordions";

/// The code a call was refused with.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, ClientError>) -> ProblemCode {
    let error = outcome.expect_err("should have been refused");
    error
        .code()
        .unwrap_or_else(|| panic!("no problem: {error}"))
}

/// The pointers of the fields a call was refused for.
pub fn pointers<T: std::fmt::Debug>(outcome: Result<T, ClientError>) -> Vec<String> {
    let error = outcome.expect_err("should have been refused");
    let problem = error.problem().expect("a problem");
    problem
        .errors
        .iter()
        .map(|field| field.pointer.clone())
        .collect()
}

/// Gives a person [`PASSWORD`] and tells what to sign in with.
pub async fn with_password(app: &TestApp, person: &Person) -> SignIn {
    let hash = app
        .state()
        .passwords
        .hash(Password::parse(PASSWORD).unwrap())
        .await
        .unwrap();
    let id = person.id;
    db::write(&app.state().db, move |tx| {
        let change = member::ActiveModel {
            id: Set(id),
            password_hash: Set(Some(hash.clone())),
            ..Default::default()
        };
        Box::pin(async move { Ok(change.update(tx).await?) })
    })
    .await
    .unwrap();
    SignIn {
        email: format!("{}@almvik.example", person.handle),
        password: PASSWORD.to_owned(),
    }
}

/// Somebody new who has signed in with a password.
pub async fn signed_in(app: &TestApp) -> (Client, SignIn) {
    let person = app.member().await;
    let with = with_password(app, &person).await;
    let client = app.client();
    client.sign_in(&with).await.unwrap();
    (client, with)
}

/// The letters in the outbox, once there are `count`.
pub async fn letters(data_dir: &Path, count: usize) -> Vec<String> {
    for _ in 0..400 {
        let found: Vec<String> = std::fs::read_dir(data_dir.join("outbox"))
            .map(|files| {
                let files = files
                    .map(|file| file.unwrap().path())
                    .filter(|path| path.extension().is_some_and(|e| e == "eml"));
                files
                    .map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", ""))
                    .collect()
            })
            .unwrap_or_default();
        if found.len() >= count && found.iter().all(|letter| letter.contains("</html>")) {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("no {count} letters came");
}

/// The token of the link in a letter or an answer.
pub fn token_in(text: &str) -> String {
    let joined = text.replace("=\r\n", "").replace("=3D", "=");
    let (_, rest) = joined.split_once("token=").expect("a link");
    rest.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect()
}
