//! Joining, leaving, and saying whether it helped.

use tacit_contract::needs::{ConfirmNeed, Helped, JoinNeed, NeedState};
use tacit_contract::problem::ProblemCode;

use super::{course, say, to};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

fn because(why: &str) -> JoinNeed {
    JoinNeed {
        why: Some(why.to_owned()),
    }
}

fn helped(helped: Helped, word: &str) -> ConfirmNeed {
    ConfirmNeed {
        helped,
        word: Some(word.to_owned()),
    }
}

on_each_database! {
    async fn others_join_with_a_why_of_their_own_and_leave(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        assert_eq!(refused(noor.join_need(id, &because("mine")).await), ProblemCode::Forbidden);
        hugo.join_need(id, &because("I take over the cleaning contract")).await.unwrap();
        hugo.join_need(id, &because("I take over two contracts")).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!((read.supporters, read.joined.len()), (2, 1));
        assert_eq!(read.joined[0].why, "I take over two contracts");
        assert_eq!(read.joined[0].member.handle, hugo.handle);
        let own = hugo.get_need_viewer(id).await.unwrap();
        assert_eq!((own.joined.as_deref(), own.may_join), (Some("I take over two contracts"), true));
        let listed = hugo.list_needs(&Default::default()).await.unwrap().items;
        assert_eq!((listed[0].joined, listed[0].mine, listed[0].supporters), (true, false, 2));
        assert_eq!(points_at(hugo.join_need(id, &because(&"å".repeat(501))).await), "/why");
        hugo.leave_need(id).await.unwrap();
        hugo.leave_need(id).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!((read.supporters, read.joined.len()), (1, 0));
        app.stop().await;
    }

    async fn many_who_join_at_once_are_all_counted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = say(&noor, "I want to learn to read a price model").await.id;
        let mut others = Vec::new();
        for _ in 0..6 {
            others.push(app.member().await);
        }
        let joins = others.iter().map(|one| async move { one.join_need(id, &JoinNeed::default()).await });
        for joined in futures::future::join_all(joins).await {
            joined.unwrap();
        }
        assert_eq!(noor.get_need(id).await.unwrap().supporters, 7);
        app.stop().await;
    }

    async fn those_who_wanted_it_say_whether_it_helped(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        hugo.join_need(id, &JoinNeed::default()).await.unwrap();
        assert_eq!(refused(hugo.confirm_need(id, &helped(Helped::Yes, "")).await), ProblemCode::WrongState);
        noor.respond_to_need(id, &course("https://academy.example/price")).await.unwrap();
        noor.move_need(id, &to(NeedState::Met)).await.unwrap();
        assert_eq!(refused(lova.confirm_need(id, &helped(Helped::Yes, "")).await), ProblemCode::Forbidden);
        assert_eq!(refused(lova.join_need(id, &JoinNeed::default()).await), ProblemCode::WrongState);
        assert!(hugo.get_need_viewer(id).await.unwrap().may_confirm);
        hugo.confirm_need(id, &helped(Helped::No, "Too long")).await.unwrap();
        hugo.confirm_need(id, &helped(Helped::Partly, "The second evening was")).await.unwrap();
        noor.confirm_need(id, &helped(Helped::Yes, "")).await.unwrap();
        let result = noor.get_need(id).await.unwrap().result.unwrap();
        assert_eq!((result.yes, result.partly, result.no), (1, 1, 0));
        assert_eq!(result.voices.len(), 1, "who says nothing is not named");
        assert_eq!(result.voices[0].word, "The second evening was");
        let own = hugo.get_need_viewer(id).await.unwrap().confirmed.unwrap();
        assert_eq!(own.helped, Helped::Partly);
        hugo.withdraw_confirmation(id).await.unwrap();
        assert_eq!(noor.get_need(id).await.unwrap().result.unwrap().partly, 0);
        noor.move_need(id, &to(NeedState::Open)).await.unwrap();
        assert_eq!(noor.get_need(id).await.unwrap().result, None);
        app.stop().await;
    }
}
