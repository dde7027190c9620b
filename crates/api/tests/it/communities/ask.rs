//! Asking to join, and deciding on it.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::community_request;
use tacit_contract::communities::{
    AskToJoin, CommunityRole, CommunityView, DecideJoinRequest, JoinRule, RequestState, Visibility,
};
use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use super::{found, ids};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

pub fn wish(message: &str) -> AskToJoin {
    AskToJoin {
        message: Some(message.to_owned()),
    }
}

fn yes() -> DecideJoinRequest {
    DecideJoinRequest {
        approve: true,
        word: Some("See you on Thursday".to_owned()),
    }
}

fn no() -> DecideJoinRequest {
    DecideJoinRequest {
        approve: false,
        word: Some("We are full until spring".to_owned()),
    }
}

/// Moves the decision about a wish into the past.
async fn decided_days_ago(app: &TestApp, member: Uuid, days: i64) {
    let at = app.state().clock.now().plus_days(-days).micros();
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            community_request::Entity::update_many()
                .col_expr(community_request::Column::DecidedAt, Expr::value(at))
                .filter(community_request::Column::MemberId.eq(member))
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn who_asked_comes_in_when_a_facilitator_says_so(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        assert!(hugo.get_community_viewer(id).await.unwrap().may_ask);
        hugo.ask_to_join_community(id, &wish("I take over the evening shift")).await.unwrap();
        hugo.ask_to_join_community(id, &wish("I take over\nthe night shift")).await.unwrap();
        mateo.ask_to_join_community(id, &Default::default()).await.unwrap();
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        assert!(!viewer.may_ask && !viewer.may_read);
        assert_eq!(ids(&hugo, CommunityView::Pending).await, [id]);
        let waiting = noor.list_join_requests(id, &Default::default()).await.unwrap().items;
        let said: Vec<_> = waiting.iter().map(|one| (one.member.id, one.message.as_str())).collect();
        assert_eq!(said, [(hugo.id, "I take over\nthe night shift"), (mateo.id, "")]);
        assert_eq!(noor.get_community_viewer(id).await.unwrap().waiting, 2);
        noor.decide_join_request(id, hugo.id, &yes()).await.unwrap();
        noor.decide_join_request(id, hugo.id, &yes()).await.unwrap();
        assert_eq!(refused(noor.decide_join_request(id, hugo.id, &no()).await), ProblemCode::WrongState);
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        assert_eq!((viewer.role, viewer.may_post), (Some(CommunityRole::Member), true));
        assert_eq!(viewer.request.map(|request| (request.state, request.word)), Some((RequestState::Approved, "See you on Thursday".to_owned())));
        assert_eq!(refused(hugo.ask_to_join_community(id, &wish("Again")).await), ProblemCode::WrongState);
        hugo.leave_community(id).await.unwrap();
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        assert!(viewer.request.is_none() && viewer.may_ask);
        app.stop().await;
    }

    async fn after_a_no_one_asks_again_two_weeks_later(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::OnRequest).await.community.id;
        hugo.ask_to_join_community(id, &wish("May I?")).await.unwrap();
        noor.decide_join_request(id, hugo.id, &no()).await.unwrap();
        let viewer = hugo.get_community_viewer(id).await.unwrap();
        let request = viewer.request.unwrap();
        assert_eq!((request.state, request.word.as_str()), (RequestState::Declined, "We are full until spring"));
        assert!(request.again_at.is_some() && !viewer.may_ask && viewer.role.is_none());
        hugo.withdraw_join_request(id).await.unwrap();
        assert_eq!(refused(hugo.ask_to_join_community(id, &wish("Now?")).await), ProblemCode::WrongState, "withdrawing forgets no decision");
        decided_days_ago(&app, hugo.id, 15).await;
        hugo.ask_to_join_community(id, &wish("Now?")).await.unwrap();
        hugo.withdraw_join_request(id).await.unwrap();
        hugo.withdraw_join_request(id).await.unwrap();
        assert_eq!(refused(noor.decide_join_request(id, hugo.id, &yes()).await), ProblemCode::NotFound);
        assert!(noor.list_join_requests(id, &Default::default()).await.unwrap().items.is_empty());
        app.stop().await;
    }

    async fn only_who_looks_after_it_reads_and_decides(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin, lead) = (app.member().await, app.member().await, app.admin().await, app.lead().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        hugo.ask_to_join_community(id, &wish("May I?")).await.unwrap();
        for other in [&hugo, &admin, &lead] {
            assert_eq!(refused(other.list_join_requests(id, &Default::default()).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.decide_join_request(id, hugo.id, &yes()).await), ProblemCode::Forbidden);
        }
        noor.decide_join_request(id, hugo.id, &yes()).await.unwrap();
        assert_eq!(refused(hugo.list_join_requests(id, &Default::default()).await), ProblemCode::Forbidden, "members do not");
        let hidden = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        for other in [&hugo, &admin, &lead] {
            assert_eq!(refused(other.ask_to_join_community(hidden, &wish("May I?")).await), ProblemCode::NotFound);
            assert_eq!(refused(other.withdraw_join_request(hidden).await), ProblemCode::NotFound);
            assert_eq!(refused(other.list_join_requests(hidden, &Default::default()).await), ProblemCode::NotFound);
            assert_eq!(refused(other.decide_join_request(hidden, hugo.id, &yes()).await), ProblemCode::NotFound);
        }
        app.stop().await;
    }

    async fn what_cannot_be_asked_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let free = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        assert_eq!(refused(hugo.ask_to_join_community(free, &wish("May I?")).await), ProblemCode::WrongState);
        let invited = found(&noor, Visibility::OnRequest, JoinRule::ByInvitation).await.community.id;
        assert_eq!(refused(hugo.ask_to_join_community(invited, &wish("May I?")).await), ProblemCode::Forbidden);
        let asked = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        let long = wish(&"å".repeat(501));
        assert_eq!(points_at(hugo.ask_to_join_community(asked, &long).await), "/message");
        assert_eq!(refused(noor.decide_join_request(asked, Uuid::now_v7(), &yes()).await), ProblemCode::NotFound);
        mateo.ask_to_join_community(asked, &wish("May I?")).await.unwrap();
        app.set_status(mateo.id, MemberStatus::Deactivated).await;
        assert!(noor.list_join_requests(asked, &Default::default()).await.unwrap().items.is_empty());
        assert_eq!(refused(noor.decide_join_request(asked, mateo.id, &yes()).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn deciding_twice_at_once_makes_one_member(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        let (asked, again) = (wish("May I?"), wish("May I?"));
        let (one, other) = tokio::join!(hugo.ask_to_join_community(id, &asked), hugo.ask_to_join_community(id, &again));
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        let (in_now, out_now) = (yes(), no());
        let (one, other) = tokio::join!(noor.decide_join_request(id, hugo.id, &in_now), noor.decide_join_request(id, hugo.id, &out_now));
        assert_ne!(one.is_ok(), other.is_ok(), "one of them came first: {one:?} {other:?}");
        let members = noor.get_community(id).await.unwrap().members;
        assert_eq!(members, if one.is_ok() { 2 } else { 1 });
        app.stop().await;
    }
}
