//! Searches that find nothing: counted without names, shown from five people on, forgotten.

use sea_orm::EntityTrait;
use tacit_api::db::entities::{unmet_search, unmet_search_mark};
use tacit_contract::needs::PeopleCount;
use tacit_contract::problem::ProblemCode;
use tacit_contract::search::{SearchKind, SearchQuery, UnmetSearch};

use super::{ask, first_becomes, hits};
use crate::routing::start;
use crate::support::app::TestApp;
use crate::support::builders::refused;
use crate::support::roles::Person;

async fn people(app: &TestApp, count: usize) -> Vec<Person> {
    let mut people = Vec::new();
    for _ in 0..count {
        people.push(app.member().await);
    }
    people
}

async fn searched_in_vain(who: &Person, q: &str) {
    let found = hits(who, q).await;
    assert!(found.is_empty(), "{q}: {found:?}");
}

async fn shown(lead: &Person) -> Vec<UnmetSearch> {
    lead.list_unmet_searches().await.unwrap().items
}

async fn kept(app: &TestApp) -> (Vec<unmet_search::Model>, Vec<unmet_search_mark::Model>) {
    let db = app.state().db.reader();
    let rows = unmet_search::Entity::find().all(db).await.unwrap();
    let marks = unmet_search_mark::Entity::find().all(db).await.unwrap();
    (rows, marks)
}

on_each_database! {
    async fn what_five_people_search_for_in_vain_is_shown_to_leads(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (lead, others) = (app.lead().await, people(&app, 9).await);
        for (who, q) in others.iter().zip(["Sign languages", "sign language!", "language sign", "\"sign language\""]) {
            searched_in_vain(who, q).await;
            searched_in_vain(who, q).await;
        }
        assert!(shown(&lead).await.is_empty(), "four people, however often");
        assert!(!others[7].check_unmet_search("sign language").await.unwrap().by_many);
        searched_in_vain(&others[4], "SIGN LANGUAGE").await;
        let five = UnmetSearch { words: "sign languages".to_owned(), people: PeopleCount::Count { count: 5 } };
        assert_eq!(shown(&lead).await, [five]);
        assert!(others[7].check_unmet_search("Language, sign").await.unwrap().by_many);
        assert!(!others[7].check_unmet_search("body language").await.unwrap().by_many);
        assert_eq!(refused(others[7].list_unmet_searches().await), ProblemCode::Forbidden);
        app.stop().await;
    }

    async fn what_is_found_meanwhile_is_shown_no_more(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (lead, others) = (app.lead().await, people(&app, 5).await);
        for who in &others {
            searched_in_vain(who, "welding").await;
        }
        assert_eq!(shown(&lead).await.len(), 1);
        let asked = ask(&others[0], "Who teaches welding in the workshop?", "I want to begin.", &["Workshop"]).await;
        first_becomes(&lead, "welding", asked.id).await;
        assert!(shown(&lead).await.is_empty());
        app.stop().await;
    }

    async fn what_looks_like_a_message_or_like_somebody_is_not_kept(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        for q in ["070 123 45 67", "zoe@elsewhere.test", "from:nobody quarrels", "topic:nothing quarrels", "!?",
            "zig zag zip zap zop zup zep"] {
            searched_in_vain(&noor, q).await;
        }
        let narrowed = SearchQuery { q: "quarrels".to_owned(), kind: Some(SearchKind::Topic), ..SearchQuery::default() };
        assert!(noor.search(&narrowed).await.unwrap().items.is_empty());
        assert_eq!(kept(&app).await, (vec![], vec![]));
        searched_in_vain(&noor, "quarrels").await;
        let (rows, marks) = kept(&app).await;
        assert_eq!((rows.len(), rows[0].people, marks.len()), (1, 1, 1));
        let all = format!("{rows:?} {marks:?}");
        for own in [noor.id.to_string(), noor.id.simple().to_string(), noor.handle.clone()] {
            assert!(!all.contains(&own), "{own} is in {all}");
        }
        app.stop().await;
    }

    async fn who_searched_is_forgotten_after_thirty_days_and_what_after_ninety(db: TestDatabase) {
        // 680 times thirty days after the epoch a period begins: 2025-11-08.
        let app = start(&db, "2025-11-09T09:00:00Z").await;
        for who in people(&app, 4).await {
            searched_in_vain(&who, "welding").await;
        }
        assert_eq!(kept(&app).await.1.len(), 4);
        app.stop().await;
        let app = start(&db, "2025-12-09T09:00:00Z").await;
        let (lead, others) = (app.lead().await, people(&app, 5).await);
        for who in &others[..4] {
            searched_in_vain(who, "welding").await;
        }
        tacit_api::search::unmet::service::forget(app.state()).await.unwrap();
        let (rows, marks) = kept(&app).await;
        assert_eq!((rows.len(), marks.len()), (2, 4), "the marks of the period that is over are gone");
        assert!(shown(&lead).await.is_empty(), "nobody knows whether they are the same four");
        searched_in_vain(&others[4], "welding").await;
        assert_eq!(shown(&lead).await.len(), 1);
        app.stop().await;
        let app = start(&db, "2026-02-10T09:00:00Z").await;
        tacit_api::search::unmet::service::forget(app.state()).await.unwrap();
        assert_eq!(shown(&app.lead().await).await.len(), 1);
        assert_eq!(kept(&app).await.0.len(), 1);
        app.stop().await;
        let app = start(&db, "2026-03-10T09:00:00Z").await;
        assert!(shown(&app.lead().await).await.is_empty());
        tacit_api::search::unmet::service::forget(app.state()).await.unwrap();
        assert_eq!(kept(&app).await, (vec![], vec![]));
        app.stop().await;
    }
}
