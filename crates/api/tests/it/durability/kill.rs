//! `kill -9` under writing load, again and again: what was acknowledged is there, once, and all that is derived from it
//! comes up to it by itself.
//!
//! Three times on each database; `TACIT_TEST_KILLS` says how often instead (`cargo xtask test --kills 20`).

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};
use tacit_api::app;
use tacit_api::db::Database;
use tacit_api::db::entities::{event, member_counter, post, topic_counter};
use tacit_api::state::AppState;
use tacit_client::Client;
use tacit_contract::search::{SearchHit, SearchQuery};
use tacit_domain::identity::Role;
use uuid::Uuid;

use super::writers::{Writers, Written, repeat};
use crate::support::process::Process;
use crate::support::roles::enrol;

const WRITERS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(60);

fn kills() -> usize {
    std::env::var("TACIT_TEST_KILLS").map_or(3, |kills| kills.parse().unwrap())
}

on_each_database! {
    async fn nothing_acknowledged_is_lost_or_doubled(db: TestDatabase) {
        let tokens = Writers::enrol(&db, WRITERS).await;
        let mut server = Process::start(&db).await;
        let writers = Writers::start(&server, tokens);
        for kill in 0..kills() {
            // Any moment will do, and no two the same.
            writers.until_acknowledged(10 + kill * 7 % 20).await;
            server.kill().await;
            server.start_again().await;
        }
        let written = writers.finish().await;
        println!("{} writes were acknowledged around {} kills", written.len(), kills());

        let state = Process::state_beside(&db).await;
        everything_is_there_once(&state.db, &written).await;
        until_caught_up(&state.db).await;
        every_event_has_its_place(&state.db, &written).await;
        every_question_is_found(&state, &server, &written).await;
        what_is_derived_is_right(&state).await;

        let http = reqwest::Client::new();
        for one in &written {
            assert_eq!(repeat(&http, &server, one).await, one.id, "{}", one.word);
        }
        everything_is_there_once(&state.db, &written).await;
        assert!(!server.words().contains("ERROR"), "{}", server.words());
        state.db.close().await;
    }
}

/// As many posts as were acknowledged, each with its own text.
async fn everything_is_there_once(db: &Database, written: &[Written]) {
    let posts = post::Entity::find().all(db.reader()).await.unwrap();
    assert_eq!(posts.len(), written.len());
    let texts: HashMap<_, _> = posts.iter().map(|post| (post.id, &post.body)).collect();
    for one in written {
        assert!(texts[&one.id].contains(&one.word), "{}", one.word);
    }
}

/// Waits until every event is numbered and every projection has come to the end.
async fn until_caught_up(db: &Database) {
    let sql = "SELECT (SELECT COUNT(*) FROM event WHERE position IS NULL) AS waiting, \
        (SELECT MAX(position) FROM event) - (SELECT MIN(position) FROM projection_cursor) AS behind";
    let started = Instant::now();
    loop {
        let statement = Statement::from_string(db.backend(), sql);
        let row = db.reader().query_one_raw(statement).await.unwrap().unwrap();
        let (waiting, behind): (i64, Option<i64>) = (
            row.try_get_by_index(0).unwrap(),
            row.try_get_by_index(1).unwrap(),
        );
        if (waiting, behind) == (0, Some(0)) {
            return;
        }
        assert!(
            started.elapsed() < PATIENCE,
            "{waiting} unnumbered, {behind:?} behind"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Positions without a gap, and one event for each post.
async fn every_event_has_its_place(db: &Database, written: &[Written]) {
    let events = event::Entity::find().order_by_asc(event::Column::Position);
    let events = events.all(db.reader()).await.unwrap();
    assert!(
        events
            .iter()
            .zip(1..)
            .all(|(event, position)| event.position == Some(position))
    );
    let mut told = BTreeMap::new();
    let told_of_posts = ["asked", "posted"];
    for event in events {
        if !told_of_posts.iter().any(|word| event.kind.ends_with(word)) {
            continue;
        }
        *told.entry(event.subject).or_insert(0) += 1;
    }
    for one in written {
        assert_eq!(told.get(&one.id), Some(&1), "{}", one.word);
    }
}

async fn every_question_is_found(state: &AppState, server: &Process, written: &[Written]) {
    let client = Client::new(&server.url("/")).unwrap();
    client.set_access_token(Some(enrol(state, Role::Member).await.token));
    for one in written.iter().filter(|one| one.is_question) {
        let query = SearchQuery {
            q: one.word.clone(),
            ..SearchQuery::default()
        };
        let started = Instant::now();
        while !is_first(&client, &query, one.id).await {
            assert!(started.elapsed() < PATIENCE, "{} is not found", one.word);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

async fn is_first(client: &Client, query: &SearchQuery, id: Uuid) -> bool {
    let found = client.search(query).await.unwrap().items;
    matches!(found.first(), Some(SearchHit::Question(found)) if found.id == id)
}

/// The rows that came up by themselves are those that a rebuild gives.
async fn what_is_derived_is_right(state: &AppState) {
    let kept = counters(&state.db).await;
    app::projector(state).rebuild("counters").await.unwrap();
    assert_eq!(counters(&state.db).await, kept);
}

async fn counters(db: &Database) -> (Vec<topic_counter::Model>, Vec<member_counter::Model>) {
    let topics = topic_counter::Entity::find()
        .order_by_asc(topic_counter::Column::TopicId)
        .order_by_asc(topic_counter::Column::Scope);
    let members = member_counter::Entity::find()
        .order_by_asc(member_counter::Column::MemberId)
        .order_by_asc(member_counter::Column::Scope);
    (
        topics.all(db.reader()).await.unwrap(),
        members.all(db.reader()).await.unwrap(),
    )
}
