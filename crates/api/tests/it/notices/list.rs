//! The list: grouped, paged, read.

use tacit_contract::notices::{ListNoticesQuery, NoticeKind, ReadNotices};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::notices;
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment, points_at, refused};

on_each_database! {
    async fn answers_to_one_question_are_one_notice_and_reading_it_leaves_what_came_later(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        answer(&lova, id, "With the keyboard.").await;
        let seen = notices(&app, &noor).await.remove(0);
        assert_eq!((seen.count, seen.by.len()), (2, 2));
        assert_eq!(seen.by[0].handle, lova.handle, "the newest first");
        answer(&hugo, id, "Or by asking Lova.").await;
        app.catch_up().await;
        let read = ReadNotices { through: seen.through, id: Some(seen.id), question_id: None };
        assert_eq!(noor.read_notices(&read).await.unwrap().unread, 1);
        let now = notices(&app, &noor).await.remove(0);
        assert_eq!((now.unread, now.count), (true, 1), "only what is new is counted");
        let read = ReadNotices { through: now.through, id: Some(now.id), question_id: None };
        assert_eq!(noor.read_notices(&read).await.unwrap().unread, 0);
        assert_eq!(noor.read_notices(&read).await.unwrap().unread, 0);
        let now = notices(&app, &noor).await.remove(0);
        assert_eq!((now.unread, now.count), (false, 3));
        app.stop().await;
    }

    async fn opening_a_question_reads_what_is_told_of_it_alone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        noor.follow_member(&lova.handle, true).await.unwrap();
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let other = ask(&noor, "How do I print the stock sheet?").await.id;
        assert_eq!(noor.get_question_viewer(id).await.unwrap().unread_notices, None);
        answer(&hugo, id, "From the menu.").await;
        comment(&hugo, id, "Which of the two?").await;
        answer(&hugo, other, "With the printer.").await;
        let sheet = ask(&lova, "Who knows the stock sheet?").await.id;
        let printer = ask(&lova, "Who knows the printer?").await.id;
        assert_eq!(notices(&app, &noor).await.len(), 4);
        let through = noor.get_question_viewer(id).await.unwrap().unread_notices.unwrap();
        answer(&lova, id, "Or with the keyboard.").await;
        app.catch_up().await;
        let seen = |question: Uuid, through: &str| ReadNotices {
            through: through.to_owned(),
            id: None,
            question_id: Some(question),
        };
        let left = noor.read_notices(&seen(id, &through)).await.unwrap().unread;
        assert_eq!(left, 3, "the later answer stays, the comment is read");
        let now = notices(&app, &noor).await;
        let of_id = now.iter().find(|notice| notice.kind == NoticeKind::Answer && notice.question.as_ref().unwrap().id == id);
        assert_eq!((of_id.unwrap().unread, of_id.unwrap().count), (true, 1));
        // Her other question is as new: it is not read by looking at this one.
        for (page, left) in [(printer, 3), (sheet, 3), (printer, 2)] {
            let through = noor.get_question_viewer(page).await.unwrap().unread_notices.unwrap();
            assert_eq!(noor.read_notices(&seen(page, &through)).await.unwrap().unread, left);
        }
        assert_eq!(hugo.get_question_viewer(sheet).await.unwrap().unread_notices, None);
        let both = ReadNotices { id: Some(now[0].id.clone()), ..seen(id, &through) };
        assert_eq!(points_at(noor.read_notices(&both).await), "/question_id");
        app.stop().await;
    }

    async fn all_can_be_read_at_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        comment(&hugo, id, "Which one?").await;
        let seen = notices(&app, &noor).await;
        assert_eq!(noor.count_unread_notices().await.unwrap().unread, 2);
        let through = seen[0].through.clone();
        assert_eq!(noor.read_notices(&ReadNotices { through, id: None, question_id: None }).await.unwrap().unread, 0);
        let unread = ListNoticesQuery { unread: Some(true), ..ListNoticesQuery::default() };
        assert!(noor.list_notices(&unread).await.unwrap().items.is_empty());
        let read = ListNoticesQuery { unread: Some(false), kind: Some(NoticeKind::Comment), ..ListNoticesQuery::default() };
        assert_eq!(noor.list_notices(&read).await.unwrap().items.len(), 1);
        answer(&hugo, id, "Or the other.").await;
        app.catch_up().await;
        assert_eq!(noor.count_unread_notices().await.unwrap().unread, 1);
        app.stop().await;
    }

    async fn the_list_comes_in_pages_and_refuses_what_it_did_not_give(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        for number in 0..3 {
            let id = ask(&noor, &format!("How do I export stock sheet {number}?")).await.id;
            answer(&hugo, id, "From the menu.").await;
        }
        app.catch_up().await;
        let mut query = ListNoticesQuery { limit: Some(2), ..ListNoticesQuery::default() };
        let first = noor.list_notices(&query).await.unwrap();
        query.cursor.clone_from(&first.next_cursor);
        let last = noor.list_notices(&query).await.unwrap();
        assert_eq!((first.items.len(), last.items.len()), (2, 1));
        assert!(last.next_cursor.is_none());
        query.cursor = Some(first.items[0].through.clone());
        assert_eq!(refused(noor.list_notices(&query).await), ProblemCode::InvalidCursor);
        let through = first.items[0].through.clone();
        let odd = |through: &str, id: Option<&str>| ReadNotices {
            through: through.to_owned(),
            id: id.map(str::to_owned), question_id: None
        };
        assert_eq!(points_at(noor.read_notices(&odd("7", None)).await), "/through");
        for id in ["", "answer", "answer.7", "gossip.01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55"] {
            assert_eq!(points_at(noor.read_notices(&odd(&through, Some(id))).await), "/id");
        }
        assert!(notices(&app, &hugo).await.is_empty());
        app.stop().await;
    }
}
