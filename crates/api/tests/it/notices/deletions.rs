//! What a lead deletes: its author hears of it and why, nobody else does.

use tacit_contract::moderation::DeletePostQuery;
use tacit_contract::notices::{
    MailRhythm, Notice, NoticeKind, NoticeReason, NoticeWays, UpdateNoticeSettings,
};
use tacit_contract::posts::PostKind;

use super::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment};

fn because(reason: &str) -> DeletePostQuery {
    DeletePostQuery {
        reason: Some(reason.to_owned()),
    }
}

/// What a notice of a deletion says: the kind of post, of which question, and why.
fn said(notice: &Notice) -> (PostKind, String, Option<&str>) {
    assert_eq!(notice.kind, NoticeKind::PostDeleted);
    let post = notice.post.as_ref().unwrap();
    let title = notice.question.as_ref().unwrap().title.clone();
    (post.kind, title, notice.deleted_reason.as_deref())
}

on_each_database! {
    async fn the_author_hears_what_was_deleted_by_whom_and_why(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, lead) =
            (app.member().await, app.member().await, app.member().await, app.lead().await);
        let title = "How do I export the stock sheet?".to_owned();
        let id = ask(&noor, &title).await.id;
        lova.follow_question(id, true).await.unwrap();
        let reply = answer(&hugo, id, "From the **menu**.").await.id;
        let under = comment(&lova, reply, "Which menu?").await.id;
        lead.delete_post(under, &because("It names a customer")).await.unwrap();
        let told = notices(&app, &lova).await;
        assert_eq!(said(&told[0]), (PostKind::Comment, title.clone(), Some("It names a customer")));
        lead.delete_post(reply, &because("It is dangerous")).await.unwrap();
        let told = notices(&app, &hugo).await;
        assert_eq!(told.len(), 1, "the comment on it went with it");
        assert_eq!(said(&told[0]), (PostKind::Answer, title.clone(), Some("It is dangerous")));
        assert_eq!((told[0].because, told[0].unread), (NoticeReason::Wrote, true));
        assert_eq!(told[0].by[0].handle, lead.handle);
        let post = told[0].post.as_ref().unwrap();
        assert_eq!((post.id, post.excerpt.as_str()), (reply, "From the menu."));
        lead.delete_post(id, &because("It was a test")).await.unwrap();
        let told = notices(&app, &noor).await;
        assert_eq!(told.len(), 1);
        assert_eq!(said(&told[0]), (PostKind::Question, title, Some("It was a test")));
        assert_eq!(noor.count_unread_notices().await.unwrap().unread, 1);
        assert!(notices(&app, &hugo).await.is_empty(), "what it stood on is not theirs to see");
        assert!(notices(&app, &lova).await.is_empty());
        assert!(notices(&app, &lead).await.is_empty());
        app.stop().await;
    }

    async fn what_came_back_or_was_ones_own_act_is_not_told(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        lead.delete_post(reply, &because("It is wrong")).await.unwrap();
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::PostDeleted]);
        lead.restore_post(reply, &DeletePostQuery::default()).await.unwrap();
        assert!(notices(&app, &hugo).await.is_empty());
        assert_eq!(hugo.count_unread_notices().await.unwrap().unread, 0);
        hugo.delete_post(reply, &DeletePostQuery::default()).await.unwrap();
        assert!(notices(&app, &hugo).await.is_empty(), "nobody hears of their own acts, nor of earlier ones then");
        app.stop().await;
    }

    async fn it_can_be_switched_off_and_ends_with_what_one_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        lead.delete_post(reply, &because("It is wrong")).await.unwrap();
        let ways = |in_app| UpdateNoticeSettings {
            kinds: Some(vec![NoticeWays { kind: NoticeKind::PostDeleted, in_app, mail: MailRhythm::Never }]),
            ..UpdateNoticeSettings::default()
        };
        hugo.update_notice_settings(&ways(false)).await.unwrap();
        assert!(notices(&app, &hugo).await.is_empty());
        hugo.update_notice_settings(&ways(true)).await.unwrap();
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::PostDeleted]);
        app.restrict(&[id, reply], For::Community(vec![noor.id, lead.id])).await;
        assert!(notices(&app, &hugo).await.is_empty(), "he is not of the community any more");
        app.stop().await;
    }
}
