//! What is said about a post in private: its author hears that, never from whom; whoever said it hears what became of it.

use tacit_contract::moderation::{FlagKind, FlagOutcome, FlagPost, ResolveFlags};
use tacit_contract::notices::{NoticeKind, NoticeReason};

use super::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask};

on_each_database! {
    async fn flags_reach_the_author_and_decisions_whoever_flagged(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let flag = |reason: &str| FlagPost { reason: reason.to_owned() };
        noor.flag_post(reply, FlagKind::Outdated, &flag("It moved in May")).await.unwrap();
        noor.flag_post(reply, FlagKind::NotAllRight, &flag("He shouts")).await.unwrap();
        let told = notices(&app, &hugo).await;
        assert_eq!(told.len(), 1, "what is not all right goes to the leads");
        assert_eq!((told[0].kind, told[0].because, told[0].count), (NoticeKind::PostFlagged, NoticeReason::Wrote, 1));
        assert!(told[0].by.is_empty(), "nobody learns who it was");
        let decision = ResolveFlags { outcome: FlagOutcome::Handled, word: Some("Thank you".to_owned()) };
        lead.resolve_flags(reply, FlagKind::Outdated, &decision).await.unwrap();
        let told = notices(&app, &noor).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::FlagResolved, NoticeReason::Flagged));
        assert_eq!(told[0].question.as_ref().map(|question| question.id), Some(id));
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::PostFlagged]);
        assert!(notices(&app, &lead).await.is_empty());
        app.stop().await;
    }
}
