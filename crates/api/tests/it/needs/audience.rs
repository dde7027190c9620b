//! Saying a need to a community or to named people: who sees it, where it counts, who is told.

use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::needs::{DemandQuery, NeedAlert, NeedState, SayNeed, SuggestHelper};
use tacit_contract::notices::{NoticeKind, NoticeReason};
use tacit_contract::posts::{AudienceChoice, AudienceKind};
use tacit_contract::problem::ProblemCode;

use super::similar::{found as searched, similar};
use super::{need, say, to};
use crate::communities::found;
use crate::notices::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};
use crate::support::roles::Person;

fn to_people(handles: &[&str]) -> SayNeed {
    let handles = handles.iter().map(|handle| (*handle).to_owned()).collect();
    SayNeed {
        audience: Some(AudienceChoice::People { handles }),
        ..need("I want to learn to give my team bad news", &["Negotiating"])
    }
}

async fn waiting_needs(lead: &Person, slug: &str) -> i64 {
    let demand = lead.get_demand(&DemandQuery::default()).await.unwrap();
    let mut items = demand.items.into_iter();
    let item = items.find(|item| item.topic.slug == slug);
    item.map_or(0, |item| item.open_needs)
}

on_each_database! {
    async fn a_need_said_to_named_people_is_there_for_them_alone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lova, lead) = (app.member().await, app.member().await, app.lead().await);
        let open = say(&lova, "I want to learn to read a price model").await.id;
        lova.follow_topic("negotiating").await.unwrap();
        lova.follow_member(&noor.handle, true).await.unwrap();
        let said = noor.say_need(&to_people(&[&lead.handle])).await.unwrap();
        assert_eq!((said.audience, said.people.len()), (AudienceKind::People, 1));
        assert_eq!(said.people[0].handle, lead.handle);
        assert_eq!(lead.get_need(said.id).await.unwrap(), said);
        assert_eq!(refused(lova.get_need(said.id).await), ProblemCode::NotFound);
        assert_eq!(refused(lova.join_need(said.id, &Default::default()).await), ProblemCode::NotFound);
        let listed = lova.list_needs(&Default::default()).await.unwrap().items;
        assert_eq!(listed.into_iter().map(|one| one.id).collect::<Vec<_>>(), [open]);
        assert_eq!(searched(&app, &lead, "bad news").await, [said.id]);
        assert!(searched(&app, &lova, "bad news").await.is_empty());
        assert_eq!(similar(&app, &lead, "Give my team bad news").await.first(), Some(&said.id));
        assert!(!similar(&app, &lova, "Give my team bad news").await.contains(&said.id));
        assert_eq!(waiting_needs(&lead, "negotiating").await, 1, "what is said to named people counts nowhere");
        let told = notices(&app, &lead).await;
        assert_eq!((told[0].kind, told[0].because), (NoticeKind::NeedSaid, NoticeReason::NeedToMe));
        assert_eq!(told[0].need.as_ref().map(|need| need.id), Some(said.id));
        assert!(notices(&app, &lova).await.is_empty(), "who follows topic and person may not know");
        let helper = |handle: &str| SuggestHelper { handle: handle.to_owned(), word: None };
        assert_eq!(points_at(noor.suggest_helper(said.id, &helper(&lova.handle)).await), "/handle");
        noor.suggest_helper(said.id, &helper(&lead.handle)).await.unwrap();
        app.stop().await;
    }

    async fn a_need_said_in_a_community_is_for_who_reads_there(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, inside, outside) = (app.member().await, app.member().await, app.lead().await, app.lead().await);
        inside.set_need_alert(&NeedAlert { supporters: Some(2) }).await.unwrap();
        say(&noor, "I want to learn to read a price model").await;
        let place = found(&noor, Visibility::OnRequest, JoinRule::Free).await.community.id;
        let in_place = SayNeed {
            audience: Some(AudienceChoice::Community { community_id: place }),
            ..need("I want to learn to give my team bad news", &["Negotiating"])
        };
        assert_eq!(refused(outside.say_need(&in_place).await), ProblemCode::Forbidden);
        for one in [&hugo, &inside] {
            one.join_community(place).await.unwrap();
        }
        for follower in [&inside, &outside] {
            follower.follow_topic("negotiating").await.unwrap();
        }
        let said = noor.say_need(&in_place).await.unwrap();
        assert_eq!((said.audience, said.people.len()), (AudienceKind::Community, 0));
        assert_eq!(refused(outside.get_need(said.id).await), ProblemCode::NotFound);
        assert!(searched(&app, &outside, "bad news").await.is_empty());
        assert_eq!((waiting_needs(&inside, "negotiating").await, waiting_needs(&outside, "negotiating").await), (2, 1));
        assert_eq!(kinds(&app, &inside).await, [NoticeKind::NeedSaid]);
        hugo.join_need(said.id, &Default::default()).await.unwrap();
        assert_eq!(kinds(&app, &inside).await, [NoticeKind::NeedWanted, NoticeKind::NeedSaid]);
        assert!(notices(&app, &outside).await.is_empty(), "no lead is told of what they may not see");
        hugo.leave_community(place).await.unwrap();
        assert_eq!(refused(hugo.get_need(said.id).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn who_reads_along_in_an_open_community_joins_and_is_told(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let place = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let in_place = SayNeed {
            audience: Some(AudienceChoice::Community { community_id: place }),
            ..need("I want to learn to give my team bad news", &["Hard talks"])
        };
        let said = noor.say_need(&in_place).await.unwrap();
        hugo.join_need(said.id, &Default::default()).await.unwrap();
        noor.move_need(said.id, &to(NeedState::OnHold)).await.unwrap();
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::NeedMoved]);
        app.stop().await;
    }

    async fn whom_it_cannot_be_said_to_is_pointed_at(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let handles = "/audience/handles";
        assert_eq!(points_at(noor.say_need(&to_people(&[])).await), handles);
        assert_eq!(points_at(noor.say_need(&to_people(&[&noor.handle])).await), handles);
        assert_eq!(points_at(noor.say_need(&to_people(&["nobody"])).await), "/audience/handles/0");
        assert_eq!(points_at(noor.say_need(&to_people(&[&hugo.handle])).await), "/topics/0", "a new topic would tell");
        let hidden = found(&hugo, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        let unseen = SayNeed {
            audience: Some(AudienceChoice::Community { community_id: hidden }),
            ..need("I want to learn to give my team bad news", &["Negotiating"])
        };
        assert_eq!(points_at(noor.say_need(&unseen).await), "/audience/community_id");
        app.stop().await;
    }
}
