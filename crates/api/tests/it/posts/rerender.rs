//! After a change of the renderer old rows are rendered again, and nothing else changes.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db;
use tacit_api::db::entities::post;
use tacit_api::markdown::RENDERER_VERSION;
use tacit_api::posts::rerender;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment};

/// As an older renderer left it.
async fn spoil(app: &TestApp, id: Uuid) {
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            post::Entity::update_many()
                .col_expr(post::Column::BodyHtml, Expr::value("<p>old</p>"))
                .col_expr(
                    post::Column::RendererVersion,
                    Expr::value(RENDERER_VERSION - 1),
                )
                .filter(post::Column::Id.eq(id))
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn old_rows_are_rendered_again_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let mut spoiled = Vec::new();
        for n in 0..120 {
            spoiled.push(comment(&noor, id, &format!("Remark **{n}**")).await.id);
        }
        let reply = answer(&noor, id, "From the menu.").await;
        for id in &spoiled {
            spoil(&app, *id).await;
        }
        let last = AtomicU64::new(0);
        let told = |done: u64, of: u64| {
            assert_eq!(of, 120);
            last.store(done, Relaxed);
        };
        let done = rerender::run(&app.state().db, false, &told).await.unwrap();
        assert_eq!((done.rendered, done.changed, last.load(Relaxed)), (120, 120, 120));
        let page = noor.get_question(id).await.unwrap();
        assert!(page.comments.iter().all(|comment| comment.body_html.contains("<strong>") && comment.version == 1));
        assert_eq!(page.answers[0], reply, "what was up to date was left alone");
        let again = rerender::run(&app.state().db, false, &|_, _| {}).await.unwrap();
        assert_eq!(again.rendered, 0);
        let all = rerender::run(&app.state().db, true, &|_, _| {}).await.unwrap();
        assert!(all.rendered >= 122 && all.changed == 0, "{all:?}");
        app.stop().await;
    }
}
