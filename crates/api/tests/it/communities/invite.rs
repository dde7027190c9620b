//! Inviting by name.

use tacit_contract::blocks::BlockKind;
use tacit_contract::communities::{
    CommunityRole, CommunityView, InviteToCommunity, JoinRule, Visibility,
};
use tacit_contract::problem::ProblemCode;

use super::members::{role, with_members};
use super::{found, ids};
use crate::notices::notices;
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

pub fn invite(handle: &str) -> InviteToCommunity {
    InviteToCommunity {
        handle: handle.to_owned(),
        word: Some("You asked about this twice".to_owned()),
    }
}

on_each_database! {
    async fn a_hidden_one_exists_for_who_is_invited_until_they_decline(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        for who in [&hugo, &mateo] {
            noor.invite_to_community(id, &invite(&format!("@{}", who.handle.to_uppercase()))).await.unwrap();
            noor.invite_to_community(id, &invite(&who.handle)).await.unwrap();
        }
        let waiting = noor.list_community_invitations(id, &Default::default()).await.unwrap().items;
        assert_eq!(waiting.len(), 2);
        assert_eq!(waiting[0].by.as_ref().map(|by| by.id), Some(noor.id));
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        assert!(viewer.may_join && !viewer.may_read);
        assert_eq!(viewer.invitation.map(|invitation| invitation.word), Some("You asked about this twice".to_owned()));
        assert_eq!(ids(&hugo, CommunityView::Pending).await, [id]);
        assert_eq!(refused(hugo.list_community_members(id, &Default::default()).await), ProblemCode::Forbidden);
        hugo.join_community(id).await.unwrap();
        assert_eq!(hugo.get_community_viewer(id).await.unwrap().role, Some(CommunityRole::Member));
        mateo.decline_community_invitation(id).await.unwrap();
        assert_eq!(refused(mateo.get_community(id).await), ProblemCode::NotFound);
        assert_eq!(refused(mateo.join_community(id).await), ProblemCode::NotFound);
        assert!(ids(&mateo, CommunityView::Pending).await.is_empty());
        assert!(noor.list_community_invitations(id, &Default::default()).await.unwrap().items.is_empty());
        assert_eq!(refused(noor.invite_to_community(id, &invite(&mateo.handle)).await), ProblemCode::WrongState, "they said no");
        assert_eq!(refused(noor.invite_to_community(id, &invite(&hugo.handle)).await), ProblemCode::WrongState, "a member");
        app.stop().await;
    }

    async fn what_is_taken_back_opens_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        noor.revoke_community_invitation(id, hugo.id).await.unwrap();
        noor.revoke_community_invitation(id, hugo.id).await.unwrap();
        assert_eq!(refused(hugo.join_community(id).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.decline_community_invitation(id).await), ProblemCode::NotFound);
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        hugo.join_community(id).await.unwrap();
        app.stop().await;
    }

    async fn only_who_looks_after_it_invites(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        for other in [&hugo, &admin] {
            assert_eq!(refused(other.invite_to_community(id, &invite(&noor.handle)).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.list_community_invitations(id, &Default::default()).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.revoke_community_invitation(id, noor.id).await), ProblemCode::Forbidden);
        }
        let hidden = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        for other in [&hugo, &admin] {
            assert_eq!(refused(other.invite_to_community(hidden, &invite(&noor.handle)).await), ProblemCode::NotFound);
            assert_eq!(refused(other.list_community_invitations(hidden, &Default::default()).await), ProblemCode::NotFound);
            assert_eq!(refused(other.revoke_community_invitation(hidden, noor.id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.decline_community_invitation(hidden).await), ProblemCode::NotFound);
        }
        assert_eq!(points_at(noor.invite_to_community(id, &invite("nobody-of-that-name")).await), "/handle");
        app.stop().await;
    }

    async fn whoever_is_blocked_invites_unseen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        hugo.block_member(&noor.handle, BlockKind::Blocked).await.unwrap();
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        assert_eq!(noor.list_community_invitations(id, &Default::default()).await.unwrap().items.len(), 1, "nothing tells");
        assert_eq!(refused(hugo.get_community(id).await), ProblemCode::NotFound);
        assert!(ids(&hugo, CommunityView::Pending).await.is_empty());
        hugo.unblock_member(&noor.handle).await.unwrap();
        assert_eq!(ids(&hugo, CommunityView::Pending).await, [id]);
        app.stop().await;
    }

    async fn an_invitation_that_waits_stays_as_it_was(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, mateo, hugo, lova) = (app.member().await, app.member().await, app.member().await, app.member().await);
        let id = with_members(&noor, &[&mateo]).await;
        noor.change_community_role(id, mateo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        lova.block_member(&noor.handle, BlockKind::Blocked).await.unwrap();
        let other = InviteToCommunity { word: Some("Come on Thursday".to_owned()), ..invite(&hugo.handle) };
        for invited in [&hugo, &lova] {
            noor.invite_to_community(id, &invite(&invited.handle)).await.unwrap();
            let again = InviteToCommunity { handle: invited.handle.clone(), ..other.clone() };
            assert_eq!(refused(mateo.invite_to_community(id, &again).await), ProblemCode::WrongState, "whether the first one reaches them or not");
        }
        let kept = hugo.get_community_viewer(id).await.unwrap().invitation.unwrap();
        assert_eq!((kept.by.map(|by| by.id), kept.word), (Some(noor.id), "You asked about this twice".to_owned()));
        let told = notices(&app, &hugo).await;
        assert_eq!((told.len(), told[0].count), (1, 1), "told once");
        noor.invite_to_community(id, &other).await.unwrap();
        let kept = hugo.get_community_viewer(id).await.unwrap().invitation.unwrap();
        assert_eq!(kept.word, "Come on Thursday", "the same person's later word counts");
        assert_eq!(notices(&app, &hugo).await[0].count, 1);
        mateo.revoke_community_invitation(id, lova.id).await.unwrap();
        mateo.invite_to_community(id, &invite(&lova.handle)).await.unwrap();
        assert_eq!(ids(&lova, CommunityView::Pending).await, [id]);
        app.stop().await;
    }
}
