//! Passing: who may, whom one may name, and who sees it.

use tacit_contract::expertise::MyAvailability;
use tacit_contract::notices::{ListNoticesQuery, NoticeReason};
use tacit_contract::problem::ProblemCode;
use tacit_contract::routing::{PassQuestion, RequestCause, RoutingStep};

use super::{MONDAY, ask, asked, go_round, knowing, routing, start};
use crate::expertise::topic;
use crate::support::builders::{For, answer, points_at, refused};

fn to(handle: &str, word: &str) -> PassQuestion {
    PassQuestion {
        to: Some(handle.to_owned()),
        word: word.to_owned(),
    }
}

on_each_database! {
    async fn who_passes_names_somebody_who_is_asked_at_once(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lova) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 3).await;
        let (hugo, mateo) = (&people[0], &people[1]);
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        let mine = hugo.pass_question(id, &to(&lova.handle, " Lova does this every week. ")).await.unwrap();
        assert!(!mine.mine.unwrap().may_pass);
        app.catch_up().await;
        let seen = routing(&noor, id).await;
        assert_eq!(asked(&seen).len(), 1);
        match &seen.steps[1] {
            RoutingStep::Passed { by, to, word, .. } => {
                assert_eq!((by.id, to.as_ref().unwrap().id), (hugo.id, lova.id));
                assert_eq!(word, "Lova does this every week.");
            }
            other => panic!("{other:?}"),
        }
        let named = routing(&lova, id).await.mine.unwrap();
        assert_eq!((named.cause, named.by.unwrap().id), (RequestCause::Named, hugo.id));
        assert_eq!(named.word, "Lova does this every week.");
        let notices = lova.list_notices(&ListNoticesQuery::default()).await.unwrap().items;
        assert_eq!(notices.len(), 1);
        assert_eq!((notices[0].because, notices[0].by[0].id), (NoticeReason::Named, hugo.id));
        // Nobody else learns that Hugo passed, not even by a number.
        let other = routing(mateo, id).await;
        assert_eq!((other.asked, other.steps.len()), (3, 0));
        assert!(noor.list_notices(&ListNoticesQuery::default()).await.unwrap().items.is_empty());
        assert_eq!(refused(hugo.pass_question(id, &PassQuestion::default()).await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn who_was_not_asked_cannot_pass_and_not_everybody_can_be_named(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lova, saga) = (app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 2).await;
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        assert_eq!(refused(lova.pass_question(id, &PassQuestion::default()).await), ProblemCode::Forbidden);
        assert_eq!(refused(noor.pass_question(id, &PassQuestion::default()).await), ProblemCode::Forbidden);
        let cap = MyAvailability { weekly_cap: Some(0), ..MyAvailability::default() };
        saga.set_my_availability(&cap).await.unwrap();
        for wrong in [&people[0].handle, &people[1].handle, &noor.handle, &saga.handle, &"nobody-here".to_owned()] {
            assert_eq!(points_at(people[0].pass_question(id, &to(wrong, "")).await), "/to", "{wrong}");
        }
        let long = PassQuestion { to: None, word: "x".repeat(301) };
        assert_eq!(points_at(people[0].pass_question(id, &long).await), "/word");
        app.restrict(&[id], For::Community(vec![noor.id, people[0].id])).await;
        assert_eq!(points_at(people[0].pass_question(id, &to(&lova.handle, "")).await), "/to");
        assert_eq!(refused(lova.pass_question(id, &PassQuestion::default()).await), ProblemCode::NotFound);
        people[0].pass_question(id, &PassQuestion::default()).await.unwrap();
        app.stop().await;
    }

    async fn what_is_answered_is_not_passed(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 2).await;
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        answer(&people[1], id, "With a join.").await;
        assert_eq!(refused(people[0].pass_question(id, &PassQuestion::default()).await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn when_all_have_passed_the_next_circle_is_asked_at_once(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 6).await;
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        let first = asked(&routing(&noor, id).await)[0].1.clone();
        for person in people.iter().filter(|one| first.contains(&one.id)) {
            assert_eq!(asked(&routing(&noor, id).await).len(), 1);
            person.pass_question(id, &PassQuestion::default()).await.unwrap();
        }
        go_round(&app).await;
        assert_eq!(asked(&routing(&noor, id).await).len(), 2);
        app.stop().await;
    }
}
