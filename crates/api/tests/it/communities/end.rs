//! Archiving, deleting, bringing back, erasing.

use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, QueryFilter};
use tacit_api::communities::sweep;
use tacit_api::db;
use tacit_api::db::entities::{community, notice, post, topic_counter};
use tacit_contract::communities::{CommunityView, JoinRule, Visibility};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::invite::invite;
use super::members::{ask_in, ask_topic, with_members};
use super::{found, ids};
use crate::support::app::TestApp;
use crate::support::builders::{answer, comment, refused, remark};

async fn deleted_days_ago(app: &TestApp, id: Uuid, days: i64) {
    let at = app.state().clock.now().plus_days(-days).micros();
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            community::Entity::update_many()
                .col_expr(community::Column::DeletedAt, Expr::value(at))
                .filter(community::Column::Id.eq(id))
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

/// How many topics are counted in a community, and how many notices there are about a question in it.
async fn derived(app: &TestApp, id: Uuid, question: Uuid) -> (usize, usize) {
    let reader = app.state().db.reader();
    let counts = topic_counter::Entity::find()
        .filter(topic_counter::Column::Scope.eq(id.to_string()))
        .all(reader)
        .await
        .unwrap();
    let notices = notice::Entity::find()
        .filter(notice::Column::QuestionId.eq(question))
        .all(reader)
        .await
        .unwrap();
    (counts.len(), notices.len())
}

on_each_database! {
    async fn an_archived_one_is_read_and_not_written_in(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        ask_topic(&noor).await;
        let id = with_members(&noor, &[&hugo]).await;
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        assert_eq!(refused(hugo.archive_community(id).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.archive_community(id).await), ProblemCode::NotFound);
        noor.archive_community(id).await.unwrap();
        noor.archive_community(id).await.unwrap();
        assert_eq!(hugo.get_question(question).await.unwrap().id, question);
        assert_eq!(refused(hugo.add_comment(question, &remark("I do")).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.invite_to_community(id, &invite(&mateo.handle)).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.create_community_link(id, &Default::default()).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.edit_community(id, 1, &Default::default()).await), ProblemCode::WrongState);
        assert_eq!(refused(hugo.restore_community(id).await), ProblemCode::Forbidden);
        noor.restore_community(id).await.unwrap();
        noor.restore_community(id).await.unwrap();
        hugo.add_comment(question, &remark("I do")).await.unwrap();
        app.stop().await;
    }

    async fn a_deleted_one_is_there_for_nobody_until_its_owner_brings_it_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        let said = answer(&noor, question, "The one who is awake").await;
        comment(&hugo, said.id, "And who is?").await;
        for other in [&hugo, &admin] {
            assert_eq!(refused(other.get_community_deletion(id).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.delete_community(id).await), ProblemCode::Forbidden);
        }
        let told = noor.get_community_deletion(id).await.unwrap();
        assert_eq!((told.members, told.questions, told.answers, told.comments), (2, 1, 1, 1));
        noor.delete_community(id).await.unwrap();
        for other in [&noor, &hugo, &admin] {
            assert_eq!(refused(other.get_community(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.get_question(question).await), ProblemCode::NotFound);
            assert_eq!(refused(other.delete_community(id).await), ProblemCode::NotFound);
        }
        for other in [&hugo, &admin] {
            assert!(ids(other, CommunityView::Deleted).await.is_empty());
            assert_eq!(refused(other.restore_community(id).await), ProblemCode::NotFound);
        }
        assert_eq!(ids(&noor, CommunityView::Deleted).await, [id]);
        noor.restore_community(id).await.unwrap();
        assert_eq!(hugo.get_question(question).await.unwrap().answers.len(), 1);
        app.stop().await;
    }

    async fn thirty_days_later_all_of_it_is_erased(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let kept = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        answer(&noor, question, "The one who is awake").await;
        app.catch_up().await;
        assert_eq!(derived(&app, id, question).await, (1, 1), "a count and a notice");
        noor.delete_community(id).await.unwrap();
        noor.delete_community(kept).await.unwrap();
        deleted_days_ago(&app, id, 30).await;
        deleted_days_ago(&app, kept, 29).await;
        assert!(!ids(&noor, CommunityView::Deleted).await.contains(&id));
        assert_eq!(refused(noor.restore_community(id).await), ProblemCode::NotFound);
        assert_eq!(sweep::sweep(app.state()).await.unwrap(), 1);
        assert_eq!(sweep::sweep(app.state()).await.unwrap(), 0);
        let reader = app.state().db.reader();
        let left = post::Entity::find().filter(post::Column::CommunityId.eq(id)).all(reader).await.unwrap();
        assert!(left.is_empty(), "{left:?}");
        app.catch_up().await;
        assert_eq!(derived(&app, id, question).await, (0, 0));
        noor.restore_community(kept).await.unwrap();
        app.stop().await;
    }
}
