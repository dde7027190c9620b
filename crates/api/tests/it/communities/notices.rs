//! Whom what happens to a community tells, and whom not.

use tacit_contract::blocks::BlockKind;
use tacit_contract::communities::{
    CommunityRole, DecideJoinRequest, EditCommunity, JoinRule, Visibility,
};
use tacit_contract::notices::{
    MailRhythm, Notice, NoticeKind, NoticeReason, NoticeWays, UpdateNoticeSettings,
};

use super::ask::wish;
use super::found;
use super::invite::invite;
use super::members::{role, with_members, word};
use crate::notices::{kinds, notices};
use crate::support::app::TestApp;

/// What a notice says of its community.
fn says(notice: &Notice) -> (NoticeKind, NoticeReason, Option<(String, String)>) {
    let community = notice.community.clone();
    let community = community.map(|one| (one.name, one.word));
    (notice.kind, notice.because, community)
}

fn told(name: &str, word: &str) -> Option<(String, String)> {
    Some((name.to_owned(), word.to_owned()))
}

const NAME: &str = "Calls that go wrong";

on_each_database! {
    async fn who_asks_is_told_to_facilitators_and_hears_what_they_say(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        hugo.ask_to_join_community(id, &wish("May I?")).await.unwrap();
        hugo.ask_to_join_community(id, &wish("May I, please?")).await.unwrap();
        mateo.ask_to_join_community(id, &wish("I too")).await.unwrap();
        let seen = notices(&app, &noor).await;
        assert_eq!((says(&seen[0]), seen[0].count), ((NoticeKind::CommunityAsked, NoticeReason::Facilitator, told(NAME, "")), 2), "asked again, nobody is told again");
        let decision = DecideJoinRequest { approve: true, word: Some("See you on Thursday".to_owned()) };
        noor.decide_join_request(id, hugo.id, &decision).await.unwrap();
        assert_eq!(notices(&app, &noor).await[0].count, 1, "who was let in asks no more");
        let seen = notices(&app, &hugo).await;
        assert_eq!(says(&seen[0]), (NoticeKind::CommunityDecided, NoticeReason::AskedToJoin, told(NAME, "See you on Thursday")));
        assert_eq!(seen[0].community.as_ref().and_then(|one| one.role), Some(CommunityRole::Member));
        noor.decide_join_request(id, mateo.id, &DecideJoinRequest { approve: false, word: None }).await.unwrap();
        let seen = notices(&app, &mateo).await;
        assert_eq!(says(&seen[0]), (NoticeKind::CommunityDecided, NoticeReason::AskedToJoin, told(NAME, "")));
        assert!(kinds(&app, &noor).await.is_empty());
        app.stop().await;
    }

    async fn who_is_invited_given_a_role_or_removed_hears_of_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = with_members(&noor, &[&hugo]).await;
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::CommunityInvited]);
        noor.invite_to_community(id, &invite(&lova.handle)).await.unwrap();
        let seen = notices(&app, &lova).await;
        assert_eq!(says(&seen[0]), (NoticeKind::CommunityInvited, NoticeReason::Concerned, told(NAME, "You asked about this twice")));
        lova.decline_community_invitation(id).await.unwrap();
        assert!(notices(&app, &lova).await.is_empty(), "what does not exist is not told of");
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Owner)).await.unwrap();
        let seen = notices(&app, &hugo).await;
        assert_eq!(seen[0].community.as_ref().and_then(|one| one.role), Some(CommunityRole::Owner));
        hugo.remove_community_member(id, noor.id, &word("You sold to three of us")).await.unwrap();
        let renamed = EditCommunity { name: Some("Calls nobody hears of".to_owned()), ..Default::default() };
        hugo.edit_community(id, 1, &renamed).await.unwrap();
        let seen = notices(&app, &noor).await;
        assert_eq!(says(&seen[0]), (NoticeKind::CommunityRemoved, NoticeReason::Concerned, told(NAME, "You sold to three of us")), "what it is called since stays unknown");
        assert_eq!(seen.len(), 1);
        app.stop().await;
    }

    async fn a_kind_is_switched_off_and_who_is_blocked_invites_unheard(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        hugo.ask_to_join_community(id, &wish("May I?")).await.unwrap();
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::CommunityAsked]);
        let off = NoticeWays { kind: NoticeKind::CommunityAsked, in_app: false, mail: MailRhythm::Never };
        noor.update_notice_settings(&UpdateNoticeSettings { kinds: Some(vec![off]), ..Default::default() }).await.unwrap();
        assert!(kinds(&app, &noor).await.is_empty());
        let other = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        hugo.block_member(&noor.handle, BlockKind::Blocked).await.unwrap();
        noor.invite_to_community(other, &invite(&hugo.handle)).await.unwrap();
        assert!(kinds(&app, &hugo).await.is_empty());
        assert_eq!(hugo.count_unread_notices().await.unwrap().unread, 0);
        app.stop().await;
    }

    async fn built_anew_they_are_the_same(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let id = with_members(&noor, &[&hugo]).await;
        let asked = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        lova.ask_to_join_community(asked, &wish("May I?")).await.unwrap();
        noor.remove_community_member(id, hugo.id, &word("You sold to three of us")).await.unwrap();
        let mut before = Vec::new();
        for person in [&noor, &hugo, &lova] {
            before.push(notices(&app, person).await);
        }
        assert_eq!(before.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 0]);
        app.rebuild("notices").await;
        for (person, before) in [&noor, &hugo, &lova].into_iter().zip(before) {
            let seen = |told: &[Notice]| -> Vec<_> {
                told.iter().map(|one| (one.id.clone(), one.because, one.count)).collect()
            };
            assert_eq!(seen(&notices(&app, person).await), seen(&before));
        }
        app.stop().await;
    }
}
