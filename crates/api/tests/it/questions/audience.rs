//! Asking a community or named people: who sees it, who is asked, and what is refused.

use reqwest::Method;
use serde_json::json;
use tacit_contract::communities::{CreateCommunity, JoinRule, Visibility};
use tacit_contract::expertise::MyAvailability;
use tacit_contract::posts::{AudienceChoice, AudienceKind};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{AskQuestion, ListQuestionsQuery};
use uuid::Uuid;

use crate::communities::{community, found};
use crate::support::app::{TestApp, problem_of};
use crate::support::builders::{points_at, question, refused, remark};

fn of(audience: AudienceChoice) -> AskQuestion {
    AskQuestion {
        audience: Some(audience),
        ..question(
            "Whom does the night shift call when the line stands?",
            &["maintenance"],
        )
    }
}

fn people(handles: &[&str]) -> AudienceChoice {
    AudienceChoice::People {
        handles: handles.iter().map(|handle| (*handle).to_owned()).collect(),
    }
}

on_each_database! {
    async fn a_question_to_named_people_is_there_for_them_alone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        let asked = noor.ask_question(&of(people(&[&hugo.handle]))).await.unwrap();
        assert_eq!(asked.audience, AudienceKind::People);
        assert_eq!(asked.people[0].handle, hugo.handle);
        assert_eq!(hugo.get_question(asked.id).await.unwrap(), asked);
        assert_eq!(refused(admin.get_question(asked.id).await), ProblemCode::NotFound);
        let request = hugo.get_question_routing(asked.id).await.unwrap().mine.unwrap();
        assert!(request.may_pass);
        hugo.add_comment(asked.id, &remark("The gate, extension 40")).await.unwrap();
        assert_eq!(refused(admin.add_comment(asked.id, &remark("Me")).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn who_cannot_be_named_is_pointed_at(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        let handles = "/audience/handles";
        assert_eq!(points_at(noor.ask_question(&of(people(&[]))).await), handles);
        assert_eq!(points_at(noor.ask_question(&of(people(&[&noor.handle]))).await), handles);
        let crowd: Vec<&str> = std::iter::repeat_n("nobody", 11).collect();
        assert_eq!(points_at(noor.ask_question(&of(people(&crowd))).await), handles, "nobody is looked for");
        let nobody = noor.ask_question(&of(people(&[&hugo.handle, "nobody"]))).await;
        assert_eq!(points_at(nobody), "/audience/handles/1");
        let twice = AskQuestion {
            ask: Some(hugo.handle.clone()),
            ..of(people(&[&hugo.handle]))
        };
        assert_eq!(points_at(noor.ask_question(&twice).await), "/ask");
        app.stop().await;
    }

    async fn a_field_no_kind_knows_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = serde_json::to_value(question("Whom does the night shift call?", &["maintenance"])).unwrap();
        for kind in ["everyone", "community", "people"] {
            let mut body = asked.clone();
            body["audience"] = json!({"kind": kind, "handles": ["hugo"], "community_id": Uuid::nil(), "secret": true});
            let request = app.request(Method::POST, "/api/v1/questions").header("authorization", noor.bearer());
            let response = request.json(&body).send().await.unwrap();
            problem_of(response, ProblemCode::ValidationFailed).await;
        }
        app.stop().await;
    }

    async fn who_takes_no_requests_is_not_waited_for(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        // No request a week is what one takes who takes none.
        let none = MyAvailability { away_until: None, weekly_cap: Some(0), asking: String::new() };
        hugo.set_my_availability(&none).await.unwrap();
        let alone = noor.ask_question(&of(people(&[&hugo.handle]))).await;
        assert_eq!(points_at(alone), "/audience/handles");
        let asked = noor.ask_question(&of(people(&[&hugo.handle, &lova.handle]))).await.unwrap();
        assert!(lova.get_question_routing(asked.id).await.unwrap().mine.is_some());
        assert!(hugo.get_question_routing(asked.id).await.unwrap().mine.is_none());
        assert_eq!(hugo.get_question(asked.id).await.unwrap().people.len(), 2);
        app.stop().await;
    }

    async fn a_community_is_asked_by_its_members(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        let open = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let hidden = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        let in_open = of(AudienceChoice::Community { community_id: open });
        let in_hidden = of(AudienceChoice::Community { community_id: hidden });
        assert_eq!(refused(hugo.ask_question(&in_open).await), ProblemCode::Forbidden);
        let unseen = "/audience/community_id";
        assert_eq!(points_at(hugo.ask_question(&in_hidden).await), unseen);
        let asked = noor.ask_question(&in_open).await.unwrap();
        assert_eq!(asked.audience, AudienceKind::Community);
        assert_eq!(lova.get_question(asked.id).await.unwrap().id, asked.id);
        let asked = noor.ask_question(&in_hidden).await.unwrap();
        assert_eq!(refused(lova.get_question(asked.id).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn a_list_narrowed_to_a_community_is_for_who_reads_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        let doors = [
            (Visibility::Open, JoinRule::Free, true),
            (Visibility::OnRequest, JoinRule::OnRequest, false),
            (Visibility::Hidden, JoinRule::ByInvitation, false),
        ];
        for (visibility, rule, reads) in doors {
            let place = found(&noor, visibility, rule).await.community;
            let asked = noor.ask_question(&of(AudienceChoice::Community { community_id: place.id })).await.unwrap();
            assert_eq!(asked.community, Some(place.clone()));
            let query = ListQuestionsQuery { community: Some(place.id), ..Default::default() };
            let listed = noor.list_questions(&query).await.unwrap().items;
            assert_eq!(listed.len(), 1, "{visibility:?} holds what is asked in it alone");
            assert_eq!((listed[0].id, &listed[0].community), (asked.id, &asked.community));
            match hugo.list_questions(&query).await {
                Ok(page) => assert!(reads && page.items[0].id == asked.id, "{visibility:?}"),
                refusal => assert!(!reads && refused(refusal) == ProblemCode::NotFound, "{visibility:?}"),
            }
        }
        let nowhere = ListQuestionsQuery { community: Some(Uuid::nil()), ..Default::default() };
        assert_eq!(refused(noor.list_questions(&nowhere).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn a_row_says_whom_it_was_asked_of(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        noor.ask_question(&question("What is maintenance to us here?", &["maintenance"])).await.unwrap();
        let asked = noor.ask_question(&of(people(&[&hugo.handle]))).await.unwrap();
        for person in [&noor, &hugo] {
            let row = person.list_questions(&Default::default()).await.unwrap().items.remove(0);
            assert_eq!((row.id, row.audience), (asked.id, AudienceKind::People));
            assert_eq!((row.people, row.community), (asked.people.clone(), None));
        }
        app.stop().await;
    }

    async fn no_new_topic_tells_what_a_few_speak_of(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let mut secret = of(people(&[&hugo.handle]));
        secret.topics = vec!["Layoffs in spring".to_owned()];
        assert_eq!(points_at(noor.ask_question(&secret).await), "/topics/0");
        let found = hugo.get_topic("layoffs-in-spring").await;
        assert_eq!(refused(found), ProblemCode::NotFound);
        let hidden = CreateCommunity {
            topics: vec!["Layoffs in spring".to_owned()],
            ..community("A closed round", Visibility::Hidden, JoinRule::ByInvitation)
        };
        assert_eq!(points_at(noor.create_community(&hidden).await), "/topics/0");
        app.stop().await;
    }
}
