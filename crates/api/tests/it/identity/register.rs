//! Becoming a member under each policy.

use tacit_api::identity::service::first_admin;
use tacit_contract::identity::{ConfirmAddress, ListMembersQuery, Locale, Register, Role, SignIn};
use tacit_contract::problem::ProblemCode;

use super::{PASSWORD, letters, pointers, refused, token_in};
use crate::support::app::TestApp;
use crate::support::db::TestDatabase;

pub fn newcomer(email: &str) -> Register {
    Register {
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        display_name: "Lova Ekmark".to_owned(),
        locale: None,
        time_zone: None,
        token: None,
    }
}

async fn start(db: &TestDatabase, registration: &str) -> TestApp {
    TestApp::start_with(db, |s| {
        s.registration = Some(registration.to_owned());
        s.allowed_domains = Some(vec!["almvik.example".to_owned()]);
    })
    .await
}

on_each_database! {
    async fn an_open_organisation_lets_anyone_in(db: TestDatabase) {
        let app = start(&db, "open").await;
        let client = app.client();
        let answer = client.register(&newcomer("Lova@Else.Example")).await.unwrap();
        assert!(!answer.confirmation_needed);
        let me = client.me().await.unwrap();
        assert_eq!((me.handle.as_str(), me.email.as_str(), me.role), ("lova", "lova@else.example", Role::Member));
        let again = app.client().register(&newcomer("lova@else.example")).await.unwrap();
        assert!(again.confirmation_needed && again.session.is_none());
        let letter = letters(db.directory(), 1).await.remove(0);
        assert!(letter.contains("already have an account") && !letter.contains("token="), "{letter}");
        let other = app.client();
        other.register(&newcomer("another@else.example")).await.unwrap();
        assert_eq!(other.me().await.unwrap().handle, "lova-ekmark");
        app.stop().await;
    }

    async fn a_domain_lets_in_who_confirms(db: TestDatabase) {
        let app = start(&db, "domains").await;
        assert_eq!(refused(app.client().register(&newcomer("lova@else.example")).await), ProblemCode::RegistrationClosed);
        let email = "lova@almvik.example";
        let swedish = Register { locale: Some(Locale::Sv), ..newcomer(email) };
        let answer = app.client().register(&swedish).await.unwrap();
        assert!(answer.confirmation_needed && answer.session.is_none());
        let with = SignIn { email: email.into(), password: PASSWORD.into() };
        assert_eq!(refused(app.client().sign_in(&with).await), ProblemCode::Unconfirmed);
        let member = app.member().await;
        assert_eq!(refused(member.get_member("lova").await), ProblemCode::NotFound);
        let letter = letters(db.directory(), 1).await.remove(0);
        assert!(letter.contains("Hej Lova Ekmark"), "{letter}");
        let token = token_in(&letter);
        let confirm = |password: &str| ConfirmAddress { token: token.clone(), password: password.into() };
        let client = app.client();
        assert_eq!(refused(client.confirm_address(&confirm("somebody else's words")).await), ProblemCode::InvalidCredentials);
        client.confirm_address(&confirm(PASSWORD)).await.unwrap();
        assert_eq!(client.me().await.unwrap().locale, Locale::Sv);
        assert_eq!(refused(app.client().confirm_address(&confirm(PASSWORD)).await), ProblemCode::InvalidLink);
        let found = member.list_members(&ListMembersQuery { q: Some("lov".into()), ..Default::default() }).await.unwrap();
        assert_eq!(found.items.len(), 1);
        app.stop().await;
    }

    async fn a_taken_address_is_answered_like_a_new_one(db: TestDatabase) {
        let app = start(&db, "domains").await;
        let known = app.member().await.me().await.unwrap().email;
        let old = app.client().register(&newcomer(&known)).await.unwrap();
        let new = app.client().register(&newcomer("new@almvik.example")).await.unwrap();
        assert_eq!(old, new);
        let letters = letters(db.directory(), 2).await;
        assert!(letters.iter().any(|letter| letter.contains("already have an account")));
        app.stop().await;
    }

    async fn who_registers_last_with_an_unconfirmed_address_decides(db: TestDatabase) {
        let app = start(&db, "domains").await;
        let email = "lova@almvik.example";
        app.client().register(&Register { password: "chosen by a stranger".into(), ..newcomer(email) }).await.unwrap();
        let first = token_in(&letters(db.directory(), 1).await[0]);
        app.client().register(&newcomer(email)).await.unwrap();
        let tokens: Vec<String> = letters(db.directory(), 2).await.iter().map(|letter| token_in(letter)).collect();
        let second = tokens.into_iter().find(|token| *token != first).unwrap();
        let confirm = |token: &str, password: &str| ConfirmAddress { token: token.into(), password: password.into() };
        let stale = app.client().confirm_address(&confirm(&first, "chosen by a stranger")).await;
        assert_eq!(refused(stale), ProblemCode::InvalidLink);
        let stranger = app.client().confirm_address(&confirm(&second, "chosen by a stranger")).await;
        assert_eq!(refused(stranger), ProblemCode::InvalidCredentials);
        app.client().confirm_address(&confirm(&second, PASSWORD)).await.unwrap();
        app.stop().await;
    }

    async fn by_invitation_nobody_registers_by_themselves(db: TestDatabase) {
        let app = start(&db, "invitation").await;
        let stranger = app.client().register(&newcomer("lova@almvik.example")).await;
        assert_eq!(refused(stranger), ProblemCode::RegistrationClosed);
        let forged = Register { token: Some("x".repeat(43)), ..newcomer("lova@almvik.example") };
        assert_eq!(refused(app.client().register(&forged).await), ProblemCode::InvalidLink);
        app.stop().await;
    }

    async fn the_first_admin_comes_by_a_link_that_works_once(db: TestDatabase) {
        let app = start(&db, "invitation").await;
        let old = first_admin::prepare(app.state()).await.unwrap().unwrap();
        let link = first_admin::prepare(app.state()).await.unwrap().unwrap();
        let with = |link: &str, email: &str| Register { token: Some(token_in(link)), ..newcomer(email) };
        assert_eq!(refused(app.client().register(&with(&old, "a@b.example")).await), ProblemCode::InvalidLink);
        let client = app.client();
        client.register(&with(&link, "a@b.example")).await.unwrap();
        assert_eq!(client.me().await.unwrap().role, Role::Admin);
        assert_eq!(refused(app.client().register(&with(&link, "c@b.example")).await), ProblemCode::InvalidLink);
        assert_eq!(first_admin::prepare(app.state()).await.unwrap(), None);
        app.stop().await;
    }

    async fn the_command_line_makes_admins(db: TestDatabase) {
        let app = start(&db, "invitation").await;
        let handle = first_admin::create_admin(app.state(), "noor@almvik.example", "Noor Hallström", PASSWORD).await.unwrap();
        assert_eq!(handle, "noor");
        let client = app.client();
        client.sign_in(&SignIn { email: "noor@almvik.example".into(), password: PASSWORD.into() }).await.unwrap();
        assert_eq!(client.me().await.unwrap().role, Role::Admin);
        let again = first_admin::create_admin(app.state(), "noor@almvik.example", "Noor", PASSWORD).await;
        assert_eq!(again.unwrap_err().code(), ProblemCode::NameTaken);
        app.stop().await;
    }

    async fn everything_that_is_wrong_is_told_at_once(db: TestDatabase) {
        let app = start(&db, "open").await;
        let wrong = Register {
            email: "no address".into(),
            password: "short".into(),
            display_name: " ".into(),
            locale: None,
            time_zone: Some("Europe/Atlantis".into()),
            token: None,
        };
        let told = pointers(app.client().register(&wrong).await);
        assert_eq!(told, ["/email", "/password", "/display_name", "/time_zone"]);
        app.stop().await;
    }

    async fn letters_to_one_address_are_limited(db: TestDatabase) {
        let app = start(&db, "domains").await;
        for _ in 0..5 {
            app.client().register(&newcomer("lova@almvik.example")).await.unwrap();
        }
        let sixth = app.client().register(&newcomer("lova@almvik.example")).await;
        assert_eq!(refused(sixth), ProblemCode::TooManyRequests);
        app.stop().await;
    }
}
