//! Private flags: saying, taking back, the queue, deciding, and who reads what.

use sea_orm::EntityTrait;
use tacit_api::db::entities::event;
use tacit_contract::moderation::{
    FlagFilter, FlagKind, FlagOutcome, FlagPost, FlaggedPost, ListFlagsQuery, ResolveFlags,
};
use tacit_contract::posts::PostViewer;
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::{audited, happened};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, points_at, refused};
use crate::support::roles::Person;

fn words(reason: &str) -> FlagPost {
    FlagPost {
        reason: reason.to_owned(),
    }
}

fn decision(outcome: FlagOutcome, word: Option<&str>) -> ResolveFlags {
    ResolveFlags {
        outcome,
        word: word.map(str::to_owned),
    }
}

async fn queue(person: &Person, query: ListFlagsQuery) -> Vec<FlaggedPost> {
    person.list_flags(&query).await.unwrap().items
}

fn resolved() -> ListFlagsQuery {
    ListFlagsQuery {
        state: Some(FlagFilter::Resolved),
        ..ListFlagsQuery::default()
    }
}

async fn own_part(person: &Person, question: Uuid, post: Uuid) -> PostViewer {
    let viewer = person.get_question_viewer(question).await.unwrap();
    viewer.posts.into_iter().find(|row| row.id == post).unwrap()
}

on_each_database! {
    async fn the_author_reads_what_but_never_who(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, lead) =
            (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        noor.flag_post(reply, FlagKind::Outdated, &words("It moved in May")).await.unwrap();
        noor.flag_post(reply, FlagKind::Outdated, &words("It moved in May")).await.unwrap();
        lova.flag_post(reply, FlagKind::NotAllRight, &words("He shouts")).await.unwrap();
        assert_eq!(happened(&app, "post_flagged").await, 2, "one a member and kind");
        let mine = own_part(&hugo, id, reply).await;
        assert_eq!(mine.said.iter().map(|said| said.reason.as_str()).collect::<Vec<_>>(), ["It moved in May"]);
        let text = serde_json::to_string(&mine).unwrap();
        for person in [&noor, &lova] {
            assert!(!text.contains(&person.id.to_string()) && !text.contains(&person.handle), "{text}");
        }
        assert_eq!(own_part(&noor, id, reply).await.flagged, [FlagKind::Outdated]);
        let others = own_part(&lova, id, reply).await;
        assert!(others.said.is_empty());
        let shared = serde_json::to_string(&lead.get_question(id).await.unwrap()).unwrap();
        assert!(!shared.contains("moved in May"), "no public word or number");
        let rows = event::Entity::find().all(app.state().db.reader()).await.unwrap();
        assert!(rows.iter().filter(|row| row.kind == "post_flagged").all(|row| row.actor.is_none()));
        app.stop().await;
    }

    async fn who_may_flag_and_what(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, stranger) = (app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let why = words("It moved in May");
        assert_eq!(refused(app.client().flag_post(id, FlagKind::Outdated, &why).await), ProblemCode::Unauthenticated);
        assert_eq!(refused(noor.flag_post(id, FlagKind::Outdated, &why).await), ProblemCode::Forbidden);
        assert_eq!(points_at(hugo.flag_post(id, FlagKind::Outdated, &words(" ")).await), "/reason");
        assert_eq!(points_at(hugo.flag_post(id, FlagKind::Outdated, &words(&"x".repeat(501))).await), "/reason");
        let odd = app.request(reqwest::Method::PUT, &format!("/api/v1/posts/{id}/flags/boring"))
            .header("authorization", hugo.bearer()).json(&why).send().await.unwrap();
        assert_eq!(odd.status(), 404);
        app.restrict(&[id], For::People(vec![hugo.id])).await;
        assert_eq!(refused(stranger.flag_post(id, FlagKind::Outdated, &why).await), ProblemCode::NotFound);
        hugo.flag_post(id, FlagKind::Outdated, &why).await.unwrap();
        hugo.unflag_post(id, FlagKind::Outdated).await.unwrap();
        hugo.unflag_post(id, FlagKind::Outdated).await.unwrap();
        assert!(own_part(&noor, id, id).await.said.is_empty());
        app.stop().await;
    }

    async fn leads_decide_and_those_who_said_it_are_kept(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, lead) =
            (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&lead, id, "From the menu.").await.id;
        hugo.flag_post(id, FlagKind::Incorrect, &words("Not the stock sheet")).await.unwrap();
        lova.flag_post(id, FlagKind::Incorrect, &words("The price sheet")).await.unwrap();
        lova.flag_post(id, FlagKind::Outdated, &words("No sheets any more")).await.unwrap();
        lova.flag_post(reply, FlagKind::Incorrect, &words("From the bar")).await.unwrap();
        assert_eq!(refused(hugo.list_flags(&ListFlagsQuery::default()).await), ProblemCode::Forbidden);
        let all = queue(&lead, ListFlagsQuery::default()).await;
        assert_eq!(all.len(), 3, "one entry a post and kind");
        assert_eq!(all[0].flags.len(), 2);
        assert_eq!(all[0].flags[0].by.as_ref().unwrap().id, hugo.id);
        let own = all.iter().find(|row| row.post_id == reply).unwrap();
        assert!(!own.may_resolve && own.flags[0].by.is_none(), "one's own post: never who");
        let done = decision(FlagOutcome::Acted, Some("The title is right now"));
        assert_eq!(refused(hugo.resolve_flags(id, FlagKind::Incorrect, &done).await), ProblemCode::Forbidden);
        assert_eq!(refused(lead.resolve_flags(reply, FlagKind::Incorrect, &done).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.resolve_flags(id, FlagKind::Incorrect, &decision(FlagOutcome::Acted, Some(""))).await), "/word");
        lead.resolve_flags(id, FlagKind::Incorrect, &done).await.unwrap();
        assert_eq!(refused(lead.resolve_flags(id, FlagKind::Incorrect, &done).await), ProblemCode::NotFound);
        let left = queue(&lead, ListFlagsQuery { kind: Some(FlagKind::Incorrect), ..ListFlagsQuery::default() }).await;
        assert_eq!(left.iter().map(|row| row.post_id).collect::<Vec<_>>(), [reply]);
        let decided = queue(&lead, resolved()).await;
        let resolution = decided[0].flags[0].resolution.as_ref().unwrap();
        assert_eq!((resolution.outcome, resolution.word.as_deref()), (FlagOutcome::Acted, Some("The title is right now")));
        let told = audited(&app).await;
        assert_eq!((told[0].act.as_str(), told[0].detail.as_deref()), ("flags_resolved", Some("incorrect acted")));
        hugo.flag_post(id, FlagKind::Incorrect, &words("It is wrong again")).await.unwrap();
        assert_eq!(queue(&lead, ListFlagsQuery::default()).await.len(), 3, "said again, it waits again");
        app.stop().await;
    }

    async fn the_queue_shows_what_its_reader_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, inside, outside) =
            (app.member().await, app.member().await, app.lead().await, app.lead().await);
        let id = ask(&noor, "Who covers the night of the fourth?").await.id;
        hugo.flag_post(id, FlagKind::NotAllRight, &words("Not for everyone")).await.unwrap();
        app.restrict(&[id], For::Community(vec![noor.id, hugo.id, inside.id])).await;
        assert_eq!(queue(&inside, ListFlagsQuery::default()).await.len(), 1);
        assert!(queue(&outside, ListFlagsQuery::default()).await.is_empty());
        let done = decision(FlagOutcome::Dismissed, None);
        assert_eq!(refused(outside.resolve_flags(id, FlagKind::NotAllRight, &done).await), ProblemCode::NotFound);
        noor.delete_post(id, &Default::default()).await.unwrap();
        assert!(queue(&inside, ListFlagsQuery::default()).await.is_empty());
        app.stop().await;
    }

    async fn the_queue_goes_page_by_page(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let mut all = Vec::new();
        for number in 0..5 {
            let id = ask(&noor, &format!("How do I export the sheet number {number}?")).await.id;
            hugo.flag_post(id, FlagKind::Outdated, &words("It moved")).await.unwrap();
            hugo.flag_post(id, FlagKind::Incorrect, &words("It moved")).await.unwrap();
            all.push(id);
        }
        for state in [FlagFilter::Open, FlagFilter::Resolved] {
            let mut seen = Vec::new();
            let mut cursor = None;
            loop {
                let query = ListFlagsQuery { state: Some(state), limit: Some(3), cursor, ..ListFlagsQuery::default() };
                let page = lead.list_flags(&query).await.unwrap();
                seen.extend(page.items.iter().map(|row| (row.post_id, row.kind)));
                cursor = page.next_cursor;
                if cursor.is_none() { break; }
            }
            let each: std::collections::HashSet<_> = seen.iter().copied().collect();
            assert_eq!((seen.len(), each.len()), (10, 10), "{state:?}");
            if state == FlagFilter::Open {
                assert_eq!(seen[0].0, all[0], "what waits longest comes first");
                for id in &all {
                    for kind in [FlagKind::Outdated, FlagKind::Incorrect] {
                        lead.resolve_flags(*id, kind, &decision(FlagOutcome::Handled, None)).await.unwrap();
                    }
                }
            }
        }
        app.stop().await;
    }
}
