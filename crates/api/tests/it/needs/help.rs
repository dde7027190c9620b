//! Offering to help, and naming somebody who could.

use tacit_contract::needs::{NeedState, OfferHelp, SuggestHelper};
use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::MemberStatus;

use super::{say, to};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

fn offer(word: &str) -> OfferHelp {
    OfferHelp {
        word: Some(word.to_owned()),
    }
}

fn named(handle: &str) -> SuggestHelper {
    SuggestHelper {
        handle: handle.to_owned(),
        word: Some("Led the renewal of the shelf rent".to_owned()),
    }
}

on_each_database! {
    async fn somebody_offers_says_more_and_withdraws(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        assert_eq!(points_at(noor.offer_help(id, &offer("I can")).await), "/handle");
        hugo.offer_help(id, &offer("An hour a week")).await.unwrap();
        hugo.offer_help(id, &offer("Two hours a week")).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!(read.offers.len(), 1);
        assert_eq!(read.offers[0].word, "Two hours a week");
        let listed = noor.list_needs(&Default::default()).await.unwrap().items;
        assert_eq!(listed[0].offer.as_ref().unwrap().member.handle, hugo.handle);
        assert_eq!(hugo.get_need_viewer(id).await.unwrap().offering.as_deref(), Some("Two hours a week"));
        hugo.withdraw_help(id).await.unwrap();
        assert!(noor.get_need(id).await.unwrap().offers.is_empty());
        noor.move_need(id, &to(NeedState::NotNow)).await.unwrap();
        assert_eq!(refused(hugo.offer_help(id, &offer("")).await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn a_helper_is_named_and_turns_it_down_or_offers(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, lova) = (app.member().await, app.member().await, app.member().await, app.member().await);
        let id = say(&noor, "I want to learn to read a price model").await.id;
        hugo.suggest_helper(id, &named(&format!("@{}", mateo.handle))).await.unwrap();
        hugo.suggest_helper(id, &named(&mateo.handle)).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!(read.suggestions.len(), 1);
        assert_eq!(read.suggestions[0].by.as_ref().unwrap().handle, hugo.handle);
        assert!(mateo.get_need_viewer(id).await.unwrap().suggested);
        assert_eq!(refused(lova.withdraw_suggestion(id, mateo.id).await), ProblemCode::Forbidden);
        assert!(lova.get_need_viewer(id).await.unwrap().may_withdraw.is_empty());
        mateo.withdraw_suggestion(id, mateo.id).await.unwrap();
        assert!(noor.get_need(id).await.unwrap().suggestions.is_empty());
        noor.suggest_helper(id, &named(&mateo.handle)).await.unwrap();
        mateo.offer_help(id, &offer("")).await.unwrap();
        let read = noor.get_need(id).await.unwrap();
        assert_eq!((read.suggestions.len(), read.offers.len()), (0, 1), "who was named offers now");
        noor.suggest_helper(id, &named(&mateo.handle)).await.unwrap();
        assert!(noor.get_need(id).await.unwrap().suggestions.is_empty());
        app.stop().await;
    }

    async fn nobody_names_oneself_the_owner_or_who_is_gone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, gone) = (app.member().await, app.member().await, app.member().await);
        app.set_status(gone.id, MemberStatus::Deactivated).await;
        let id = say(&noor, "I want to learn to read a price model").await.id;
        for handle in [hugo.handle.as_str(), &noor.handle, &gone.handle, "nobody-here"] {
            let result = hugo.suggest_helper(id, &named(handle)).await;
            assert_eq!(points_at(result), "/handle", "{handle}");
        }
        app.stop().await;
    }
}
