//! Invitations.

use tacit_contract::identity::{Register, Role};
use tacit_contract::organisation::{CreateInvitation, ListInvitationsQuery};
use tacit_contract::problem::ProblemCode;

use super::register::newcomer;
use super::{letters, pointers, refused, token_in};
use crate::support::app::TestApp;

fn to(email: &str, role: Role) -> CreateInvitation {
    CreateInvitation {
        email: email.into(),
        role,
    }
}

on_each_database! {
    async fn an_invitation_works_once_and_for_its_address(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let made = admin.create_invitation(&to("lova@almvik.example", Role::Lead)).await.unwrap();
        assert!(made.link.starts_with(app.state().settings.public_url.as_str()), "{}", made.link);
        let letter = letters(db.directory(), 1).await.remove(0);
        assert_eq!(token_in(&letter), token_in(&made.link));
        let with = |email: &str| Register { token: Some(token_in(&made.link)), ..newcomer(email) };
        assert_eq!(pointers(app.client().register(&with("else@almvik.example")).await), ["/email"]);
        let client = app.client();
        client.register(&with("lova@almvik.example")).await.unwrap();
        assert_eq!(client.me().await.unwrap().role, Role::Lead);
        assert_eq!(refused(app.client().register(&with("lova@almvik.example")).await), ProblemCode::InvalidLink);
        let page = admin.list_invitations(&ListInvitationsQuery::default()).await.unwrap();
        assert!(page.items[0].used_at.is_some());
        assert_eq!(refused(admin.revoke_invitation(made.invitation.id).await), ProblemCode::NotFound);
        assert_eq!(pointers(admin.create_invitation(&to("lova@almvik.example", Role::Member)).await), ["/email"]);
        app.stop().await;
    }

    async fn a_revoked_or_replaced_invitation_is_worth_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let old = admin.create_invitation(&to("lova@almvik.example", Role::Member)).await.unwrap();
        let new = admin.create_invitation(&to("lova@almvik.example", Role::Member)).await.unwrap();
        let with = |link: &str| Register { token: Some(token_in(link)), ..newcomer("lova@almvik.example") };
        assert_eq!(refused(app.client().register(&with(&old.link)).await), ProblemCode::InvalidLink);
        admin.revoke_invitation(new.invitation.id).await.unwrap();
        assert_eq!(refused(app.client().register(&with(&new.link)).await), ProblemCode::InvalidLink);
        let member = app.member().await;
        assert_eq!(refused(member.create_invitation(&to("x@almvik.example", Role::Admin)).await), ProblemCode::Forbidden);
        assert_eq!(refused(member.list_invitations(&ListInvitationsQuery::default()).await), ProblemCode::Forbidden);
        app.stop().await;
    }
}
