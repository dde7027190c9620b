//! Editing questions and answers: versions, revisions, reasons.

use reqwest::Method;
use serde_json::json;
use tacit_contract::posts::{EditPost, ListRevisionsQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{EditQuestion, Urgency};

use crate::support::app::{TestApp, problem_of};
use crate::support::builders::{answer, ask, points_at, refused, rewrite};

fn retitle(title: &str) -> EditQuestion {
    EditQuestion {
        title: Some(title.to_owned()),
        ..EditQuestion::default()
    }
}

on_each_database! {
    async fn each_change_is_a_revision_and_raises_the_version(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let edited = noor.edit_question(id, 1, &retitle("How do I export a stock sheet?")).await.unwrap();
        assert_eq!((edited.version, edited.title.as_str()), (2, "How do I export a stock sheet?"));
        assert!(edited.edited_at.is_some());
        let same = noor.edit_question(id, 2, &retitle("How do I export a stock sheet?")).await.unwrap();
        assert_eq!(same.version, 2, "what changes nothing is no revision");
        let topics = EditQuestion { topics: Some(vec!["Stock".to_owned()]), urgency: Some(Urgency::Blocking), ..EditQuestion::default() };
        let edited = noor.edit_question(id, 2, &topics).await.unwrap();
        assert_eq!((edited.version, edited.topics.len(), edited.urgency), (3, 1, Urgency::Blocking));
        let all = noor.list_revisions(id, &ListRevisionsQuery::default()).await.unwrap().items;
        let versions: Vec<_> = all.iter().map(|revision| revision.version).collect();
        assert_eq!(versions, [3, 2, 1]);
        assert_eq!(all[0].topics.as_deref(), Some(&["stock".to_owned()][..]));
        assert_eq!(all[2].title.as_deref(), Some("How do I export the stock sheet?"));
        assert_eq!(all[2].editor.as_ref().unwrap().id, noor.id);
        let page = ListRevisionsQuery { limit: Some(2), ..ListRevisionsQuery::default() };
        let first = noor.list_revisions(id, &page).await.unwrap();
        let next = ListRevisionsQuery { cursor: first.next_cursor, limit: Some(2) };
        assert_eq!(noor.list_revisions(id, &next).await.unwrap().items, all[2..]);
        app.stop().await;
    }

    async fn a_stale_edit_changes_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        noor.edit_question(id, 1, &retitle("How do I export a stock sheet?")).await.unwrap();
        assert_eq!(refused(noor.edit_question(id, 1, &retitle("Lost title of a stale page")).await), ProblemCode::StaleVersion);
        assert_eq!(refused(noor.edit_answer(reply, 2, &rewrite("Of a later page.")).await), ProblemCode::StaleVersion);
        let (one, two) = (retitle("The first of two at once"), retitle("The second of two at once"));
        let (one, two) = tokio::join!(noor.edit_question(id, 2, &one), noor.edit_question(id, 2, &two));
        assert_eq!(one.is_ok() as u8 + two.is_ok() as u8, 1, "one of two editors wins");
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.version, page.answers[0].version), (3, 1));
        let path = format!("/api/v1/questions/{id}");
        let bare = app.request(Method::PATCH, &path).header("authorization", noor.bearer());
        let response = bare.json(&json!({"title": "Without a version at all"})).send().await.unwrap();
        problem_of(response, ProblemCode::VersionRequired).await;
        app.stop().await;
    }

    async fn anothers_post_is_edited_by_leads_with_a_reason(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        let text = rewrite("From the menu, then as a file.");
        assert_eq!(refused(hugo.edit_answer(reply, 1, &text).await), ProblemCode::Forbidden);
        assert_eq!(refused(hugo.edit_question(id, 1, &retitle("A title by somebody else")).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.edit_answer(reply, 1, &text).await), "/reason");
        let why = EditPost { reason: Some("Said it whole".to_owned()), ..text };
        let edited = lead.edit_answer(reply, 1, &why).await.unwrap();
        assert_eq!((edited.version, edited.by.author.unwrap().id), (2, noor.id));
        let all = hugo.list_revisions(reply, &ListRevisionsQuery::default()).await.unwrap().items;
        assert_eq!(all[0].reason.as_deref(), Some("Said it whole"));
        assert_eq!(all[0].editor.as_ref().unwrap().id, lead.id);
        let urgent = EditQuestion { urgency: Some(Urgency::Blocking), reason: Some("It burns".to_owned()), ..EditQuestion::default() };
        assert_eq!(refused(lead.edit_question(id, 1, &urgent).await), ProblemCode::Forbidden);
        app.stop().await;
    }
}
