//! Endorsing: once a day the same person, never oneself, withdrawable.

use sea_orm::{ConnectionTrait, DbBackend};
use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::MemberStatus;

use super::topic;
use crate::support::app::TestApp;
use crate::support::builders::refused;

on_each_database! {
    async fn one_endorsement_a_day_for_the_same_person(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        for name in ["Negotiating", "SQL"] {
            topic(&noor, name, None).await;
        }
        noor.endorse_member(&hugo.handle, "negotiating").await.unwrap();
        noor.endorse_member(&hugo.handle, "negotiating").await.unwrap();
        assert_eq!(refused(noor.endorse_member(&hugo.handle, "sql").await), ProblemCode::WrongState);
        noor.endorse_member(&lova.handle, "sql").await.unwrap();
        lova.endorse_member(&hugo.handle, "sql").await.unwrap();
        let own = noor.get_member_expertise_viewer(&hugo.handle).await.unwrap();
        assert!(own.may_endorse && own.endorsed_today);
        assert_eq!((own.endorsed.len(), own.withdrawn_today), (1, None));
        noor.withdraw_endorsement(&hugo.handle, "negotiating").await.unwrap();
        noor.withdraw_endorsement(&hugo.handle, "negotiating").await.unwrap();
        assert_eq!(refused(noor.endorse_member(&hugo.handle, "sql").await), ProblemCode::WrongState);
        let own = noor.get_member_expertise_viewer(&hugo.handle).await.unwrap();
        assert!(own.endorsed.is_empty() && own.withdrawn_today.is_some());
        noor.endorse_member(&hugo.handle, "negotiating").await.unwrap();
        app.catch_up().await;
        let why = lova.explain_expertise(&hugo.handle, "negotiating").await.unwrap();
        assert_eq!(why.strength.endorsements, 1);
        app.stop().await;
    }

    async fn at_once_only_one_gets_through(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let names = ["one", "two", "three", "four"];
        for name in names {
            topic(&noor, name, None).await;
        }
        let all = names.map(|name| noor.endorse_member(&hugo.handle, name));
        let outcomes = futures::future::join_all(all).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        for outcome in outcomes.into_iter().filter(Result::is_err) {
            assert_eq!(refused(outcome), ProblemCode::WrongState);
        }
        app.stop().await;
    }

    async fn nobody_endorses_themselves_or_who_is_not_here(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        assert_eq!(refused(noor.endorse_member(&noor.handle, "sql").await), ProblemCode::Forbidden);
        assert!(!noor.get_member_expertise_viewer(&noor.handle).await.unwrap().may_endorse);
        assert_eq!(refused(noor.endorse_member("nobody", "sql").await), ProblemCode::NotFound);
        assert_eq!(refused(noor.endorse_member(&hugo.handle, "nothing").await), ProblemCode::NotFound);
        app.set_status(hugo.id, MemberStatus::Unclaimed).await;
        assert_eq!(refused(noor.endorse_member(&hugo.handle, "sql").await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn the_database_keeps_the_rules_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        let id = noor.get_topic("sql").await.unwrap().topic.id;
        let conn = sea_orm::Database::connect(db.url()).await.unwrap();
        let text = |id: uuid::Uuid| match conn.get_database_backend() {
            DbBackend::Sqlite => format!("x'{}'", id.simple()),
            _ => format!("'{id}'"),
        };
        let by_oneself = format!(
            "INSERT INTO endorsement (topic_id, member_id, by_id, day, created_at) VALUES ({}, {}, {}, 1, 1)",
            text(id), text(hugo.id), text(hugo.id),
        );
        let error = conn.execute_unprepared(&by_oneself).await.unwrap_err().to_string();
        assert!(error.to_lowercase().contains("check"), "{error}");
        conn.close().await.unwrap();
        app.stop().await;
    }
}
