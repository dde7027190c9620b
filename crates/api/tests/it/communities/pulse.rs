//! What goes on in a community, what is pinned, how it is doing.

use tacit_contract::communities::{CommunityRole, JoinRule, Visibility};
use tacit_contract::expertise::{ExpertiseLevel, SetMyTopic};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::found;
use super::invite::invite;
use super::members::{ask_in, ask_topic, role, with_members};
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, refused};

on_each_database! {
    async fn who_reads_it_sees_what_goes_on(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::ByInvitation).await.community.id;
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        hugo.join_community(id).await.unwrap();
        let known = SetMyTopic { level: Some(Some(ExpertiseLevel::CanHelp)), hidden: None };
        for person in [&hugo, &mateo] {
            person.set_my_topic("customer-calls", &known).await.unwrap();
        }
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        ask_in(&hugo, id, "Whom does the day shift call?").await;
        answer(&noor, question, "The one who is awake").await;
        ask(&hugo, "What stands elsewhere does not count?").await;
        let overview = hugo.get_community_overview(id).await.unwrap();
        assert_eq!((overview.asked, overview.solved, overview.unanswered), (2, 0, 1));
        assert_eq!(overview.newest.iter().map(|one| one.member.id).collect::<Vec<_>>(), [hugo.id, noor.id]);
        assert_eq!(overview.experts.iter().map(|one| one.member.id).collect::<Vec<_>>(), [hugo.id], "who knows and belongs to it");
        for other in [&mateo, &admin] {
            assert_eq!(refused(other.get_community_overview(id).await), ProblemCode::Forbidden);
            assert_eq!(refused(other.list_community_pins(id).await), ProblemCode::Forbidden);
        }
        let hidden = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        assert_eq!(refused(admin.get_community_overview(hidden).await), ProblemCode::NotFound);
        assert_eq!(refused(admin.get_community_health(hidden).await), ProblemCode::NotFound);
        assert_eq!(refused(admin.list_community_pins(hidden).await), ProblemCode::NotFound);
        assert_eq!(refused(admin.pin_post(hidden, question).await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn five_questions_stand_at_the_top(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        ask_topic(&noor).await;
        let id = with_members(&noor, &[&hugo]).await;
        let elsewhere = ask(&noor, "What stands elsewhere is not pinned?").await.id;
        let mut asked = Vec::new();
        for number in 1..=6 {
            asked.push(ask_in(&hugo, id, &format!("Which of the six is number {number}?")).await);
        }
        assert_eq!(refused(hugo.pin_post(id, asked[0]).await), ProblemCode::Forbidden);
        for stranger in [elsewhere, Uuid::now_v7()] {
            assert_eq!(refused(noor.pin_post(id, stranger).await), ProblemCode::NotFound);
        }
        for post in &asked[..5] {
            noor.pin_post(id, *post).await.unwrap();
            noor.pin_post(id, *post).await.unwrap();
        }
        assert_eq!(refused(noor.pin_post(id, asked[5]).await), ProblemCode::WrongState);
        let pinned = hugo.list_community_pins(id).await.unwrap().items;
        let newest_first: Vec<Uuid> = asked[..5].iter().rev().copied().collect();
        assert_eq!(pinned.iter().map(|pin| pin.question.id).collect::<Vec<_>>(), newest_first);
        assert_eq!(refused(hugo.unpin_post(id, asked[0]).await), ProblemCode::Forbidden);
        noor.unpin_post(id, asked[0]).await.unwrap();
        noor.unpin_post(id, asked[0]).await.unwrap();
        app.delete(asked[1]).await;
        assert_eq!(hugo.list_community_pins(id).await.unwrap().items.len(), 3);
        noor.pin_post(id, asked[5]).await.unwrap();
        app.stop().await;
    }

    async fn who_looks_after_it_sees_how_it_is_doing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        hugo.join_community(id).await.unwrap();
        mateo.join_community(id).await.unwrap();
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        let waits = ask_in(&hugo, id, "Whom does the day shift call?").await;
        answer(&hugo, question, "I know it by now").await;
        answer(&mateo, question, "The one who is awake").await;
        assert_eq!(refused(hugo.get_community_health(id).await), ProblemCode::Forbidden);
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        let health = hugo.get_community_health(id).await.unwrap();
        assert_eq!((health.asked, health.answered, health.members, health.active), (2, 1, 3, 2));
        assert_eq!(health.first_answer_minutes, Some(0));
        assert_eq!(health.unanswered.iter().map(|one| one.id).collect::<Vec<_>>(), [waits]);
        let newcomers: Vec<_> = health.newcomers.iter().map(|one| (one.member.member.id, one.first_in.as_ref().map(|first| first.id))).collect();
        assert_eq!(newcomers, [(mateo.id, Some(question)), (hugo.id, Some(question)), (noor.id, None)]);
        assert_eq!(health.unknown_topics.len(), 1, "nobody has said or shown anything");
        assert_eq!(health.departments.iter().map(|one| (one.members, one.active)).collect::<Vec<_>>(), [(3, None)], "three are too few to count");
        app.stop().await;
    }
}
