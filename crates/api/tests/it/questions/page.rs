//! A question's page: the shared part, the viewer's part, and their headers.

use reqwest::{Method, StatusCode};
use tacit_contract::posts::PostViewer;
use tacit_contract::questions::{AcceptAnswer, QuestionViewer};
use uuid::Uuid;

use crate::support::app::{TestApp, header};
use crate::support::builders::{answer, ask, comment};

/// Whose each post is, whether it is marked, and whether it may be marked and edited.
fn own_parts(viewer: &QuestionViewer) -> Vec<(Uuid, bool, bool, bool, bool)> {
    let part = |post: &PostViewer| {
        (
            post.id,
            post.mine,
            post.helpful,
            post.may_mark,
            post.may_edit,
        )
    };
    viewer.posts.iter().map(part).collect()
}

on_each_database! {
    async fn a_page_is_the_same_bytes_for_everybody(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await;
        comment(&noor, reply.id, "Which menu?").await;
        hugo.mark_helpful(id).await.unwrap();
        let path = format!("/api/v1/questions/{id}");
        let get = |bearer: String| app.request(Method::GET, &path).header("authorization", bearer);
        let mut seen = Vec::new();
        for person in [&noor, &hugo, &lead] {
            let response = get(person.bearer()).send().await.unwrap();
            let tag = header(response.headers(), "etag").to_owned();
            assert!(!tag.is_empty());
            seen.push((tag, response.bytes().await.unwrap()));
        }
        assert!(seen.iter().all(|one| *one == seen[0]));
        let tag = seen[0].0.clone();
        let known = get(lead.bearer()).header("if-none-match", &tag).send().await.unwrap();
        assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
        comment(&noor, id, "I found it.").await;
        let changed = get(lead.bearer()).header("if-none-match", &tag).send().await.unwrap();
        assert_eq!(changed.status(), StatusCode::OK);
        app.stop().await;
    }

    async fn the_viewers_part_is_their_own(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let remark = comment(&noor, reply, "Which menu?").await.id;
        noor.mark_helpful(reply).await.unwrap();
        let mine = noor.get_question_viewer(id).await.unwrap();
        assert!(mine.may_accept && !mine.accept_needs_reason && mine.may_answer);
        let of = |id, mine: bool, helpful| (id, mine, helpful, !mine, mine);
        assert_eq!(own_parts(&mine), [of(id, true, false), of(reply, false, true), of(remark, true, false)]);
        let his = hugo.get_question_viewer(id).await.unwrap();
        assert!(!his.may_accept);
        assert_eq!(own_parts(&his), [of(id, false, false), of(reply, true, false), of(remark, false, false)]);
        let leads = lead.get_question_viewer(id).await.unwrap();
        assert!(leads.may_accept && leads.accept_needs_reason);
        assert!(leads.posts.iter().all(|post| post.may_edit && !post.mine));
        let response = app
            .request(Method::GET, &format!("/api/v1/questions/{id}/viewer"))
            .header("authorization", noor.bearer())
            .send()
            .await
            .unwrap();
        assert_eq!(header(response.headers(), "cache-control"), "no-store");
        app.stop().await;
    }

    async fn answers_come_accepted_first_then_by_marks(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let first = answer(&hugo, id, "From the menu.").await.id;
        let second = answer(&lova, id, "Ask Hugo.").await.id;
        let own = answer(&noor, id, "I found it myself, under File.").await.id;
        noor.mark_helpful(second).await.unwrap();
        noor.accept_answer(id, &AcceptAnswer { answer_id: own, reason: None }).await.unwrap();
        let page = hugo.get_question(id).await.unwrap();
        let order: Vec<_> = page.answers.iter().map(|answer| answer.id).collect();
        assert_eq!(order, [own, second, first]);
        assert!(page.answers[0].accepted && page.accepted_at.is_some());
        app.delete(second).await;
        assert_eq!(hugo.get_question(id).await.unwrap().answers.len(), 2);
        app.stop().await;
    }
}
