//! Nothing typed makes the server fail, and what one may not see is not found.

use reqwest::{Method, StatusCode};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db::{self, entities::post};

use super::{ask, first_becomes, questions};
use crate::support::app::TestApp;

on_each_database! {
    async fn odd_queries_are_answered(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = ask(&noor, "Where are the printer labels kept?", "", &["printing"]).await;
        first_becomes(&noor, "labels ", asked.id).await;
        let long = "labels ".repeat(400);
        for q in [
            "", " ", "\"", "\"\"\"", "topic:", "title:* AND (", "[a TO b}", "a~9^9 -x +y", "🦀", "';--", "%", "\\", "from:@ is:", &long,
        ] {
            for path in ["search?q", "search/complete?q", "questions/similar?title"] {
                let address = format!("/api/v1/{path}={}", url::form_urlencoded::byte_serialize(q.as_bytes()).collect::<String>());
                let response = app.request(Method::GET, &address).header("Authorization", noor.bearer()).send().await.unwrap();
                assert_eq!(response.status(), StatusCode::OK, "{address}");
            }
        }
        for (address, status) in [
            ("/api/v1/search?q=a%00b", StatusCode::BAD_REQUEST),
            ("/api/v1/search?q=a&cursor=forged", StatusCode::BAD_REQUEST),
            ("/api/v1/search?q=a&limit=0", StatusCode::BAD_REQUEST),
            ("/api/v1/search?q=a&other=1", StatusCode::BAD_REQUEST),
            ("/api/v1/search", StatusCode::BAD_REQUEST),
        ] {
            let response = app.request(Method::GET, address).header("Authorization", noor.bearer()).send().await.unwrap();
            assert_eq!(response.status(), status, "{address}");
        }
        let response = app.request(Method::GET, "/api/v1/search?q=labels").send().await.unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        app.stop().await;
    }

    async fn hits_pass_the_database_even_when_the_index_is_behind(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, stranger) = (app.member().await, app.member().await);
        let asked = ask(&noor, "Where are the printer labels kept?", "", &["printing"]).await;
        first_becomes(&stranger, "labels ", asked.id).await;
        // Without an event: the index does not hear of it.
        db::write(&app.state().db, move |tx| {
            Box::pin(async move {
                post::Entity::update_many()
                    .col_expr(post::Column::Audience, Expr::value("people"))
                    .filter(post::Column::Id.eq(asked.id))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        assert!(questions(&stranger, "labels ").await.is_empty());
        assert_eq!(questions(&noor, "labels ").await, [asked.id]);
        app.stop().await;
    }
}
