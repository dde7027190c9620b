//! One's own profile.

use reqwest::Method;
use serde_json::json;
use tacit_contract::identity::{Locale, UpdateMe};
use tacit_contract::organisation::{CreateDepartment, UpdateDepartment};
use tacit_contract::problem::ProblemCode;

use super::{pointers, refused};
use crate::support::app::{TestApp, problem_of};

on_each_database! {
    async fn a_profile_is_edited_field_by_field(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, person) = (app.admin().await, app.member().await);
        let department = admin.create_department(&CreateDepartment { name: "Customer care".into() }).await.unwrap();
        let change = UpdateMe {
            handle: Some("Noor".into()),
            display_name: Some("  Noor   Hallström ".into()),
            job_title: Some("Trainer".into()),
            department_id: Some(Some(department.id)),
            place: Some("Göteborg".into()),
            bio: Some("I train.\r\nGladly.".into()),
            languages: Some(vec!["sv".into(), "EN".into(), "sv".into()]),
            locale: Some(Locale::Sv),
            time_zone: Some("Europe/Stockholm".into()),
        };
        let me = person.update_me(1, &change).await.unwrap();
        assert_eq!((me.handle.as_str(), me.display_name.as_str(), me.version), ("noor", "Noor Hallström", 2));
        assert_eq!((me.bio.as_str(), me.languages.join(",").as_str()), ("I train.\nGladly.", "sv,en"));
        assert_eq!(me.department.as_ref().map(|d| d.name.as_str()), Some("Customer care"));
        assert_eq!(person.me().await.unwrap(), me);
        let without = UpdateMe { department_id: Some(None), ..UpdateMe::default() };
        let me = person.update_me(2, &without).await.unwrap();
        assert_eq!((me.department, me.place.as_str()), (None, "Göteborg"));
        app.stop().await;
    }

    async fn a_stale_edit_is_refused_and_changes_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let to = |place: &str| UpdateMe { place: Some(place.into()), ..UpdateMe::default() };
        person.update_me(1, &to("Lund")).await.unwrap();
        assert_eq!(refused(person.update_me(1, &to("Umeå")).await), ProblemCode::StaleVersion);
        assert_eq!(person.me().await.unwrap().place, "Lund");
        let request = app.request(Method::PATCH, "/api/v1/me").header("authorization", person.bearer());
        problem_of(request.json(&to("Umeå")).send().await.unwrap(), ProblemCode::VersionRequired).await;
        app.stop().await;
    }

    async fn a_handle_is_somebodys_alone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (one, other) = (app.member().await, app.member().await);
        let to = |handle: &str| UpdateMe { handle: Some(handle.into()), ..UpdateMe::default() };
        one.update_me(1, &to("lova")).await.unwrap();
        assert_eq!(refused(other.update_me(1, &to("LOVA")).await), ProblemCode::NameTaken);
        one.update_me(2, &to("lova")).await.unwrap();
        for bad in ["me", "x", "a--b", "åsa"] {
            assert_eq!(pointers(other.update_me(1, &to(bad)).await), ["/handle"], "{bad}");
        }
        app.stop().await;
    }

    async fn what_cannot_be_kept_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let patch = |body: serde_json::Value| {
            let request = app.request(Method::PATCH, "/api/v1/me").header("authorization", person.bearer());
            async move { request.header("if-match", "\"1\"").json(&body).send().await.unwrap() }
        };
        for body in [
            json!({"nickname": "x"}),
            json!({"bio": "a\0b"}),
            json!({"bio": "x".repeat(2_001)}),
            json!({"display_name": "\u{202e}nimda"}),
            json!({"languages": ["english"]}),
            json!({"time_zone": "Mars/Olympus"}),
            json!({"locale": "de"}),
            json!({"department_id": uuid::Uuid::new_v4()}),
        ] {
            let problem = problem_of(patch(body.clone()).await, ProblemCode::ValidationFailed).await;
            assert_eq!(problem.errors.len(), 1, "{body}");
        }
        app.stop().await;
    }

    async fn an_archived_department_is_kept_but_not_chosen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, one, other) = (app.admin().await, app.member().await, app.member().await);
        let department = admin.create_department(&CreateDepartment { name: "Old".into() }).await.unwrap();
        let choose = UpdateMe { department_id: Some(Some(department.id)), ..UpdateMe::default() };
        one.update_me(1, &choose).await.unwrap();
        let archive = UpdateDepartment { name: None, position: None, archived: Some(true) };
        admin.update_department(department.id, &archive).await.unwrap();
        one.update_me(2, &choose).await.unwrap();
        assert_eq!(pointers(other.update_me(1, &choose).await), ["/department_id"]);
        app.stop().await;
    }
}
