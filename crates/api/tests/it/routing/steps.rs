//! Circle after circle: who is asked, when, by which node, and who never is.

use std::collections::BTreeSet;

use tacit_api::db;
use tacit_api::db::entities::{community_member, question_request};
use tacit_api::routing::Messenger;
use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::expertise::{ExpertiseLevel, MyAvailability};
use tacit_contract::notices::{ListNoticesQuery, NoticeKind, NoticeReason};
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{EditQuestion, Urgency};
use tacit_contract::routing::{RequestCause, SetMyRouting};
use tacit_contract::time::from_micros;
use tacit_domain::communities::CommunityRole;
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

use super::{MONDAY, ask, asked, back, go_round, knowing, routing, start};
use crate::communities::found;
use crate::expertise::{level, topic};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, points_at, question, refused};
use crate::support::roles::Person;

fn ids(people: &[Person]) -> BTreeSet<Uuid> {
    people.iter().map(|one| one.id).collect()
}

async fn told(person: &Person) -> Vec<(NoticeKind, NoticeReason)> {
    let found = person
        .list_notices(&ListNoticesQuery::default())
        .await
        .unwrap();
    found
        .items
        .iter()
        .map(|one| (one.kind, one.because))
        .collect()
}

fn away(app: &TestApp, days: i64) -> MyAvailability {
    let until = app.state().clock.now().plus_days(days).micros();
    MyAvailability {
        away_until: Some(from_micros(until)),
        ..MyAvailability::default()
    }
}

/// Makes a member of a community a facilitator of it.
async fn facilitates(app: &TestApp, community: Uuid, member: Uuid) {
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            let row = community_member::ActiveModel {
                community_id: Set(community),
                member_id: Set(member),
                role: Set(CommunityRole::Facilitator.as_str().to_owned()),
                ..Default::default()
            };
            community_member::Entity::update(row).exec(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn circle_after_circle_is_asked_until_the_leads_and_the_asker_sees_it(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 7).await;
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        let first = routing(&noor, id).await;
        let steps = asked(&first);
        assert_eq!(steps.len(), 1);
        assert_eq!((steps[0].0, steps[0].1.len()), (RequestCause::Fits, 4));
        assert!(steps[0].1.iter().all(|one| ids(&people).contains(one)));
        assert_eq!(first.next_at.unwrap().to_rfc3339()[..13], *"2026-11-24T09");
        let one = people.iter().find(|one| steps[0].1.contains(&one.id)).unwrap();
        assert_eq!(told(one).await, [(NoticeKind::QuestionForYou, NoticeReason::Fits)]);
        // Others read how many, and what is their own.
        let seen = routing(one, id).await;
        assert_eq!((seen.asked, seen.steps.len(), seen.next_at), (4, 0, None));
        assert!(seen.mine.unwrap().may_pass);
        let seen = routing(&lead, id).await;
        assert_eq!((seen.asked, seen.mine), (4, None));
        go_round(&app).await;
        assert_eq!(routing(&noor, id).await, first);
        app.stop().await;

        let app = start(&db, "2026-11-24T09:30:00Z").await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        let steps = asked(&routing(&noor, id).await);
        assert_eq!(steps.len(), 2);
        let all: BTreeSet<Uuid> = steps.iter().flat_map(|step| step.1.clone()).collect();
        assert_eq!(all, ids(&people));
        app.stop().await;

        let app = start(&db, "2026-11-25T10:00:00Z").await;
        let (noor, lead) = (back(&app, &noor).await, back(&app, &lead).await);
        go_round(&app).await;
        let last = routing(&noor, id).await;
        assert_eq!(asked(&last)[2], (RequestCause::Leads, vec![lead.id]));
        assert_eq!((last.next_at, last.asked), (None, 8));
        assert_eq!(told(&lead).await, [(NoticeKind::QuestionForYou, NoticeReason::LooksAfter)]);
        go_round(&app).await;
        assert_eq!(routing(&noor, id).await, last);
        app.stop().await;
    }

    async fn an_answer_or_a_closing_ends_it(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        knowing(&app, "sql", 6).await;
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        answer(&hugo, id, "With a join.").await;
        assert_eq!(routing(&noor, id).await.next_at, None);
        app.stop().await;
        let app = start(&db, "2026-11-25T09:30:00Z").await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        assert_eq!(asked(&routing(&noor, id).await).len(), 1);
        app.stop().await;
    }

    async fn urgent_questions_are_brought_on_sooner_also_when_they_become_urgent(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        knowing(&app, "sql", 6).await;
        let urgent = ask(&noor, |new| new.urgency = Some(Urgency::Blocking)).await;
        let later = ask(&noor, |new| new.title = "Why is the index not used here?".into()).await;
        let calm = ask(&noor, |new| new.title = "What is a view, and what is it for?".into()).await;
        go_round(&app).await;
        let edit = EditQuestion { urgency: Some(Urgency::Blocking), ..EditQuestion::default() };
        noor.edit_question(later, 1, &edit).await.unwrap();
        app.stop().await;
        let app = start(&db, "2026-11-23T13:30:00Z").await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        for (id, steps) in [(urgent, 2), (later, 2), (calm, 1)] {
            assert_eq!(asked(&routing(&noor, id).await).len(), steps);
        }
        app.stop().await;
    }

    async fn only_three_questions_a_week_are_urgent(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let mut urgent = question("Why does the printer print backwards?", &["Printers"]);
        urgent.urgency = Some(Urgency::Blocking);
        let first = noor.ask_question(&urgent).await.unwrap();
        for _ in 0..2 {
            noor.ask_question(&urgent).await.unwrap();
        }
        assert_eq!(points_at(noor.ask_question(&urgent).await), "/urgency");
        hugo.ask_question(&urgent).await.unwrap();
        let calm = ask(&noor, |_| {}).await;
        let raise = EditQuestion { urgency: Some(Urgency::Blocking), ..EditQuestion::default() };
        assert_eq!(points_at(noor.edit_question(calm, 1, &raise).await), "/urgency");
        // One that is urgent no more makes room.
        let lower = EditQuestion { urgency: Some(Urgency::Normal), ..EditQuestion::default() };
        noor.edit_question(first.id, first.version, &lower).await.unwrap();
        noor.edit_question(calm, 1, &raise).await.unwrap();
        app.stop().await;
        let app = start(&db, "2026-12-01T09:00:00Z").await;
        back(&app, &noor).await.ask_question(&urgent).await.unwrap();
        app.stop().await;
    }

    async fn the_person_wished_for_is_asked_first_and_alone(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lova) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        knowing(&app, "sql", 2).await;
        let id = ask(&noor, |new| new.ask = Some(lova.handle.to_uppercase())).await;
        go_round(&app).await;
        let seen = routing(&noor, id).await;
        assert_eq!(asked(&seen), [(RequestCause::Wished, vec![lova.id])]);
        assert_eq!(seen.wished.unwrap().id, lova.id);
        assert_eq!(told(&lova).await, [(NoticeKind::QuestionForYou, NoticeReason::Wished)]);
        for wrong in [noor.handle.clone(), "nobody-here".to_owned()] {
            let mut new = question("How do I join two tables that disagree?", &["SQL"]);
            new.ask = Some(wrong);
            assert_eq!(points_at(noor.ask_question(&new).await), "/ask");
        }
        app.stop().await;
        let app = start(&db, "2026-11-24T09:30:00Z").await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        let steps = asked(&routing(&noor, id).await);
        assert_eq!((steps.len(), steps[1].0, steps[1].1.len()), (2, RequestCause::Fits, 2));
        app.stop().await;
    }

    async fn who_is_wished_for_and_cannot_be_asked_is_left_out_and_others_are_asked_at_once(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lova) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 2).await;
        lova.set_my_availability(&away(&app, 3)).await.unwrap();
        let id = ask(&noor, |new| new.ask = Some(lova.handle.clone())).await;
        go_round(&app).await;
        let seen = routing(&noor, id).await;
        let steps = asked(&seen);
        assert_eq!((steps.len(), steps[0].0), (1, RequestCause::Fits));
        assert_eq!(steps[0].1.iter().copied().collect::<BTreeSet<_>>(), ids(&people));
        assert_eq!(seen.wished.unwrap().id, lova.id);
        assert!(told(&lova).await.is_empty());
        app.stop().await;
    }

    async fn who_is_away_over_the_cap_not_interested_or_may_not_see_it_is_not_asked(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        let people = knowing(&app, "sql", 6).await;
        let [free, gone, full, quiet, left, out] = &people[..] else { panic!() };
        gone.set_my_availability(&away(&app, 2)).await.unwrap();
        let cap = MyAvailability { weekly_cap: Some(1), ..MyAvailability::default() };
        full.set_my_availability(&cap).await.unwrap();
        quiet.set_my_routing(&SetMyRouting { wanted: Some(false) }).await.unwrap();
        let learner = app.member().await;
        learner.set_my_topic("sql", &level(ExpertiseLevel::Learning)).await.unwrap();
        app.set_status(left.id, MemberStatus::Deactivated).await;
        let first = ask(&noor, |_| {}).await;
        go_round(&app).await;
        let whom = asked(&routing(&noor, first).await)[0].1.clone();
        assert_eq!(whom.into_iter().collect::<BTreeSet<_>>(), [free.id, full.id, out.id].into());
        // The one request they take this week was the first question.
        let second = ask(&noor, |new| new.title = "Why is the index not used here?".into()).await;
        let hidden = [noor.id, free.id, full.id];
        app.restrict(&[second], For::People(hidden.to_vec())).await;
        go_round(&app).await;
        let whom: BTreeSet<Uuid> = asked(&routing(&noor, second).await)
            .into_iter()
            .flat_map(|step| step.1)
            .collect();
        assert!(!whom.contains(&full.id), "{whom:?}");
        assert_eq!(refused(out.get_question_routing(second).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn whoever_knows_decides_whether_they_are_told(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        let seen = noor.get_my_routing().await.unwrap();
        assert_eq!((seen.wanted, seen.chosen), (false, false));
        noor.set_my_topic("sql", &level(ExpertiseLevel::Learning)).await.unwrap();
        assert!(!noor.get_my_routing().await.unwrap().wanted);
        noor.set_my_topic("sql", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        assert!(noor.get_my_routing().await.unwrap().wanted);
        let no = noor.set_my_routing(&SetMyRouting { wanted: Some(false) }).await.unwrap();
        assert_eq!((no.wanted, no.chosen), (false, true));
        let back = noor.set_my_routing(&SetMyRouting { wanted: None }).await.unwrap();
        assert_eq!((back.wanted, back.chosen), (true, false));
        app.stop().await;
    }

    async fn of_several_nodes_one_asks(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let noor = app.member().await;
        topic(&noor, "SQL", None).await;
        knowing(&app, "sql", 6).await;
        let mut asked_of = Vec::new();
        for number in 0..5 {
            let title = format!("How do I join {number} tables that disagree?");
            asked_of.push(ask(&noor, |new| new.title = title).await);
        }
        let messengers = (0..4).map(|_| Messenger::new(app.state()));
        let rounds = messengers.map(|one| tokio::spawn(async move { one.go_round().await }));
        for round in rounds.collect::<Vec<_>>() {
            round.await.unwrap().unwrap();
        }
        for id in asked_of {
            let steps = asked(&routing(&noor, id).await);
            assert_eq!((steps.len(), steps[0].1.len()), (1, 4));
        }
        let rows = question_request::Entity::find().all(app.state().db.reader()).await.unwrap();
        assert_eq!(rows.len(), 20);
        app.stop().await;
    }

    async fn in_a_community_its_facilitators_are_asked_and_leads_who_may_see_it(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lead, inside) = (app.member().await, app.lead().await, app.lead().await);
        let (owner, helper, other) = (app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        let place = found(&owner, Visibility::OnRequest, JoinRule::Free).await.community.id;
        for one in [&noor, &inside, &helper, &other] {
            one.join_community(place).await.unwrap();
        }
        facilitates(&app, place, helper.id).await;
        let audience = AudienceChoice::Community { community_id: place };
        let id = ask(&noor, |new| new.audience = Some(audience)).await;
        go_round(&app).await;
        assert_eq!(routing(&noor, id).await.asked, 0);
        app.stop().await;
        let app = start(&db, "2026-11-24T09:30:00Z").await;
        let (noor, helper, lead) = (back(&app, &noor).await, back(&app, &helper).await, back(&app, &lead).await);
        go_round(&app).await;
        let steps = asked(&routing(&noor, id).await);
        assert_eq!((steps.len(), steps[0].0), (1, RequestCause::Leads));
        let whom: BTreeSet<Uuid> = steps[0].1.iter().copied().collect();
        assert_eq!(whom, [owner.id, helper.id, inside.id].into());
        assert_eq!(told(&helper).await, [(NoticeKind::QuestionForYou, NoticeReason::LooksAfter)]);
        assert!(told(&lead).await.is_empty());
        app.stop().await;
    }

    async fn where_nobody_knows_it_the_leads_are_asked_after_a_day(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        let seen = routing(&noor, id).await;
        assert_eq!((seen.asked, seen.steps.len()), (0, 0));
        assert_eq!(seen.next_at.unwrap().to_rfc3339()[..13], *"2026-11-24T09");
        app.stop().await;
        let app = start(&db, "2026-11-24T09:30:00Z").await;
        let noor = back(&app, &noor).await;
        go_round(&app).await;
        assert_eq!(asked(&routing(&noor, id).await), [(RequestCause::Leads, vec![lead.id])]);
        app.stop().await;
    }
}
