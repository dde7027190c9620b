//! Saying a need, reading and editing it.

use reqwest::{Method, StatusCode};
use serde_json::json;
use tacit_contract::needs::{EditNeed, NeedForm, NeedState, SayNeed};
use tacit_contract::posts::{PostKind, RestoreRevision};
use tacit_contract::problem::ProblemCode;

use super::{need, say};
use crate::support::app::{TestApp, header, problem_of};
use crate::support::builders::{For, points_at, refused};

/// Makes a good need one that is refused.
type Spoil = Box<dyn Fn(&mut SayNeed)>;

on_each_database! {
    async fn a_need_is_said_and_read(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let said = noor
            .say_need(&SayNeed {
                wish: "  I want to learn to read\ta supplier's price model ".to_owned(),
                why: "Because of **January**.<script>alert(1)</script>".to_owned(),
                topics: vec!["Negotiating".to_owned(), "supplier contracts".to_owned()],
                forms: vec![NeedForm::Mentor, NeedForm::Answer, NeedForm::Mentor],
                wanted_by: "2027-01-15T13:30:00Z".parse().ok(),
                language: None,
                audience: None,
            })
            .await
            .unwrap();
        assert_eq!(said.wish, "I want to learn to read a supplier's price model");
        assert!(said.why_html.contains("<strong>January</strong>") && !said.why_html.contains("script"));
        assert_eq!((said.state, said.supporters, said.version), (NeedState::Open, 1, 1));
        assert_eq!(said.forms, [NeedForm::Answer, NeedForm::Mentor]);
        assert_eq!(said.wanted_by.unwrap().to_rfc3339(), "2027-01-15T00:00:00+00:00");
        assert_eq!(said.language, "en");
        assert_eq!(said.by.author.as_ref().unwrap().handle, noor.handle);
        let slugs: Vec<_> = said.topics.iter().map(|topic| topic.slug.as_str()).collect();
        assert_eq!(slugs, ["negotiating", "supplier-contracts"]);
        assert_eq!(hugo.get_need(said.id).await.unwrap(), said);
        assert_eq!(refused(hugo.get_question(said.id).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn what_cannot_be_taken_is_pointed_at(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let cases: Vec<(Spoil, &str)> = vec![
            (Box::new(|n| n.wish = "To learn".to_owned()), "/wish"),
            (Box::new(|n| n.wish = "å".repeat(201)), "/wish"),
            (Box::new(|n| n.why = " \n ".to_owned()), "/why"),
            (Box::new(|n| n.why = "a\0b".to_owned()), "/why"),
            (Box::new(|n| n.topics.clear()), "/topics"),
            (Box::new(|n| n.topics.push("+++".to_owned())), "/topics/1"),
            (Box::new(|n| n.language = Some("english".to_owned())), "/language"),
        ];
        for (spoil, pointer) in cases {
            let mut bad = need("I want to learn to read a price model", &["Negotiating"]);
            spoil(&mut bad);
            assert_eq!(points_at(noor.say_need(&bad).await), pointer, "{bad:?}");
        }
        let anonymous = app.request(Method::POST, "/api/v1/needs").json(&json!({}));
        problem_of(anonymous.send().await.unwrap(), ProblemCode::Unauthenticated).await;
        app.stop().await;
    }

    async fn sent_twice_with_a_key_it_is_said_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let body = need("I want to learn to read a price model", &["Negotiating"]);
        let send = || {
            app.request(Method::POST, "/api/v1/needs")
                .header("authorization", noor.bearer())
                .header("idempotency-key", "double-click")
                .json(&body)
                .send()
        };
        let (one, two) = tokio::join!(send(), send());
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.status(), two.status()), (StatusCode::CREATED, StatusCode::CREATED));
        assert_eq!(header(one.headers(), "location"), header(two.headers(), "location"));
        app.stop().await;
    }

    async fn a_need_is_edited_at_the_version_that_was_read(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let change = EditNeed {
            wish: Some("I want to learn to read any price model".to_owned()),
            forms: Some(vec![NeedForm::Session]),
            wanted_by: Some("2027-02-01T00:00:00Z".parse().ok()),
            ..EditNeed::default()
        };
        let edited = noor.edit_need(id, 1, &change).await.unwrap();
        assert_eq!((edited.version, edited.wish.as_str()), (2, "I want to learn to read any price model"));
        assert_eq!((edited.forms.as_slice(), edited.wanted_by.is_some()), (&[NeedForm::Session][..], true));
        assert_eq!(refused(noor.edit_need(id, 1, &change).await), ProblemCode::StaleVersion);
        let same = noor.edit_need(id, 2, &change).await.unwrap();
        assert_eq!(same.version, 2, "the same again changes nothing");
        let none = EditNeed { wanted_by: Some(None), ..EditNeed::default() };
        assert_eq!(noor.edit_need(id, 2, &none).await.unwrap().wanted_by, None);
        assert_eq!(refused(hugo.edit_need(id, 3, &change).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.edit_need(id, 3, &change).await), "/reason");
        let mut reasoned = change.clone();
        reasoned.reason = Some("Says which models".to_owned());
        assert_eq!(lead.edit_need(id, 3, &reasoned).await.unwrap().version, 4);
        let back = noor.restore_revision(id, 1, 4, &RestoreRevision::default()).await.unwrap();
        assert_eq!(back.version, 5);
        assert_eq!(noor.get_need(id).await.unwrap().wish, "I want to learn to read a price model");
        app.stop().await;
    }

    async fn what_one_may_not_see_does_not_exist(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        app.restrict(&[id], For::People(vec![noor.id])).await;
        for other in [&hugo, &lead] {
            assert_eq!(refused(other.get_need(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.get_need_viewer(id).await), ProblemCode::NotFound);
            assert_eq!(refused(other.join_need(id, &Default::default()).await), ProblemCode::NotFound);
            assert_eq!(refused(other.offer_help(id, &Default::default()).await), ProblemCode::NotFound);
            assert_eq!(refused(other.leave_need(id).await), ProblemCode::NotFound);
            let all = other.list_needs(&Default::default()).await.unwrap();
            assert!(all.items.is_empty());
        }
        assert_eq!(noor.get_need(id).await.unwrap().id, id);
        app.stop().await;
    }

    async fn a_need_others_joined_stays_and_takes_no_comments_or_marks(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let remark = crate::support::builders::remark("Me too!");
        assert_eq!(refused(hugo.add_comment(id, &remark).await), ProblemCode::WrongState);
        assert_eq!(refused(hugo.mark_helpful(id).await), ProblemCode::WrongState);
        hugo.join_need(id, &Default::default()).await.unwrap();
        assert_eq!(refused(noor.delete_post(id, &Default::default()).await), ProblemCode::WrongState);
        assert!(!noor.get_need_viewer(id).await.unwrap().post.may_delete);
        let query = tacit_contract::moderation::DeletePostQuery { reason: Some("It names a customer".to_owned()) };
        lead.delete_post(id, &query).await.unwrap();
        assert_eq!(refused(hugo.get_need(id).await), ProblemCode::NotFound);
        assert!(hugo.list_needs(&Default::default()).await.unwrap().items.is_empty());
        assert_eq!(refused(hugo.get_deleted_post(id).await), ProblemCode::NotFound);
        let seen = noor.get_deleted_post(id).await.unwrap();
        assert_eq!((seen.kind, seen.question_title.as_str()), (PostKind::Need, "I want to learn to read a price model"));
        assert_eq!((seen.reason.as_deref(), seen.may_restore), (Some("It names a customer"), false));
        let gone = lead.get_deleted_post(id).await.unwrap();
        assert!(gone.may_restore && !gone.restore_needs_reason);
        lead.restore_post(id, &Default::default()).await.unwrap();
        assert_eq!(hugo.get_need(id).await.unwrap().supporters, 2);
        app.stop().await;
    }
}
