//! Where nobody writes any more, nobody is asked any more.

use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::ProblemCode;
use tacit_contract::routing::PassQuestion;
use uuid::Uuid;

use super::{MONDAY, ask, asked, back, go_round, knowing, routing, start};
use crate::communities::found;
use crate::expertise::topic;
use crate::support::app::TestApp;
use crate::support::builders::refused;
use crate::support::roles::Person;

const TUESDAY: &str = "2026-11-24T09:30:00Z";

/// A question in a community that four people were asked; three more would be on the day after.
async fn asked_once(app: &TestApp) -> (Person, Vec<Person>, Uuid, Uuid) {
    let noor = app.member().await;
    topic(&noor, "SQL", None).await;
    let people = knowing(app, "sql", 7).await;
    let place = found(&noor, Visibility::OnRequest, JoinRule::Free)
        .await
        .community
        .id;
    for one in &people {
        one.join_community(place).await.unwrap();
    }
    let audience = AudienceChoice::Community {
        community_id: place,
    };
    let id = ask(&noor, |new| new.audience = Some(audience)).await;
    go_round(app).await;
    (noor, people, place, id)
}

on_each_database! {
    async fn nobody_is_asked_in_an_archive(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, people, place, id) = asked_once(&app).await;
        let before = routing(&noor, id).await;
        assert_eq!((asked(&before)[0].1.len(), before.next_at.is_some()), (4, true));
        let (first, later): (Vec<_>, Vec<_>) = people.iter().partition(|one| asked(&before)[0].1.contains(&one.id));
        assert_eq!(first[0].list_help_wanted().await.unwrap().len(), 1);
        noor.archive_community(place).await.unwrap();
        assert_eq!(routing(&noor, id).await.next_at, None, "nobody waits for what does not come");
        for one in [first[0], later[0]] {
            assert!(one.list_help_wanted().await.unwrap().is_empty());
        }
        let on = PassQuestion { to: Some(later[0].handle.clone()), word: String::new() };
        assert_eq!(refused(first[0].pass_question(id, &on).await), ProblemCode::WrongState);
        first[0].pass_question(id, &PassQuestion::default()).await.unwrap();
        app.stop().await;

        let app = start(&db, TUESDAY).await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        noor.restore_community(place).await.unwrap();
        go_round(&app).await;
        let after = routing(&noor, id).await;
        assert_eq!((asked(&after), after.next_at), (asked(&before), None));
        app.stop().await;
    }
}
