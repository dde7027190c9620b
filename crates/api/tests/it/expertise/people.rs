//! The people of a topic.

use tacit_contract::expertise::{ExpertiseLevel, MyAvailability, TopicPeopleQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::time::from_micros;
use tacit_domain::identity::MemberStatus;

use super::{level, topic};
use crate::support::app::TestApp;
use crate::support::builders::refused;

on_each_database! {
    async fn the_strongest_come_first_and_who_is_away_last(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, gone) = (app.member().await, app.member().await, app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        noor.set_my_topic("sql", &level(ExpertiseLevel::CanHelp)).await.unwrap();
        hugo.set_my_topic("sql", &level(ExpertiseLevel::AskMeFirst)).await.unwrap();
        lova.set_my_topic("sql", &level(ExpertiseLevel::Learning)).await.unwrap();
        gone.set_my_topic("sql", &level(ExpertiseLevel::AskMeFirst)).await.unwrap();
        app.set_status(gone.id, MemberStatus::Deactivated).await;
        let all = TopicPeopleQuery::default();
        let handles = |people: &tacit_contract::expertise::TopicPeople| -> Vec<String> {
            people.knows.iter().map(|one| one.member.handle.clone()).collect()
        };
        let people = lova.list_topic_people("sql", &all).await.unwrap();
        assert_eq!(handles(&people), [hugo.handle.clone(), noor.handle.clone()]);
        assert_eq!(people.learning[0].id, lova.id);
        let away = MyAvailability {
            away_until: Some(from_micros(app.state().clock.now().plus_days(2).micros())),
            ..MyAvailability::default()
        };
        hugo.set_my_availability(&away).await.unwrap();
        let people = lova.list_topic_people("sql", &all).await.unwrap();
        assert_eq!(handles(&people), [noor.handle.clone(), hugo.handle.clone()]);
        let one = TopicPeopleQuery { limit: Some(1) };
        assert_eq!(lova.list_topic_people("sql", &one).await.unwrap().knows.len(), 1);
        for limit in [0, 101] {
            let query = TopicPeopleQuery { limit: Some(limit) };
            assert_eq!(refused(lova.list_topic_people("sql", &query).await), ProblemCode::MalformedQuery);
        }
        assert_eq!(refused(lova.list_topic_people("nothing", &all).await), ProblemCode::NotFound);
        app.stop().await;
    }
}
