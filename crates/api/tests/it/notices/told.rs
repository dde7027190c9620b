//! Who is told of what, and who is not.

use tacit_contract::notices::{NoticeKind, NoticeReason};
use tacit_contract::questions::{AcceptAnswer, WithdrawAcceptanceQuery};

use super::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment};

on_each_database! {
    async fn the_asker_hears_of_answers_and_the_answerer_of_acceptance(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the **menu**.").await.id;
        let told = notices(&app, &noor).await;
        assert_eq!(told.len(), 1);
        let notice = &told[0];
        assert_eq!((notice.kind, notice.because), (NoticeKind::Answer, NoticeReason::Asked));
        assert_eq!((notice.unread, notice.count), (true, 1));
        assert_eq!(notice.question.as_ref().map(|question| question.id), Some(id));
        let post = notice.post.as_ref().unwrap();
        assert_eq!((post.id, post.excerpt.as_str()), (reply, "From the menu."));
        assert_eq!(notice.by[0].handle, hugo.handle);
        let accepted = AcceptAnswer { answer_id: reply, reason: None };
        noor.accept_answer(id, &accepted).await.unwrap();
        noor.withdraw_acceptance(id, &WithdrawAcceptanceQuery::default()).await.unwrap();
        let kinds = kinds(&app, &hugo).await;
        assert_eq!(kinds, [NoticeKind::AcceptanceWithdrawn, NoticeKind::AnswerAccepted]);
        assert_eq!(notices(&app, &noor).await.len(), 1, "nobody hears of their own acts");
        app.stop().await;
    }

    async fn comments_reach_the_author_and_who_commented_before(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        comment(&hugo, id, "Which of the two?").await;
        comment(&lova, id, "The newer one?").await;
        let told = notices(&app, &noor).await;
        assert_eq!((told[0].kind, told[0].because, told[0].count), (NoticeKind::Comment, NoticeReason::Wrote, 2));
        assert_eq!(told[0].by.len(), 2);
        let told = notices(&app, &hugo).await;
        assert_eq!((told[0].because, told[0].count), (NoticeReason::Commented, 1));
        assert!(notices(&app, &lova).await.is_empty());
        app.stop().await;
    }

    async fn a_followed_topic_tells_of_its_questions_until_it_is_not_followed(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        ask(&noor, "How do I export the stock sheet?").await;
        hugo.follow_topic("customer-calls").await.unwrap();
        let second = ask(&noor, "How do I import the stock sheet?").await.id;
        hugo.unfollow_topic("customer-calls").await.unwrap();
        ask(&noor, "How do I print the stock sheet?").await;
        let told = notices(&app, &hugo).await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].kind, told[0].count), (NoticeKind::TopicQuestion, 1));
        assert_eq!(told[0].topic.as_ref().map(|topic| topic.slug.as_str()), Some("customer-calls"));
        assert_eq!(told[0].question.as_ref().map(|question| question.id), Some(second));
        app.stop().await;
    }

    async fn what_one_may_not_see_is_not_told_and_goes_when_it_is_hidden(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        comment(&lova, id, "I wonder too.").await;
        app.restrict(&[id], For::Community(vec![noor.id, hugo.id])).await;
        comment(&hugo, id, "Which of the two?").await;
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Comment]);
        assert!(notices(&app, &lova).await.is_empty(), "lova is not of the community");
        let open = ask(&noor, "How do I print the stock sheet?").await.id;
        let reply = answer(&hugo, open, "With the printer.").await.id;
        let said = comment(&lova, reply, "Which one?").await.id;
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::Comment]);
        app.delete(said).await;
        assert!(notices(&app, &hugo).await.is_empty());
        assert_eq!(hugo.count_unread_notices().await.unwrap().unread, 0);
        assert_eq!(notices(&app, &noor).await.len(), 2);
        app.delete(open).await;
        assert_eq!(notices(&app, &noor).await.len(), 1, "an answer goes with its question");
        app.stop().await;
    }
}
