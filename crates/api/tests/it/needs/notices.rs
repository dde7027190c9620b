//! Whom what happens to a need tells, and whom not.

use tacit_contract::needs::{NeedState, SuggestHelper, TakeOnNeed};
use tacit_contract::notices::{
    MailRhythm, NoticeKind, NoticeReason, NoticeWays, UpdateNoticeSettings,
};

use super::{course, say, to};
use crate::notices::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::For;

on_each_database! {
    async fn all_who_joined_hear_of_each_step_and_of_what_meets_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, lead) = (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        hugo.join_need(id, &Default::default()).await.unwrap();
        lova.join_need(id, &Default::default()).await.unwrap();
        let told = notices(&app, &noor).await;
        assert_eq!((told[0].kind, told[0].because, told[0].count), (NoticeKind::NeedJoined, NoticeReason::NeedMine, 2));
        assert_eq!(told[0].need.as_ref().map(|need| need.id), Some(id));
        assert!(told[0].question.is_none());
        lova.leave_need(id).await.unwrap();
        let word = TakeOnNeed { word: "I ask around".to_owned() };
        lead.take_on_need(id, &word).await.unwrap();
        let told = notices(&app, &hugo).await;
        assert_eq!((told[0].kind, told[0].because, told[0].count), (NoticeKind::NeedMoved, NoticeReason::NeedJoined, 1));
        assert_eq!(told[0].need.as_ref().map(|need| need.state), Some(NeedState::Exploring));
        lead.respond_to_need(id, &course("https://academy.example")).await.unwrap();
        noor.move_need(id, &to(NeedState::Met)).await.unwrap();
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::NeedMoved, NoticeKind::NeedResponse]);
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::NeedResponse, NoticeKind::NeedMoved, NoticeKind::NeedJoined]);
        assert!(notices(&app, &lova).await.is_empty(), "who left hears nothing");
        assert!(notices(&app, &lead).await.is_empty(), "nobody hears of their own acts");
        app.stop().await;
    }

    async fn helpers_are_heard_of_and_hear(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let named = SuggestHelper { handle: mateo.handle.clone(), word: None };
        hugo.suggest_helper(id, &named).await.unwrap();
        let told = notices(&app, &mateo).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::NeedSuggested, NoticeReason::NeedNamed));
        assert_eq!(told[0].by[0].handle, hugo.handle);
        mateo.offer_help(id, &Default::default()).await.unwrap();
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::NeedHelp]);
        noor.move_need(id, &to(NeedState::OnHold)).await.unwrap();
        let told = notices(&app, &mateo).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::NeedMoved, NoticeReason::NeedHelping));
        mateo.withdraw_help(id).await.unwrap();
        noor.move_need(id, &to(NeedState::Open)).await.unwrap();
        assert_eq!(notices(&app, &mateo).await[0].count, 1, "who withdrew hears no more");
        app.stop().await;
    }

    async fn who_follows_a_topic_or_the_person_is_told_of_new_needs(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let first = say(&noor, "I want to learn to read a price model").await.id;
        hugo.follow_topic("negotiating").await.unwrap();
        lova.follow_topic("negotiating").await.unwrap();
        lova.follow_member(&noor.handle, true).await.unwrap();
        let second = say(&noor, "I want to learn to say no to a discount").await.id;
        let told = notices(&app, &hugo).await;
        assert_eq!((told.len(), told[0].kind, told[0].because), (1, NoticeKind::NeedSaid, NoticeReason::TopicFollowed));
        assert_eq!(told[0].topic.as_ref().map(|topic| topic.slug.as_str()), Some("negotiating"));
        assert_eq!(told[0].need.as_ref().map(|need| need.id), Some(second));
        assert_ne!(first, second);
        let told = notices(&app, &lova).await;
        assert_eq!((told.len(), told[0].kind, told[0].because), (1, NoticeKind::MemberPost, NoticeReason::MemberFollowed));
        assert!(notices(&app, &noor).await.is_empty(), "nobody hears of their own acts");
        hugo.unfollow_topic("negotiating").await.unwrap();
        say(&noor, "I want to learn to write a tender").await;
        assert_eq!(notices(&app, &hugo).await[0].count, 1);
        app.delete(second).await;
        assert!(notices(&app, &hugo).await.is_empty(), "what is deleted is told no more");
        app.stop().await;
    }

    async fn a_kind_is_switched_off_and_what_is_hidden_is_not_told(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        hugo.join_need(id, &Default::default()).await.unwrap();
        noor.move_need(id, &to(NeedState::OnHold)).await.unwrap();
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::NeedMoved]);
        let off = NoticeWays { kind: NoticeKind::NeedMoved, in_app: false, mail: MailRhythm::Never };
        let change = UpdateNoticeSettings { kinds: Some(vec![off]), ..Default::default() };
        hugo.update_notice_settings(&change).await.unwrap();
        assert!(notices(&app, &hugo).await.is_empty());
        let on = NoticeWays { in_app: true, ..off };
        let change = UpdateNoticeSettings { kinds: Some(vec![on]), ..Default::default() };
        hugo.update_notice_settings(&change).await.unwrap();
        assert_eq!(notices(&app, &hugo).await.len(), 1);
        app.restrict(&[id], For::People(vec![noor.id])).await;
        assert!(notices(&app, &hugo).await.is_empty());
        assert_eq!(hugo.count_unread_notices().await.unwrap().unread, 0);
        app.stop().await;
    }

    async fn built_anew_they_are_the_same(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        hugo.join_need(id, &Default::default()).await.unwrap();
        lova.offer_help(id, &Default::default()).await.unwrap();
        noor.move_need(id, &to(NeedState::UnderWay)).await.unwrap();
        hugo.leave_need(id).await.unwrap();
        lova.withdraw_help(id).await.unwrap();
        noor.move_need(id, &to(NeedState::OnHold)).await.unwrap();
        let mut before = Vec::new();
        for person in [&noor, &hugo, &lova] {
            before.push(notices(&app, person).await);
        }
        assert!(before.iter().all(|told| !told.is_empty()));
        app.rebuild("notices").await;
        for (person, before) in [&noor, &hugo, &lova].into_iter().zip(before) {
            let seen = |told: &[tacit_contract::notices::Notice]| -> Vec<_> {
                told.iter().map(|one| (one.id.clone(), one.because, one.count)).collect()
            };
            assert_eq!(seen(&notices(&app, person).await), seen(&before));
        }
        app.stop().await;
    }
}
