//! Finding people by topics, place, language and availability.

use tacit_contract::expertise::{ExpertiseLevel, MyAvailability};
use tacit_contract::identity::{ListMembersQuery, UpdateMe};
use tacit_contract::problem::ProblemCode;
use tacit_contract::time::from_micros;

use super::{hide, level, topic};
use crate::support::app::TestApp;
use crate::support::builders::refused;
use crate::support::roles::Person;

fn knowing(topics: &str) -> ListMembersQuery {
    ListMembersQuery {
        topics: Some(topics.to_owned()),
        ..ListMembersQuery::default()
    }
}

async fn found(person: &Person, query: &ListMembersQuery) -> Vec<String> {
    let page = person.list_members(query).await.unwrap();
    page.items
        .into_iter()
        .map(|one| one.member.handle)
        .collect()
}

on_each_database! {
    async fn who_knows_all_topics_comes_first_with_reasons(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, vidar) = (app.member().await, app.member().await, app.member().await, app.member().await);
        for name in ["SQL", "Negotiating"] {
            topic(&noor, name, None).await;
        }
        hugo.set_my_topic("sql", &level(ExpertiseLevel::AskMeFirst)).await.unwrap();
        lova.set_my_topic("sql", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        lova.set_my_topic("negotiating", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        vidar.set_my_topic("sql", &level(ExpertiseLevel::Learning)).await.unwrap();
        let both = knowing("sql,negotiating");
        let (h, l) = (hugo.handle.clone(), lova.handle.clone());
        assert_eq!(found(&noor, &both).await, [l.clone(), h.clone()]);
        let page = noor.list_members(&both).await.unwrap();
        assert_eq!(page.items[0].knows.len(), 2);
        assert_eq!(found(&noor, &knowing("sql")).await, [h.clone(), l.clone()]);
        assert!(found(&noor, &knowing("nothing")).await.is_empty());
        let mut pages = Vec::new();
        let mut query = ListMembersQuery { limit: Some(1), ..knowing("sql") };
        loop {
            let page = noor.list_members(&query).await.unwrap();
            pages.extend(page.items.into_iter().map(|one| one.member.handle));
            match page.next_cursor {
                Some(cursor) => query.cursor = Some(cursor),
                None => break,
            }
        }
        assert_eq!(pages, [h.clone(), l.clone()]);
        hugo.set_my_topic("sql", &hide(true)).await.unwrap();
        assert_eq!(found(&noor, &knowing("sql")).await, [l]);
        app.stop().await;
    }

    async fn place_language_and_availability_narrow(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let change = UpdateMe {
            place: Some("Västerås".to_owned()),
            languages: Some(vec!["en".to_owned(), "sv".to_owned()]),
            ..UpdateMe::default()
        };
        hugo.update_me(1, &change).await.unwrap();
        let place = ListMembersQuery { place: Some("väst".to_owned()), ..ListMembersQuery::default() };
        let swedish = ListMembersQuery { language: Some("sv".to_owned()), ..ListMembersQuery::default() };
        let free = ListMembersQuery { available: Some(true), ..ListMembersQuery::default() };
        for query in [&place, &swedish] {
            assert_eq!(found(&noor, query).await, [hugo.handle.as_str()]);
        }
        assert_eq!(found(&noor, &free).await.len(), 2);
        let away = MyAvailability {
            away_until: Some(from_micros(app.state().clock.now().plus_days(1).micros())),
            ..MyAvailability::default()
        };
        hugo.set_my_availability(&away).await.unwrap();
        assert_eq!(found(&hugo, &free).await, [noor.handle.as_str()]);
        let wrong = ListMembersQuery { language: Some("%".to_owned()), ..ListMembersQuery::default() };
        assert_eq!(refused(noor.list_members(&wrong).await), ProblemCode::MalformedQuery);
        app.stop().await;
    }
}
