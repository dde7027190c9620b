//! Founding, seeing, joining and leaving.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::post;
use tacit_contract::communities::{CommunityRole, CommunityView, JoinRule, Visibility};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::{community, found, ids};
use crate::support::app::TestApp;
use crate::support::builders::{ask, refused, remark};

/// Puts a question into a community, as asking in it does.
async fn put_into(app: &TestApp, question: Uuid, community: Uuid) {
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            post::Entity::update_many()
                .col_expr(post::Column::Audience, Expr::value("community"))
                .col_expr(post::Column::CommunityId, Expr::value(Some(community)))
                .filter(post::Column::Id.eq(question))
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn an_open_one_is_read_by_all_and_written_in_by_its_members(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let one = found(&noor, Visibility::Open, JoinRule::Free).await;
        let id = one.community.id;
        let question = ask(&noor, "Whom does the night shift call?").await.id;
        put_into(&app, question, id).await;
        for reader in [&hugo, &admin] {
            assert_eq!(reader.get_question(question).await.unwrap().id, question);
            assert_eq!(refused(reader.add_comment(question, &remark("I do")).await), ProblemCode::Forbidden);
            assert!(ids(reader, CommunityView::Discover).await.contains(&id));
        }
        hugo.join_community(id).await.unwrap();
        hugo.join_community(id).await.unwrap();
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        assert_eq!((viewer.role, viewer.may_post), (Some(CommunityRole::Member), true));
        hugo.add_comment(question, &remark("I do")).await.unwrap();
        assert_eq!(hugo.get_community(id).await.unwrap().members, 2);
        assert_eq!(ids(&hugo, CommunityView::Mine).await, [id]);
        hugo.leave_community(id).await.unwrap();
        assert_eq!(refused(hugo.add_comment(question, &remark("Again")).await), ProblemCode::Forbidden);
        assert_eq!(refused(noor.leave_community(id).await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn one_on_request_is_known_and_not_read(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        let question = ask(&noor, "Whom does the night shift call?").await.id;
        put_into(&app, question, id).await;
        for other in [&hugo, &admin] {
            assert_eq!(other.get_community(id).await.unwrap().members, 1);
            assert_eq!(refused(other.get_question(question).await), ProblemCode::NotFound);
            assert_eq!(refused(other.list_community_members(id, &Default::default()).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.join_community(id).await), ProblemCode::Forbidden);
        }
        let members = noor.list_community_members(id, &Default::default()).await.unwrap().items;
        assert_eq!((members.len(), members[0].role), (1, CommunityRole::Owner));
        app.stop().await;
    }

    async fn a_hidden_one_is_not_there_for_others_and_its_name_is_free(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        for other in [&hugo, &admin] {
            assert_eq!(refused(other.get_community(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.get_community_viewer(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.join_community(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.leave_community(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.list_community_members(id, &Default::default()).await), ProblemCode::NotFound);
            for view in [CommunityView::All, CommunityView::Discover] {
                assert!(!ids(other, view).await.contains(&id));
            }
        }
        assert_eq!(ids(&noor, CommunityView::All).await, [id]);
        let same = found(&hugo, Visibility::Open, JoinRule::Free).await;
        assert_eq!(same.community.name, "Calls that go wrong");
        let free = community("Free and hidden", Visibility::Hidden, JoinRule::Free);
        assert_eq!(refused(hugo.create_community(&free).await), ProblemCode::ValidationFailed);
        app.stop().await;
    }

    async fn joining_twice_at_once_makes_one_member(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let (one, other) = tokio::join!(hugo.join_community(id), hugo.join_community(id));
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        assert_eq!(noor.get_community(id).await.unwrap().members, 2);
        app.stop().await;
    }
}
