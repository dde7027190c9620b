//! Bookmarks: kept with a note, found again, nobody else's, gone with what one may not see.

use tacit_contract::bookmarks::{KeepBookmark, ListBookmarksQuery};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, points_at, refused};
use crate::support::roles::Person;

fn note(words: &str) -> KeepBookmark {
    KeepBookmark {
        note: Some(words.to_owned()),
    }
}

async fn found(person: &Person, words: &str) -> Vec<Uuid> {
    let query = ListBookmarksQuery {
        q: Some(words.to_owned()),
        ..ListBookmarksQuery::default()
    };
    let page = person.list_bookmarks(&query).await.unwrap();
    page.items.into_iter().map(|one| one.post.id).collect()
}

on_each_database! {
    async fn posts_are_kept_with_a_note_and_found_by_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        hugo.keep_bookmark(id, &note("For the Training 100%")).await.unwrap();
        let kept = hugo.keep_bookmark(reply, &KeepBookmark::default()).await.unwrap();
        assert_eq!((kept.question.id, kept.note.as_str()), (id, ""));
        assert_eq!(found(&hugo, "").await, [reply, id]);
        assert_eq!(found(&hugo, "training 100%").await, [id]);
        assert_eq!(found(&hugo, "Stock").await, [reply, id]);
        assert!(found(&hugo, "%").await.len() == 1 && found(&hugo, "forklift").await.is_empty());
        assert!(found(&noor, "").await.is_empty(), "nobody else's business");
        hugo.keep_bookmark(reply, &note("Ask again")).await.unwrap();
        assert_eq!(hugo.get_bookmark(reply).await.unwrap().note, "Ask again");
        hugo.remove_bookmark(reply).await.unwrap();
        hugo.remove_bookmark(reply).await.unwrap();
        assert_eq!(refused(hugo.get_bookmark(reply).await), ProblemCode::NotFound);
        let query = ListBookmarksQuery { limit: Some(1), ..ListBookmarksQuery::default() };
        assert!(hugo.list_bookmarks(&query).await.unwrap().next_cursor.is_none());
        app.stop().await;
    }

    async fn what_one_may_not_see_cannot_be_kept_and_is_not_listed(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        let said = comment(&noor, id, "Which one?").await.id;
        assert_eq!(points_at(hugo.keep_bookmark(said, &note("")).await), "/id");
        assert_eq!(points_at(hugo.keep_bookmark(id, &note(&"a".repeat(501))).await), "/note");
        hugo.keep_bookmark(reply, &note("")).await.unwrap();
        app.restrict(&[id], For::People(vec![noor.id])).await;
        assert!(found(&hugo, "").await.is_empty());
        assert_eq!(refused(hugo.get_bookmark(reply).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.keep_bookmark(id, &note("")).await), ProblemCode::NotFound);
        hugo.remove_bookmark(reply).await.unwrap();
        app.stop().await;
    }
}
