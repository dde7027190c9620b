//! Inviting by link.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::community_link;
use tacit_contract::communities::{
    CommunityToken, CreateCommunityLink, CreatedCommunityLink, JoinRule, Visibility,
};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::found;
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

pub fn token(link: &CreatedCommunityLink) -> CommunityToken {
    let (_, token) = link.url.split_once("/communities/link?token=").unwrap();
    CommunityToken {
        token: token.to_owned(),
    }
}

fn uses(uses: u32) -> CreateCommunityLink {
    CreateCommunityLink {
        days: None,
        uses: Some(uses),
    }
}

async fn expire(app: &TestApp, link: Uuid) {
    let at = app.state().clock.now().micros();
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            community_link::Entity::update_many()
                .col_expr(community_link::Column::ExpiresAt, Expr::value(at))
                .filter(community_link::Column::Id.eq(link))
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn whoever_has_the_secret_comes_in_so_many_times(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        let made = noor.create_community_link(id, &uses(1)).await.unwrap();
        let secret = token(&made);
        let opened = hugo.open_community_link(&secret).await.unwrap();
        assert_eq!((opened.community.id, opened.members, opened.member), (id, 1, false));
        assert_eq!(opened.by.map(|by| by.id), Some(noor.id));
        assert_eq!(refused(hugo.get_community(id).await), ProblemCode::NotFound, "looking is not coming in");
        assert_eq!(hugo.join_by_community_link(&secret).await.unwrap().id, id);
        assert_eq!(hugo.get_community(id).await.unwrap().members, 2);
        assert_eq!(refused(hugo.join_by_community_link(&secret).await), ProblemCode::InvalidLink, "used up");
        assert_eq!(refused(mateo.open_community_link(&secret).await), ProblemCode::InvalidLink);
        assert_eq!(refused(mateo.join_by_community_link(&secret).await), ProblemCode::InvalidLink);
        let more = token(&noor.create_community_link(id, &Default::default()).await.unwrap());
        hugo.join_by_community_link(&more).await.unwrap();
        let links = noor.list_community_links(id).await.unwrap().items;
        assert_eq!(links.iter().map(|link| (link.uses, link.uses_max)).collect::<Vec<_>>(), [(0, 25)], "who is a member uses nothing up");
        app.stop().await;
    }

    async fn what_has_ended_is_one_answer(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::ByInvitation).await.community.id;
        let revoked = noor.create_community_link(id, &Default::default()).await.unwrap();
        let expired = noor.create_community_link(id, &Default::default()).await.unwrap();
        noor.revoke_community_link(id, revoked.link.id).await.unwrap();
        noor.revoke_community_link(id, revoked.link.id).await.unwrap();
        expire(&app, expired.link.id).await;
        let forged = CommunityToken { token: "x".repeat(4_000) };
        let hash = CommunityToken { token: tacit_api::auth::token::hash(&token(&expired).token) };
        for secret in [token(&revoked), token(&expired), forged, hash] {
            assert_eq!(refused(hugo.open_community_link(&secret).await), ProblemCode::InvalidLink);
            assert_eq!(refused(hugo.join_by_community_link(&secret).await), ProblemCode::InvalidLink);
        }
        assert!(noor.list_community_links(id).await.unwrap().items.is_empty());
        app.stop().await;
    }

    async fn the_last_place_goes_to_one(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        let secret = token(&noor.create_community_link(id, &uses(1)).await.unwrap());
        let (one, other) = tokio::join!(hugo.join_by_community_link(&secret), mateo.join_by_community_link(&secret));
        assert_ne!(one.is_ok(), other.is_ok(), "{one:?} {other:?}");
        assert_eq!(noor.get_community(id).await.unwrap().members, 2);
        app.stop().await;
    }

    async fn only_who_looks_after_it_makes_links(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let link = noor.create_community_link(id, &Default::default()).await.unwrap().link.id;
        let hidden = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        hugo.join_community(id).await.unwrap();
        for other in [&hugo, &admin] {
            for (place, code) in [(id, ProblemCode::Forbidden), (hidden, ProblemCode::NotFound)] {
                assert_eq!(refused(other.create_community_link(place, &Default::default()).await), code);
                assert_eq!(refused(other.list_community_links(place).await), code);
                assert_eq!(refused(other.revoke_community_link(place, link).await), code);
            }
        }
        noor.revoke_community_link(hidden, link).await.unwrap();
        assert_eq!(noor.list_community_links(id).await.unwrap().items.len(), 1, "a link is taken back where it was made");
        for (days, uses, pointer) in [(Some(0), None, "/days"), (Some(31), None, "/days"), (None, Some(0), "/uses"), (None, Some(101), "/uses"), (Some(u32::MAX), None, "/days")] {
            let new = CreateCommunityLink { days, uses };
            assert_eq!(points_at(noor.create_community_link(id, &new).await), pointer);
        }
        for _ in 1..20 {
            noor.create_community_link(id, &Default::default()).await.unwrap();
        }
        assert_eq!(refused(noor.create_community_link(id, &Default::default()).await), ProblemCode::WrongState);
        app.stop().await;
    }
}
