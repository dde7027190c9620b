//! Comments and the preview.

use tacit_contract::posts::{EditPost, ListRevisionsQuery, PreviewMarkdown};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment, points_at, refused, remark, rewrite};

on_each_database! {
    async fn comments_stand_under_questions_and_answers(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let first = comment(&hugo, id, "Which version?").await;
        let second = comment(&noor, reply, "Which menu?").await;
        let page = noor.get_question(id).await.unwrap();
        assert_eq!(page.comments, std::slice::from_ref(&first));
        assert_eq!(page.answers[0].comments, [second]);
        assert_eq!(refused(noor.add_comment(first.id, &remark("And?")).await), ProblemCode::WrongState);
        assert_eq!(refused(noor.add_comment(Uuid::now_v7(), &remark("And?")).await), ProblemCode::NotFound);
        for bad in ["", " \n ", "\u{7}", &"x".repeat(3_001)] {
            assert_eq!(points_at(noor.add_comment(id, &remark(bad)).await), "/body");
        }
        app.delete(reply).await;
        assert_eq!(noor.get_question(id).await.unwrap().answers.len(), 0);
        let orphan = noor.get_question_viewer(id).await.unwrap();
        assert_eq!(orphan.posts.len(), 2, "what stood under it is gone with it");
        app.stop().await;
    }

    async fn a_comment_is_edited_like_a_post(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let said = comment(&hugo, id, "Which version?").await;
        let edited = hugo.edit_comment(said.id, 1, &rewrite("Which version of it?")).await.unwrap();
        assert_eq!(edited.version, 2);
        assert_eq!(refused(hugo.edit_comment(said.id, 1, &rewrite("Late.")).await), ProblemCode::StaleVersion);
        assert_eq!(refused(noor.edit_comment(said.id, 2, &rewrite("Mine.")).await), ProblemCode::Forbidden);
        let why = EditPost { body: "Which release?".to_owned(), reason: Some("Clearer".to_owned()) };
        assert_eq!(lead.edit_comment(said.id, 2, &why).await.unwrap().version, 3);
        assert_eq!(refused(hugo.edit_comment(id, 1, &rewrite("Not a comment.")).await), ProblemCode::NotFound);
        let all = noor.list_revisions(said.id, &ListRevisionsQuery::default()).await.unwrap();
        assert_eq!(all.items.len(), 3);
        app.stop().await;
    }

    async fn a_preview_is_what_will_be_stored(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let body = "A **yes**.\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))".to_owned();
        let preview = noor.preview_markdown(&PreviewMarkdown { body: body.clone() }).await.unwrap();
        assert!(!preview.html.contains("onerror") && !preview.html.contains("javascript"));
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        assert_eq!(answer(&noor, id, &body).await.body_html, preview.html);
        let long = PreviewMarkdown { body: "x".repeat(50_001) };
        assert_eq!(points_at(noor.preview_markdown(&long).await), "/body");
        let nobody = app.anon().preview_markdown(&PreviewMarkdown { body }).await;
        assert_eq!(refused(nobody), ProblemCode::Unauthenticated);
        app.stop().await;
    }
}
