//! Demand and supply: who sees it, what is counted, what is not counted out, and when leads are told.

use tacit_contract::expertise::ExpertiseLevel;
use tacit_contract::needs::{
    Balance, DemandQuery, NeedAlert, NeedState, PeopleCount, TakeOnNeed, TopicDemand,
};
use tacit_contract::notices::{NoticeKind, NoticeReason};
use tacit_contract::problem::ProblemCode;

use super::{need, say, to};
use crate::expertise::{hide, level};
use crate::notices::notices;
use crate::support::app::TestApp;
use crate::support::builders::{For, ask, points_at, refused};
use crate::support::roles::Person;

async fn demand(lead: &Person, slug: &str) -> Option<TopicDemand> {
    let demand = lead.get_demand(&DemandQuery::default()).await.unwrap();
    let mut items = demand.items.into_iter();
    items.find(|item| item.topic.slug == slug)
}

async fn people(app: &TestApp, count: usize) -> Vec<Person> {
    let mut people = Vec::new();
    for _ in 0..count {
        people.push(app.member().await);
    }
    people
}

on_each_database! {
    async fn groups_of_five_and_more_are_counted_smaller_ones_are_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let lead = app.lead().await;
        let others = people(&app, 14).await;
        let id = say(&others[0], "I want to learn to read a price model").await.id;
        for one in &others[1..4] {
            one.join_need(id, &Default::default()).await.unwrap();
        }
        let few = demand(&lead, "negotiating").await.unwrap();
        assert_eq!((few.want, few.can_help, few.balance), (PeopleCount::Few, PeopleCount::Few, Balance::Quiet));
        assert_eq!((few.open_needs, few.trend), (1, None));
        others[4].set_my_topic("negotiating", &level(ExpertiseLevel::Learning)).await.unwrap();
        let gap = demand(&lead, "negotiating").await.unwrap();
        assert_eq!((gap.want, gap.balance), (PeopleCount::Count { count: 5 }, Balance::Gap));
        // Somebody counts once, however often they want it; who hides it does not count.
        others[1].set_my_topic("negotiating", &level(ExpertiseLevel::Learning)).await.unwrap();
        others[5].set_my_topic("negotiating", &level(ExpertiseLevel::Learning)).await.unwrap();
        others[5].set_my_topic("negotiating", &hide(true)).await.unwrap();
        assert_eq!(demand(&lead, "negotiating").await.unwrap().want, PeopleCount::Count { count: 5 });
        for one in &others[6..11] {
            one.set_my_topic("negotiating", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        }
        let both = demand(&lead, "negotiating").await.unwrap();
        assert_eq!((both.can_help, both.balance), (PeopleCount::Count { count: 5 }, Balance::Balanced));
        let only = DemandQuery { balance: Some(Balance::Gap) };
        assert!(lead.get_demand(&only).await.unwrap().items.is_empty());
        app.stop().await;
    }

    async fn nearly_everybody_is_not_counted_out_either(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let lead = app.lead().await;
        let others = people(&app, 8).await;
        let id = say(&others[0], "I want to learn to read a price model").await.id;
        for one in &others[1..6] {
            one.join_need(id, &Default::default()).await.unwrap();
        }
        let item = demand(&lead, "negotiating").await.unwrap();
        assert_eq!(item.want, PeopleCount::AllButFew, "three of nine would be known");
        app.stop().await;
    }

    async fn gaps_come_first_and_only_leads_see_them(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, admin) = (app.member().await, app.lead().await, app.admin().await);
        let others = people(&app, 12).await;
        assert_eq!(refused(noor.get_demand(&DemandQuery::default()).await), ProblemCode::Forbidden);
        ask(&noor, "How do I say no to a discount?").await;
        let wanted = need("I want to learn to lead a meeting", &["Meetings"]);
        let id = noor.say_need(&wanted).await.unwrap().id;
        for one in &others[..6] {
            one.join_need(id, &Default::default()).await.unwrap();
        }
        let items = admin.get_demand(&DemandQuery::default()).await.unwrap().items;
        let slugs: Vec<_> = items.iter().map(|item| item.topic.slug.as_str()).collect();
        assert_eq!(slugs, ["meetings", "customer-calls"]);
        assert_eq!(items[1].waiting_questions, 1);
        app.restrict(&[id], For::People(vec![noor.id])).await;
        assert!(demand(&lead, "meetings").await.is_none(), "what one may not see counts nowhere");
        app.stop().await;
    }

    async fn leads_are_told_once_when_so_many_want_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, admin) = (app.member().await, app.lead().await, app.admin().await);
        assert_eq!(lead.get_need_alert().await.unwrap().supporters, Some(5));
        assert_eq!(refused(noor.get_need_alert().await), ProblemCode::Forbidden);
        let three = NeedAlert { supporters: Some(3) };
        assert_eq!(refused(noor.set_need_alert(&three).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.set_need_alert(&NeedAlert { supporters: Some(1) }).await), "/supporters");
        lead.set_need_alert(&three).await.unwrap();
        assert_eq!(admin.get_need_alert().await.unwrap(), three);
        let others = people(&app, 4).await;
        let id = say(&noor, "I want to learn to read a price model").await.id;
        others[0].join_need(id, &Default::default()).await.unwrap();
        assert!(notices(&app, &lead).await.is_empty());
        others[1].join_need(id, &Default::default()).await.unwrap();
        for one in [&lead, &admin] {
            let told = notices(&app, one).await;
            assert_eq!((told[0].kind, told[0].because), (NoticeKind::NeedWanted, NoticeReason::Lead));
            assert!(told[0].by.is_empty(), "nobody did it");
        }
        others[1].leave_need(id).await.unwrap();
        others[2].join_need(id, &Default::default()).await.unwrap();
        others[3].join_need(id, &Default::default()).await.unwrap();
        assert_eq!(notices(&app, &lead).await[0].count, 1, "once");
        let second = say(&noor, "I want to learn to say no to a discount").await.id;
        lead.take_on_need(second, &TakeOnNeed { word: "Mine".to_owned() }).await.unwrap();
        for one in &others[..3] {
            one.join_need(second, &Default::default()).await.unwrap();
        }
        assert_eq!(notices(&app, &admin).await.len(), 1, "somebody takes care of it");
        lead.set_need_alert(&NeedAlert { supporters: None }).await.unwrap();
        let third = say(&noor, "I want to learn to write a works contract").await.id;
        noor.move_need(third, &to(NeedState::OnHold)).await.unwrap();
        for one in &others[..3] {
            one.join_need(third, &Default::default()).await.unwrap();
        }
        assert_eq!(notices(&app, &admin).await.len(), 1, "never");
        app.stop().await;
    }
}
