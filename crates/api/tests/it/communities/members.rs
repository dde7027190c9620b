//! Taking members out, roles, handing over, and who takes over.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::community_removal;
use tacit_client::Client;
use tacit_contract::communities::{
    ChangeCommunityRole, CommunityRole, JoinRule, RemoveCommunityMember, Visibility,
};
use tacit_contract::identity::UpdateMember;
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::found;
use super::invite::invite;
use super::link::token;
use crate::support::app::TestApp;
use crate::support::builders::{points_at, question, refused};
use crate::support::roles::Person;

pub fn word(text: &str) -> RemoveCommunityMember {
    RemoveCommunityMember {
        word: text.to_owned(),
    }
}

pub fn role(role: CommunityRole) -> ChangeCommunityRole {
    ChangeCommunityRole { role }
}

/// A question in a community.
pub async fn ask_in(person: &Client, community: Uuid, title: &str) -> Uuid {
    let mut new = question(title, &["Customer calls"]);
    new.audience = Some(AudienceChoice::Community {
        community_id: community,
    });
    person.ask_question(&new).await.unwrap().id
}

/// A community in which these are members.
pub async fn with_members(owner: &Person, members: &[&Person]) -> Uuid {
    let id = found(owner, Visibility::Hidden, JoinRule::ByInvitation)
        .await
        .community
        .id;
    for member in members {
        owner
            .invite_to_community(id, &invite(&member.handle))
            .await
            .unwrap();
        member.join_community(id).await.unwrap();
    }
    id
}

async fn owner_of(person: &Client, id: Uuid) -> Vec<Uuid> {
    let facilitators = person.get_community(id).await.unwrap().facilitators;
    let owners = facilitators.iter();
    owners
        .filter(|one| one.role == CommunityRole::Owner)
        .map(|one| one.member.id)
        .collect()
}

async fn deactivate(admin: &Client, member: Uuid, gone: bool) {
    let change = UpdateMember {
        role: None,
        department_id: None,
        deactivated: Some(gone),
        reason: None,
    };
    admin.update_member(member, &change).await.unwrap();
}

on_each_database! {
    async fn whoever_is_removed_reads_nothing_from_the_next_request_on(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        ask_topic(&noor).await;
        let id = with_members(&noor, &[&hugo, &mateo]).await;
        let asked = ask_in(&hugo, id, "Whom does the night shift call?").await;
        let made = noor.create_community_link(id, &Default::default()).await.unwrap();
        noor.remove_community_member(id, hugo.id, &word("You sold to three of us")).await.unwrap();
        assert_eq!(refused(hugo.get_community(id).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.get_question(asked).await), ProblemCode::NotFound, "also one's own there");
        assert_eq!(refused(hugo.join_community(id).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.join_by_community_link(&token(&made)).await), ProblemCode::InvalidLink);
        assert_eq!(mateo.get_question(asked).await.unwrap().id, asked, "what they wrote stays");
        assert_eq!(refused(noor.remove_community_member(id, hugo.id, &word("Again")).await), ProblemCode::NotFound);
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        hugo.join_community(id).await.unwrap();
        hugo.leave_community(id).await.unwrap();
        hugo.join_by_community_link(&token(&made)).await.unwrap();
        app.stop().await;
    }

    async fn where_one_joins_freely_one_comes_back_after_two_weeks(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        noor.remove_community_member(id, hugo.id, &word("Take a break")).await.unwrap();
        assert!(!hugo.get_community_viewer(id).await.unwrap().may_join);
        assert_eq!(refused(hugo.join_community(id).await), ProblemCode::WrongState);
        let at = app.state().clock.now().plus_days(-15).micros();
        let member = hugo.id;
        db::write(&app.state().db, move |tx| Box::pin(async move {
            community_removal::Entity::update_many()
                .col_expr(community_removal::Column::RemovedAt, Expr::value(at))
                .filter(community_removal::Column::MemberId.eq(member))
                .exec(tx)
                .await?;
            Ok(())
        })).await.unwrap();
        assert!(hugo.get_community_viewer(id).await.unwrap().may_join);
        hugo.join_community(id).await.unwrap();
        app.stop().await;
    }

    async fn who_removes_whom(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, lova, admin) = (app.member().await, app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = with_members(&noor, &[&hugo, &mateo, &lova]).await;
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        noor.change_community_role(id, mateo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        assert_eq!(refused(lova.remove_community_member(id, hugo.id, &word("No")).await), ProblemCode::Forbidden);
        assert_eq!(refused(hugo.remove_community_member(id, mateo.id, &word("No")).await), ProblemCode::Forbidden);
        assert_eq!(refused(hugo.remove_community_member(id, noor.id, &word("No")).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.remove_community_member(id, noor.id, &word("No")).await), ProblemCode::WrongState);
        assert_eq!(refused(admin.remove_community_member(id, lova.id, &word("No")).await), ProblemCode::NotFound);
        assert_eq!(points_at(noor.remove_community_member(id, lova.id, &word(" ")).await), "/word");
        hugo.remove_community_member(id, lova.id, &word("You sold to three of us")).await.unwrap();
        noor.remove_community_member(id, mateo.id, &word("You sold to three of us")).await.unwrap();
        assert_eq!(noor.get_community(id).await.unwrap().members, 2);
        app.stop().await;
    }

    async fn the_owner_alone_gives_roles_and_hands_over(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = with_members(&noor, &[&hugo, &mateo]).await;
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        assert_eq!(refused(hugo.change_community_role(id, hugo.id, &role(CommunityRole::Owner)).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.change_community_role(id, hugo.id, &role(CommunityRole::Owner)).await), ProblemCode::NotFound);
        assert_eq!(refused(noor.change_community_role(id, admin.id, &role(CommunityRole::Owner)).await), ProblemCode::NotFound);
        assert_eq!(refused(noor.change_community_role(id, noor.id, &role(CommunityRole::Member)).await), ProblemCode::WrongState);
        let made = hugo.create_community_link(id, &Default::default()).await.unwrap();
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Member)).await.unwrap();
        assert_eq!(refused(mateo.open_community_link(&token(&made)).await), ProblemCode::InvalidLink, "who looks after nothing lets nobody in");
        noor.change_community_role(id, mateo.id, &role(CommunityRole::Owner)).await.unwrap();
        assert_eq!(owner_of(&noor, id).await, [mateo.id]);
        assert_eq!(noor.get_community_viewer(id).await.unwrap().role, Some(CommunityRole::Facilitator));
        assert_eq!(refused(noor.change_community_role(id, noor.id, &role(CommunityRole::Owner)).await), ProblemCode::Forbidden);
        noor.leave_community(id).await.unwrap();
        app.stop().await;
    }

    async fn there_is_always_one_owner_however_they_hurry(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = with_members(&noor, &[&hugo, &mateo]).await;
        let owner = role(CommunityRole::Owner);
        let (one, other, _) = tokio::join!(
            noor.change_community_role(id, hugo.id, &owner),
            noor.change_community_role(id, mateo.id, &owner),
            hugo.leave_community(id),
        );
        assert!(!(one.is_ok() && other.is_ok()), "{one:?} {other:?}");
        let owners = owner_of(&mateo, id).await;
        assert_eq!(owners.len(), 1, "{owners:?}");
        app.stop().await;
    }

    async fn who_was_there_longest_takes_over_when_the_owner_is_gone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = with_members(&noor, &[&hugo, &mateo]).await;
        let made = noor.create_community_link(id, &Default::default()).await.unwrap();
        noor.change_community_role(id, mateo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        deactivate(&admin, noor.id, true).await;
        assert_eq!(owner_of(&hugo, id).await, [mateo.id], "a facilitator before a member");
        assert_eq!(refused(hugo.open_community_link(&token(&made)).await), ProblemCode::InvalidLink);
        deactivate(&admin, mateo.id, true).await;
        assert_eq!(owner_of(&hugo, id).await, [hugo.id]);
        deactivate(&admin, noor.id, false).await;
        let noor = app.again(&noor).await;
        assert_eq!(noor.get_community_viewer(id).await.unwrap().role, Some(CommunityRole::Member));
        app.stop().await;
    }

    async fn whoever_comes_where_nobody_was_left_takes_over(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        deactivate(&admin, noor.id, true).await;
        assert_eq!(owner_of(&hugo, id).await, [noor.id], "nobody else is there");
        hugo.join_community(id).await.unwrap();
        mateo.join_community(id).await.unwrap();
        assert_eq!(owner_of(&hugo, id).await, [hugo.id]);
        app.stop().await;
    }

    async fn who_leaves_may_come_back_and_who_is_taken_out_then_may_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        hugo.leave_community(id).await.unwrap();
        assert_eq!(refused(noor.remove_community_member(id, hugo.id, &word("Take a break")).await), ProblemCode::NotFound);
        hugo.join_community(id).await.unwrap();
        noor.remove_community_member(id, hugo.id, &word("Take a break")).await.unwrap();
        hugo.leave_community(id).await.unwrap();
        assert_eq!(refused(hugo.join_community(id).await), ProblemCode::WrongState, "leaving what one does not belong to forgets nothing");
        app.stop().await;
    }
}

/// The topic of what is asked here: a hidden community makes none.
pub async fn ask_topic(person: &Client) {
    crate::support::builders::ask(person, "Is there a topic of its own?").await;
}
