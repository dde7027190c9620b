//! Finding needs: in the search, and similar ones while one is typed.

use tacit_contract::needs::{EditNeed, SimilarNeedsQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::search::{SearchHit, SearchKind, SearchQuery};
use uuid::Uuid;

use super::{need, say};
use crate::support::app::TestApp;
use crate::support::builders::{For, refused};
use crate::support::roles::Person;

/// The needs a search finds.
pub async fn found(app: &TestApp, person: &Person, q: &str) -> Vec<Uuid> {
    app.indexed().await;
    let query = SearchQuery {
        q: q.to_owned(),
        kind: Some(SearchKind::Need),
        ..Default::default()
    };
    let page = person.search(&query).await.unwrap();
    let hits = page.items.into_iter().map(|hit| match hit {
        SearchHit::Need(hit) => hit.id,
        other => panic!("{other:?}"),
    });
    hits.collect()
}

/// The needs like a wish.
pub async fn similar(app: &TestApp, person: &Person, wish: &str) -> Vec<Uuid> {
    app.indexed().await;
    let query = SimilarNeedsQuery {
        wish: wish.to_owned(),
        limit: None,
    };
    let similar = person.list_similar_needs(&query).await.unwrap();
    similar.items.into_iter().map(|need| need.id).collect()
}

on_each_database! {
    async fn needs_are_found_by_wish_why_and_topic_while_they_may_be_seen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a supplier's price model").await.id;
        for words in ["price model", "renewal January", "negotiating"] {
            assert_eq!(found(&app, &hugo, words).await, [id], "{words}");
        }
        let edit = EditNeed { wish: Some("I want to learn to read a tender".to_owned()), ..EditNeed::default() };
        noor.edit_need(id, 1, &edit).await.unwrap();
        assert_eq!(found(&app, &hugo, "tender").await, [id]);
        assert!(found(&app, &hugo, "supplier").await.is_empty());
        app.restrict(&[id], For::People(vec![noor.id])).await;
        assert!(found(&app, &hugo, "tender").await.is_empty());
        assert_eq!(found(&app, &noor, "tender").await, [id]);
        noor.delete_post(id, &Default::default()).await.unwrap();
        assert!(found(&app, &noor, "tender").await.is_empty());
        app.stop().await;
    }

    async fn similar_needs_are_offered_to_join(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let first = say(&noor, "I want to learn to read a supplier's price model").await.id;
        let other = need("I want to learn to drive the reach truck", &["Forklift"]);
        let second = noor.say_need(&other).await.unwrap().id;
        let near = similar(&app, &hugo, "Understand the price models of our suppliers").await;
        assert_eq!(near.first(), Some(&first));
        assert_eq!(similar(&app, &hugo, "reach truck").await.first(), Some(&second));
        app.restrict(&[first], For::People(vec![noor.id])).await;
        assert!(!similar(&app, &hugo, "supplier price model").await.contains(&first));
        let query = SimilarNeedsQuery { wish: "price".to_owned(), limit: Some(21) };
        assert_eq!(refused(hugo.list_similar_needs(&query).await), ProblemCode::MalformedQuery);
        app.stop().await;
    }
}
