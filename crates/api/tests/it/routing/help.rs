//! What one can help with.

use tacit_contract::expertise::ExpertiseLevel;
use tacit_contract::problem::ProblemCode;
use tacit_contract::routing::{HelpReason, PassQuestion, RequestCause};
use uuid::Uuid;

use super::{ask, go_round};
use crate::expertise::{level, topic};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, question, refused};
use crate::support::roles::Person;

async fn ids(person: &Person) -> Vec<Uuid> {
    let found = person.list_help_wanted().await.unwrap();
    found.iter().map(|one| one.question.id).collect()
}

on_each_database! {
    async fn waiting_questions_in_topics_one_knows_are_there_with_the_reason(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, saga) = (app.member().await, app.member().await, app.member().await);
        topic(&noor, "Data", None).await;
        topic(&noor, "SQL", Some("data")).await;
        hugo.set_my_topic("data", &level(ExpertiseLevel::Experienced)).await.unwrap();
        let under = ask(&noor, |_| {}).await;
        let other = noor.ask_question(&question("Where do the keys to the van hang?", &["Vans"])).await.unwrap().id;
        let own = ask(&hugo, |new| new.title = "Why is the index not used here?".into()).await;
        let solved = ask(&noor, |new| new.title = "What is a view, and what is it for?".into()).await;
        answer(&saga, solved, "A stored question.").await;
        let found = hugo.list_help_wanted().await.unwrap();
        assert_eq!(found.iter().map(|one| one.question.id).collect::<Vec<_>>(), [under]);
        let known = found[0].reasons.iter().find_map(|reason| match reason {
            HelpReason::Topic { strength } => Some(strength.topic.slug.as_str()),
            HelpReason::Asked { .. } => None,
        });
        assert_eq!(known, Some("data"));
        for gone in [other, own, solved] {
            assert!(!ids(&hugo).await.contains(&gone));
        }
        assert!(ids(&saga).await.is_empty());
        app.stop().await;
    }

    async fn what_was_asked_of_one_comes_first_and_what_was_taken_off_stays_off(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        hugo.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        let known = ask(&noor, |_| {}).await;
        let wished = noor
            .ask_question(&{
                let mut new = question("Where do the keys to the van hang?", &["Vans"]);
                new.ask = Some(hugo.handle.clone());
                new
            })
            .await
            .unwrap()
            .id;
        go_round(&app).await;
        let found = hugo.list_help_wanted().await.unwrap();
        let of_wish = found.iter().find(|one| one.question.id == wished).unwrap();
        match &of_wish.reasons[0] {
            HelpReason::Asked { cause, by, .. } => {
                assert_eq!((*cause, by.as_ref().unwrap().id), (RequestCause::Wished, noor.id));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(found.len(), 2);
        hugo.dismiss_help_wanted(known).await.unwrap();
        hugo.dismiss_help_wanted(known).await.unwrap();
        assert_eq!(ids(&hugo).await, [wished]);
        hugo.pass_question(wished, &PassQuestion::default()).await.unwrap();
        assert!(ids(&hugo).await.is_empty());
        app.stop().await;
    }

    async fn what_one_may_not_see_is_not_there(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        topic(&noor, "SQL", None).await;
        hugo.set_my_topic("sql", &level(ExpertiseLevel::Experienced)).await.unwrap();
        let id = ask(&noor, |_| {}).await;
        go_round(&app).await;
        assert_eq!(ids(&hugo).await, [id]);
        app.restrict(&[id], For::People(vec![noor.id])).await;
        assert!(ids(&hugo).await.is_empty());
        assert_eq!(refused(hugo.dismiss_help_wanted(id).await), ProblemCode::NotFound);
        assert_eq!(refused(hugo.get_question_routing(id).await), ProblemCode::NotFound);
        app.stop().await;
    }
}
