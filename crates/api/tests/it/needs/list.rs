//! Lists of needs: orders, filters, pages.

use tacit_contract::expertise::ExpertiseLevel;
use tacit_contract::needs::{ListNeedsQuery, NeedForm, NeedSort, NeedState, SayNeed};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::{need, say, to};
use crate::expertise::level;
use crate::support::app::TestApp;
use crate::support::builders::refused;
use crate::support::roles::Person;

async fn ids(person: &Person, query: ListNeedsQuery) -> Vec<Uuid> {
    let page = person.list_needs(&query).await.unwrap();
    page.items.into_iter().map(|need| need.id).collect()
}

on_each_database! {
    async fn needs_are_listed_in_order_page_by_page(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let first = say(&noor, "I want to learn to read a price model").await.id;
        let second = say(&noor, "I want to learn to lead a hybrid meeting").await.id;
        let third = say(&noor, "I want to learn to write a works contract").await.id;
        hugo.join_need(first, &Default::default()).await.unwrap();
        lova.join_need(first, &Default::default()).await.unwrap();
        hugo.join_need(third, &Default::default()).await.unwrap();
        assert_eq!(ids(&hugo, ListNeedsQuery::default()).await, [third, second, first]);
        let wanted = || ListNeedsQuery { sort: Some(NeedSort::Wanted), limit: Some(2), ..Default::default() };
        let page = hugo.list_needs(&wanted()).await.unwrap();
        assert_eq!(page.items.iter().map(|need| need.id).collect::<Vec<_>>(), [first, third]);
        let rest = ListNeedsQuery { cursor: page.next_cursor.clone(), ..wanted() };
        assert_eq!(ids(&hugo, rest).await, [second]);
        let other = ListNeedsQuery { cursor: page.next_cursor, ..Default::default() };
        assert_eq!(refused(hugo.list_needs(&other).await), ProblemCode::InvalidCursor);
        noor.move_need(second, &to(NeedState::OnHold)).await.unwrap();
        let active = ListNeedsQuery { sort: Some(NeedSort::Active), ..Default::default() };
        assert_eq!(ids(&hugo, active).await[0], second);
        app.stop().await;
    }

    async fn filters_narrow_by_state_topic_form_and_person(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let mentor = SayNeed { forms: vec![NeedForm::Mentor], ..need("I want to learn to read a price model", &["Negotiating"]) };
        let first = noor.say_need(&mentor).await.unwrap().id;
        let second = hugo.say_need(&need("I want to learn to lead a meeting", &["Meetings"])).await.unwrap().id;
        let all = || ListNeedsQuery::default();
        assert_eq!(ids(&noor, ListNeedsQuery { topic: Some("negotiating".to_owned()), ..all() }).await, [first]);
        assert!(ids(&noor, ListNeedsQuery { topic: Some("nothing".to_owned()), ..all() }).await.is_empty());
        assert_eq!(ids(&noor, ListNeedsQuery { form: Some(NeedForm::Mentor), ..all() }).await, [second, first]);
        assert_eq!(ids(&noor, ListNeedsQuery { form: Some(NeedForm::Guide), ..all() }).await, [second]);
        assert_eq!(ids(&noor, ListNeedsQuery { mine: Some(true), ..all() }).await, [first]);
        assert_eq!(ids(&noor, ListNeedsQuery { said_by: Some(hugo.handle.clone()), ..all() }).await, [second]);
        hugo.join_need(first, &Default::default()).await.unwrap();
        hugo.offer_help(first, &Default::default()).await.unwrap();
        assert_eq!(ids(&hugo, ListNeedsQuery { joined: Some(true), ..all() }).await, [first]);
        assert_eq!(ids(&noor, ListNeedsQuery { helped_by: Some(hugo.handle.clone()), ..all() }).await, [first]);
        hugo.move_need(second, &to(NeedState::NotNow)).await.unwrap();
        assert_eq!(ids(&noor, ListNeedsQuery { open: Some(true), ..all() }).await, [first]);
        assert_eq!(ids(&noor, ListNeedsQuery { open: Some(false), ..all() }).await, [second]);
        assert_eq!(ids(&noor, ListNeedsQuery { state: Some(NeedState::NotNow), ..all() }).await, [second]);
        app.stop().await;
    }

    async fn what_one_could_help_with_and_what_others_want_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let first = say(&noor, "I want to learn to read a price model").await.id;
        let second = noor.say_need(&need("I want to learn to lead a meeting", &["Meetings"])).await.unwrap().id;
        let helps = || ListNeedsQuery { could_help: Some(true), ..Default::default() };
        let likes = || ListNeedsQuery { like_mine: Some(true), ..Default::default() };
        assert!(ids(&hugo, helps()).await.is_empty() && ids(&hugo, likes()).await.is_empty());
        hugo.set_my_topic("negotiating", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        hugo.set_my_topic("meetings", &level(ExpertiseLevel::Learning)).await.unwrap();
        assert_eq!(ids(&hugo, helps()).await, [first]);
        assert_eq!(ids(&hugo, likes()).await, [second]);
        hugo.join_need(second, &Default::default()).await.unwrap();
        assert!(ids(&hugo, likes()).await.is_empty(), "one wants it already");
        hugo.join_need(first, &Default::default()).await.unwrap();
        let third = say(&noor, "I want to learn to say no to a discount").await.id;
        assert_eq!(ids(&hugo, likes()).await, [third], "near a need one joined");
        noor.move_need(third, &to(NeedState::NotNow)).await.unwrap();
        assert!(ids(&hugo, likes()).await.is_empty());
        noor.set_my_topic("negotiating", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        assert!(ids(&noor, helps()).await.is_empty(), "one's own is not offered");
        app.stop().await;
    }
}
