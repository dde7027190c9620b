//! Editing a community.

use tacit_contract::communities::{
    CommunityRole, CommunityView, EditCommunity, JoinRule, Visibility,
};
use tacit_contract::problem::ProblemCode;

use super::ask::wish;
use super::invite::invite;
use super::members::{ask_in, ask_topic, role, with_members};
use super::{found, ids};
use crate::support::app::TestApp;
use crate::support::builders::{points_at, refused};

fn texts() -> EditCommunity {
    EditCommunity {
        name: Some("Calls that went well".to_owned()),
        rules: Some("What is told here\nstays here.".to_owned()),
        welcome: Some("Say in the first week what you want to learn.".to_owned()),
        ..Default::default()
    }
}

fn seen(visibility: Visibility, join_rule: JoinRule) -> EditCommunity {
    EditCommunity {
        visibility: Some(visibility),
        join_rule: Some(join_rule),
        ..Default::default()
    }
}

on_each_database! {
    async fn facilitators_change_the_texts_and_the_owner_the_rest(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, admin) = (app.member().await, app.member().await, app.member().await, app.admin().await);
        let id = with_members(&noor, &[&hugo, &mateo]).await;
        noor.change_community_role(id, hugo.id, &role(CommunityRole::Facilitator)).await.unwrap();
        let edited = hugo.edit_community(id, 1, &texts()).await.unwrap();
        assert_eq!((edited.version, edited.community.name.as_str(), edited.rules.as_str()), (2, "Calls that went well", "What is told here\nstays here."));
        assert_eq!(edited.purpose, "For everybody who talks to customers.", "what is left out stays");
        assert_eq!(refused(hugo.edit_community(id, 1, &texts()).await), ProblemCode::StaleVersion);
        assert_eq!(hugo.get_community_settings(id).await.unwrap().version, 2);
        assert_eq!(refused(mateo.get_community_settings(id).await), ProblemCode::Forbidden);
        assert_eq!(mateo.get_community_viewer(id).await.unwrap().welcome.as_deref(), Some("Say in the first week what you want to learn."));
        for steering in [
            seen(Visibility::OnRequest, JoinRule::OnRequest),
            EditCommunity { nameless_allowed: Some(true), ..Default::default() },
            EditCommunity { hold_nameless: Some(true), ..Default::default() },
        ] {
            assert_eq!(refused(hugo.edit_community(id, 2, &steering).await), ProblemCode::Forbidden);
        }
        assert_eq!(refused(mateo.edit_community(id, 2, &texts()).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.edit_community(id, 2, &texts()).await), ProblemCode::NotFound);
        assert_eq!(refused(admin.get_community_settings(id).await), ProblemCode::NotFound);
        let nameless = EditCommunity { nameless_allowed: Some(true), hold_nameless: Some(true), ..Default::default() };
        let edited = noor.edit_community(id, 2, &nameless).await.unwrap();
        assert!(edited.nameless_allowed && edited.hold_nameless);
        app.stop().await;
    }

    async fn what_was_written_for_members_does_not_open(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo) = (app.member().await, app.member().await, app.member().await);
        ask_topic(&noor).await;
        let id = with_members(&noor, &[&hugo]).await;
        let open = seen(Visibility::Open, JoinRule::Free);
        noor.edit_community(id, 1, &open).await.unwrap();
        assert!(ids(&mateo, CommunityView::Discover).await.contains(&id), "nothing was written yet");
        noor.edit_community(id, 2, &seen(Visibility::Hidden, JoinRule::ByInvitation)).await.unwrap();
        assert_eq!(refused(mateo.get_community(id).await), ProblemCode::NotFound);
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        assert_eq!(refused(noor.edit_community(id, 3, &open).await), ProblemCode::WrongState);
        noor.edit_community(id, 3, &seen(Visibility::OnRequest, JoinRule::OnRequest)).await.unwrap();
        assert_eq!(refused(mateo.get_question(question).await), ProblemCode::NotFound);
        assert_eq!(refused(noor.edit_community(id, 4, &open).await), ProblemCode::WrongState);
        app.stop().await;
    }

    async fn where_nobody_asks_any_more_nobody_waits(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = found(&noor, Visibility::OnRequest, JoinRule::OnRequest).await.community.id;
        hugo.ask_to_join_community(id, &wish("May I?")).await.unwrap();
        noor.edit_community(id, 1, &texts()).await.unwrap();
        assert_eq!(noor.get_community_viewer(id).await.unwrap().waiting, 1);
        noor.edit_community(id, 2, &seen(Visibility::Hidden, JoinRule::ByInvitation)).await.unwrap();
        assert_eq!(noor.get_community_viewer(id).await.unwrap().waiting, 0);
        assert!(ids(&hugo, CommunityView::Pending).await.is_empty());
        noor.invite_to_community(id, &invite(&hugo.handle)).await.unwrap();
        hugo.join_community(id).await.unwrap();
        app.stop().await;
    }

    async fn what_cannot_be_said_of_a_community_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = found(&noor, Visibility::Hidden, JoinRule::ByInvitation).await.community.id;
        let some = |change: fn(&mut EditCommunity)| {
            let mut edit = EditCommunity::default();
            change(&mut edit);
            edit
        };
        for (edit, pointer) in [
            (some(|edit| edit.name = Some(" ".to_owned())), "/name"),
            (some(|edit| edit.purpose = Some("å".repeat(301))), "/purpose"),
            (some(|edit| edit.rules = Some("å".repeat(4_001))), "/rules"),
            (some(|edit| edit.welcome = Some("å".repeat(4_001))), "/welcome"),
            (some(|edit| edit.language = Some("english please".to_owned())), "/language"),
            (some(|edit| edit.join_rule = Some(JoinRule::Free)), "/join_rule"),
        ] {
            assert_eq!(points_at(noor.edit_community(id, 1, &edit).await), pointer);
        }
        let topics = some(|edit| edit.topics = Some(vec!["Nobody has heard of this".to_owned()]));
        assert_eq!(refused(noor.edit_community(id, 1, &topics).await), ProblemCode::ValidationFailed, "hidden ones make no topics");
        assert_eq!(noor.get_community(id).await.unwrap().version, 1);
        app.stop().await;
    }
}
