//! Naming somebody: a link, and a notice for whoever may see it.

use tacit_contract::notices::{NoticeKind, NoticeReason};
use tacit_contract::posts::PreviewMarkdown;

use super::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, rewrite};

on_each_database! {
    async fn whoever_is_named_hears_of_it_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let body = format!("Ask @{} or @nobody-here; `@{}` is code.", lova.handle, noor.handle);
        let reply = answer(&hugo, id, &body).await;
        let link = format!("<a href=\"/people/{0}\" rel=\"nofollow noopener\">@{0}</a>", lova.handle);
        assert!(reply.body_html.contains(&link), "{}", reply.body_html);
        assert!(!reply.body_html.contains("/people/nobody-here"));
        let told = notices(&app, &lova).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::Mention, NoticeReason::Mentioned));
        assert_eq!(told[0].by[0].handle, hugo.handle);
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Answer], "code names nobody");
        let more = format!("{body} And @{}.", noor.handle);
        hugo.edit_answer(reply.id, 1, &rewrite(&more)).await.unwrap();
        assert_eq!(notices(&app, &lova).await[0].count, 1, "named before");
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Mention, NoticeKind::Answer]);
        comment(&lova, reply.id, &format!("@{} @{}", lova.handle, hugo.handle)).await;
        assert_eq!(notices(&app, &lova).await.len(), 1, "nobody is told that they named themselves");
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::Mention], "once, for the strongest reason");
        app.stop().await;
    }

    async fn a_mention_does_not_reach_whoever_may_not_see_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        app.restrict(&[id], For::People(vec![hugo.id])).await;
        comment(&noor, id, &format!("@{} and @{}", hugo.handle, lova.handle)).await;
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::Mention]);
        assert!(notices(&app, &lova).await.is_empty());
        app.stop().await;
    }

    async fn the_preview_shows_the_same_links(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let body = format!("[@{0}](https://elsewhere.example) and @{0}", noor.handle);
        let preview = noor.preview_markdown(&PreviewMarkdown { body }).await.unwrap();
        assert_eq!(preview.html.matches("/people/").count(), 1, "{}", preview.html);
        app.stop().await;
    }
}
