//! Muting and blocking: what is left out for whoever does it, and that nothing tells the other.

use serde_json::Value;
use tacit_contract::blocks::{BlockKind, ListBlocksQuery};
use tacit_contract::expertise::SuggestExperts;
use tacit_contract::notices::NoticeKind;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::ListQuestionsQuery;
use tacit_contract::routing::RequestCause;
use uuid::Uuid;

use crate::expertise::topic;
use crate::notices::{kinds, notices};
use crate::routing::{MONDAY, ask as ask_sql, asked, go_round, knowing, routing, start};
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment, refused};
use crate::support::roles::Person;

async fn listed(person: &Person, asked_by: Option<&str>) -> Vec<Uuid> {
    let query = ListQuestionsQuery {
        asked_by: asked_by.map(str::to_owned),
        ..ListQuestionsQuery::default()
    };
    let page = person.list_questions(&query).await.unwrap();
    page.items.into_iter().map(|one| one.id).collect()
}

async fn suggested(person: &Person) -> Vec<Uuid> {
    let question = SuggestExperts {
        title: "How do I join two tables?".to_owned(),
        topics: vec!["SQL".to_owned()],
        ..SuggestExperts::default()
    };
    let found = person.suggest_experts(&question).await.unwrap();
    found.items.into_iter().map(|one| one.member.id).collect()
}

/// What a person reads at an address.
async fn read(app: &TestApp, person: &Person, path: &str) -> Value {
    let request = app.request(reqwest::Method::GET, path);
    let answer = request.header("authorization", person.bearer()).send();
    let answer = answer.await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let mut document = answer.json().await.unwrap();
    unseal(&mut document);
    document
}

/// What is sealed is sealed anew for every answer: only whether it is there can be compared.
fn unseal(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if ["unread_notices", "through", "next_cursor"].contains(&name.as_str())
                    && value.is_string()
                {
                    *value = Value::Bool(true);
                }
                unseal(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(unseal),
        _ => {}
    }
}

on_each_database! {
    async fn one_mutes_blocks_and_takes_it_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        noor.block_member(&hugo.handle, BlockKind::Muted).await.unwrap();
        noor.block_member(&hugo.handle, BlockKind::Blocked).await.unwrap();
        let page = noor.list_blocks(&ListBlocksQuery::default()).await.unwrap();
        assert_eq!(page.items.len(), 1);
        assert_eq!((page.items[0].member.id, page.items[0].kind), (hugo.id, BlockKind::Blocked));
        let mine = noor.get_member_viewer(&hugo.handle).await.unwrap();
        assert_eq!((mine.block, mine.may_block), (Some(BlockKind::Blocked), true));
        let theirs = hugo.get_member_viewer(&noor.handle).await.unwrap();
        assert_eq!((theirs.block, theirs.may_block), (None, true));
        assert!(hugo.list_blocks(&ListBlocksQuery::default()).await.unwrap().items.is_empty());
        noor.unblock_member(&hugo.handle).await.unwrap();
        noor.unblock_member(&hugo.handle).await.unwrap();
        assert!(noor.list_blocks(&ListBlocksQuery::default()).await.unwrap().items.is_empty());
        let own = noor.block_member(&noor.handle, BlockKind::Muted).await;
        assert_eq!(refused(own), ProblemCode::Forbidden);
        let nobody = noor.block_member("nobody-here", BlockKind::Muted).await;
        assert_eq!(refused(nobody), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn their_posts_are_left_out_of_lists_and_folded_on_pages(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let own = ask(&noor, "How do I print the stock sheet?").await.id;
        let theirs = ask(&hugo, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, own, "From the menu.").await.id;
        for kind in [BlockKind::Muted, BlockKind::Blocked] {
            noor.block_member(&hugo.handle, kind).await.unwrap();
            assert_eq!(listed(&noor, None).await, [own]);
            assert_eq!(listed(&noor, Some(&hugo.handle)).await, [theirs], "whoever looks for it finds it");
            assert_eq!(noor.get_question(theirs).await.unwrap().id, theirs);
            let page = noor.get_question_viewer(own).await.unwrap();
            let folded: Vec<Uuid> = page.posts.iter().filter(|one| one.folded).map(|one| one.id).collect();
            assert_eq!(folded, [reply]);
        }
        assert_eq!(listed(&hugo, None).await, [theirs, own]);
        noor.unblock_member(&hugo.handle).await.unwrap();
        assert_eq!(listed(&noor, None).await, [theirs, own]);
        app.stop().await;
    }

    async fn the_muted_reach_one_in_person_and_the_blocked_do_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let own = ask(&noor, "How do I print the stock sheet?").await.id;
        let other = ask(&lova, "How do I read the stock sheet?").await.id;
        noor.follow_question(other, true).await.unwrap();
        noor.follow_member(&hugo.handle, true).await.unwrap();
        answer(&hugo, other, "With glasses.").await;
        answer(&hugo, own, "From the menu.").await;
        comment(&hugo, other, &format!("@{} knows it.", noor.handle)).await;
        let all = kinds(&app, &noor).await;
        assert!(all.contains(&NoticeKind::Mention) && all.len() == 3, "{all:?}");
        noor.block_member(&hugo.handle, BlockKind::Muted).await.unwrap();
        let muted = kinds(&app, &noor).await;
        assert_eq!(muted.len(), 2, "{muted:?}");
        assert!(muted.contains(&NoticeKind::Mention) && muted.contains(&NoticeKind::Answer));
        noor.block_member(&hugo.handle, BlockKind::Blocked).await.unwrap();
        assert!(notices(&app, &noor).await.is_empty());
        answer(&lova, own, "With the printer.").await;
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Answer], "others go on reaching one");
        noor.unblock_member(&hugo.handle).await.unwrap();
        assert_eq!(kinds(&app, &noor).await.len(), 3);
        app.stop().await;
    }

    async fn who_wished_for_somebody_who_blocked_them_reads_that_they_were_asked(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (hugo, lova) = (app.member().await, app.member().await);
        topic(&hugo, "SQL", None).await;
        let noor = knowing(&app, "sql", 1).await.remove(0);
        noor.block_member(&hugo.handle, BlockKind::Blocked).await.unwrap();
        let mut pages = Vec::new();
        for asker in [&hugo, &lova] {
            let id = ask_sql(asker, |new| new.ask = Some(noor.handle.clone())).await;
            go_round(&app).await;
            let seen = routing(asker, id).await;
            assert_eq!(asked(&seen), [(RequestCause::Wished, vec![noor.id])]);
            let told = notices(&app, &noor).await;
            let wanted = noor.list_help_wanted().await.unwrap();
            let for_noor = wanted.iter().any(|one| one.question.id == id);
            pages.push((told.iter().any(|one| one.question.as_ref().is_some_and(|it| it.id == id)), for_noor, routing(&noor, id).await.mine.is_some()));
        }
        assert_eq!(pages, [(false, false, false), (true, true, true)]);
        app.stop().await;
    }

    async fn nobody_blocked_is_brought_together_with_who_blocked_them(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let (hugo, lova) = (app.member().await, app.member().await);
        topic(&hugo, "SQL", None).await;
        let people = knowing(&app, "sql", 2).await;
        let (noor, saga) = (&people[0], &people[1]);
        noor.block_member(&hugo.handle, BlockKind::Blocked).await.unwrap();
        lova.block_member(&noor.handle, BlockKind::Blocked).await.unwrap();
        // The blocked asker's list is as ever; the one who blocked does not find whom they blocked.
        assert!(suggested(&hugo).await.contains(&noor.id));
        assert_eq!(suggested(&lova).await, [saga.id]);
        for asker in [&hugo, &lova] {
            let id = ask_sql(asker, |_| {}).await;
            go_round(&app).await;
            assert_eq!(asked(&routing(asker, id).await), [(RequestCause::Fits, vec![saga.id])]);
        }
        app.stop().await;
    }

    async fn what_the_blocked_read_is_the_same_in_both_worlds(db: TestDatabase) {
        let app = start(&db, MONDAY).await;
        let hugo = app.member().await;
        topic(&hugo, "SQL", None).await;
        let noor = knowing(&app, "sql", 1).await.remove(0);
        let id = ask_sql(&hugo, |_| {}).await;
        answer(&noor, id, "With a join.").await;
        let named = comment(&hugo, id, &format!("Thanks, @{}.", noor.handle)).await;
        let theirs = ask_sql(&noor, |_| {}).await;
        app.catch_up().await;
        let handle = &noor.handle;
        let paths = [
            "/api/v1/questions".to_owned(),
            format!("/api/v1/questions/{id}"),
            format!("/api/v1/questions/{id}/viewer"),
            format!("/api/v1/questions/{id}/routing"),
            format!("/api/v1/questions/{theirs}"),
            format!("/api/v1/questions/{theirs}/viewer"),
            format!("/api/v1/members/{handle}"),
            format!("/api/v1/members/{handle}/viewer"),
            format!("/api/v1/members/{handle}/activity"),
            format!("/api/v1/members/{handle}/expertise"),
            "/api/v1/topics/sql/people".to_owned(),
            "/api/v1/members".to_owned(),
            "/api/v1/needs".to_owned(),
            "/api/v1/notices".to_owned(),
            "/api/v1/me/blocks".to_owned(),
            format!("/api/v1/search?q={handle}"),
        ];
        let mut before = Vec::new();
        for path in &paths {
            before.push(read(&app, &hugo, path).await);
        }
        let suggestions = suggested(&hugo).await;
        noor.block_member(&hugo.handle, BlockKind::Blocked).await.unwrap();
        for (path, before) in paths.iter().zip(before) {
            assert_eq!(read(&app, &hugo, path).await, before, "{path}");
        }
        assert_eq!(suggested(&hugo).await, suggestions);
        let again = comment(&hugo, id, &format!("Thanks, @{}.", noor.handle)).await;
        assert_eq!(again.body_html, named.body_html, "the name is a link as before");
        app.stop().await;
    }
}
