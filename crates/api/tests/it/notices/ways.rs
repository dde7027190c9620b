//! Following, and choosing what one is told of.

use tacit_contract::notices::{
    MailRhythm, NoticeKind, NoticeReason, NoticeWays, UpdateNoticeSettings,
};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, points_at, refused};

fn only(kind: NoticeKind, in_app: bool) -> UpdateNoticeSettings {
    UpdateNoticeSettings {
        kinds: Some(vec![NoticeWays {
            kind,
            in_app,
            mail: MailRhythm::Never,
        }]),
        ..UpdateNoticeSettings::default()
    }
}

on_each_database! {
    async fn a_followed_question_tells_until_it_is_not_followed(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let follows = |person: &crate::support::roles::Person| {
            let person = person.clone();
            async move { person.get_question_viewer(id).await.unwrap().following }
        };
        assert_eq!((follows(&noor).await, follows(&lova).await), (true, false));
        lova.follow_question(id, true).await.unwrap();
        lova.follow_question(id, true).await.unwrap();
        answer(&hugo, id, "From the menu.").await;
        assert!(follows(&hugo).await, "what one answers is followed");
        let told = notices(&app, &lova).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::Answer, NoticeReason::QuestionFollowed));
        lova.follow_question(id, false).await.unwrap();
        noor.follow_question(id, false).await.unwrap();
        assert!(!follows(&noor).await);
        answer(&lova, id, "Or with the keyboard.").await;
        assert_eq!(notices(&app, &noor).await[0].count, 1, "nothing after she had enough");
        assert_eq!(notices(&app, &hugo).await[0].because, NoticeReason::QuestionFollowed);
        app.restrict(&[id], For::People(vec![hugo.id])).await;
        for (person, follow) in [(&lova, true), (&lova, false)] {
            assert_eq!(refused(person.follow_question(id, follow).await), ProblemCode::NotFound);
        }
        app.stop().await;
    }

    async fn a_followed_person_tells_what_they_post(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let viewer = || async { hugo.get_member_viewer(&noor.handle).await.unwrap() };
        assert_eq!((viewer().await.following, viewer().await.may_follow), (false, true));
        hugo.follow_member(&noor.handle, true).await.unwrap();
        assert!(viewer().await.following);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&noor, id, "From the menu.").await;
        let told = notices(&app, &hugo).await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].kind, told[0].because, told[0].count), (NoticeKind::MemberPost, NoticeReason::MemberFollowed, 2));
        assert_eq!(told[0].member.as_ref().map(|member| member.id), Some(noor.id));
        hugo.follow_member(&noor.handle, false).await.unwrap();
        ask(&noor, "How do I print the stock sheet?").await;
        assert_eq!(notices(&app, &hugo).await[0].count, 2);
        assert!(!noor.get_member_viewer(&noor.handle).await.unwrap().may_follow);
        assert_eq!(refused(noor.follow_member(&noor.handle, true).await), ProblemCode::Forbidden);
        assert_eq!(refused(noor.follow_member("nobody-here", true).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn what_is_ones_own_is_followed_only_if_one_wants_that(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let off = UpdateNoticeSettings { follow_own: Some(false), ..UpdateNoticeSettings::default() };
        assert!(!noor.update_notice_settings(&off).await.unwrap().follow_own);
        let own = ask(&noor, "How do I export the stock sheet?").await.id;
        assert!(!noor.get_question_viewer(own).await.unwrap().following);
        let other = ask(&hugo, "How do I print the stock sheet?").await.id;
        answer(&noor, other, "With the printer.").await;
        answer(&hugo, own, "From the menu.").await;
        answer(&hugo, other, "Found it.").await;
        assert!(notices(&app, &noor).await.is_empty());
        noor.follow_question(own, true).await.unwrap();
        answer(&hugo, own, "Or the keyboard.").await;
        assert_eq!(notices(&app, &noor).await[0].because, NoticeReason::Asked);
        app.stop().await;
    }

    async fn a_kind_that_is_switched_off_is_neither_shown_nor_counted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        comment(&hugo, id, "Which one?").await;
        let settings = noor.get_notice_settings().await.unwrap();
        assert_eq!(settings.kinds.len(), NoticeKind::ALL.len());
        assert_eq!((settings.digest_hour, settings.follow_own), (8, true));
        noor.update_notice_settings(&only(NoticeKind::Comment, false)).await.unwrap();
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Answer]);
        assert_eq!(noor.count_unread_notices().await.unwrap().unread, 1);
        noor.update_notice_settings(&only(NoticeKind::Comment, true)).await.unwrap();
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Comment, NoticeKind::Answer]);
        let odd = UpdateNoticeSettings { digest_hour: Some(24), ..UpdateNoticeSettings::default() };
        assert_eq!(points_at(noor.update_notice_settings(&odd).await), "/digest_hour");
        assert_eq!(refused(noor.get_unsubscribing("no token").await), ProblemCode::InvalidLink);
        assert_eq!(refused(noor.follow_question(Uuid::nil(), true).await), ProblemCode::NotFound);
        app.stop().await;
    }
}
