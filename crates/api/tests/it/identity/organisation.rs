//! The organisation, its logo and departments.

use reqwest::Method;
use tacit_contract::identity::Locale;
use tacit_contract::organisation::{
    CreateDepartment, Registration, UpdateDepartment, UpdateOrganisation,
};
use tacit_contract::problem::ProblemCode;

use super::{pointers, refused};
use crate::support::app::{TestApp, header, problem_of};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand so on";

fn nothing() -> UpdateOrganisation {
    UpdateOrganisation {
        name: None,
        default_language: None,
        registration: None,
        allowed_domains: None,
        nameless_allowed: None,
    }
}

on_each_database! {
    async fn admins_say_what_the_organisation_is(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, member) = (app.admin().await, app.member().await);
        let version = admin.get_organisation().await.unwrap().version;
        let change = UpdateOrganisation {
            name: Some("Almvik Works".into()),
            default_language: Some(Locale::Sv),
            registration: Some(Registration::Domains),
            allowed_domains: Some(vec!["Almvik.Example".into(), "almvik.example".into()]),
            nameless_allowed: None,
        };
        assert_eq!(refused(member.update_organisation(version, &change).await), ProblemCode::Forbidden);
        let changed = admin.update_organisation(version, &change).await.unwrap();
        assert_eq!(changed.allowed_domains, ["almvik.example"]);
        assert_eq!(refused(admin.update_organisation(version, &change).await), ProblemCode::StaleVersion);
        let options = app.anon().sign_in_options().await.unwrap();
        assert_eq!((options.organisation.as_str(), options.default_language), ("Almvik Works", Locale::Sv));
        let none = UpdateOrganisation { allowed_domains: Some(vec![]), ..nothing() };
        assert_eq!(pointers(admin.update_organisation(changed.version, &none).await), ["/allowed_domains"]);
        let bad = UpdateOrganisation { allowed_domains: Some(vec!["almvik.example".into(), "@x".into()]), ..nothing() };
        assert_eq!(pointers(admin.update_organisation(changed.version, &bad).await), ["/allowed_domains/1"]);
        assert_eq!(refused(app.anon().get_organisation().await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn the_logo_is_a_picture_that_everybody_sees(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, member) = (app.admin().await, app.member().await);
        let logo = || app.request(Method::GET, "/api/v1/organisation/logo");
        problem_of(logo().send().await.unwrap(), ProblemCode::NotFound).await;
        assert_eq!(refused(member.set_logo("image/png", PNG.into()).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.set_logo("image/png", b"<html>".to_vec()).await), ProblemCode::UnsupportedMediaType);
        assert_eq!(refused(admin.set_logo("text/html", PNG.into()).await), ProblemCode::UnsupportedMediaType);
        let large = [PNG, &[0; 262_144]].concat();
        assert_eq!(refused(admin.set_logo("image/png", large).await), ProblemCode::PayloadTooLarge);
        let set = admin.set_logo("image/png", PNG.into()).await.unwrap();
        assert!(set.logo_url.is_some());
        let response = logo().send().await.unwrap();
        assert_eq!(header(response.headers(), "content-type"), "image/png");
        assert!(header(response.headers(), "content-security-policy").contains("sandbox"));
        let tag = header(response.headers(), "etag").to_owned();
        assert_eq!(response.bytes().await.unwrap().as_ref(), PNG);
        assert_eq!(logo().header("if-none-match", tag).send().await.unwrap().status().as_u16(), 304);
        admin.remove_logo().await.unwrap();
        assert_eq!(logo().send().await.unwrap().status().as_u16(), 404);
        app.stop().await;
    }

    async fn departments_are_kept_in_order(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, member) = (app.admin().await, app.member().await);
        let new = |name: &str| CreateDepartment { name: name.into() };
        let change = |name: Option<&str>, position| UpdateDepartment { name: name.map(Into::into), position, archived: None };
        for name in ["Finance", "Care", "Workshop"] {
            admin.create_department(&new(name)).await.unwrap();
        }
        assert_eq!(refused(admin.create_department(&new("CARE")).await), ProblemCode::NameTaken);
        assert_eq!(refused(member.create_department(&new("Mine")).await), ProblemCode::Forbidden);
        let all = member.list_departments().await.unwrap();
        let workshop = all[2].id;
        let moved = admin.update_department(workshop, &change(None, Some(0))).await.unwrap();
        assert_eq!(moved.position, 0);
        let names: Vec<String> = member.list_departments().await.unwrap().into_iter().map(|d| d.name).collect();
        assert_eq!(names, ["Workshop", "Finance", "Care"]);
        assert_eq!(refused(admin.update_department(workshop, &change(Some("finance"), None)).await), ProblemCode::NameTaken);
        let renamed = admin.update_department(workshop, &change(Some("The Workshop"), None)).await.unwrap();
        assert_eq!((renamed.name.as_str(), renamed.position), ("The Workshop", 0));
        app.stop().await;
    }
}
