//! When the database cannot do its work: 503 that says when to come back, within a limit; and all is well again without a
//! restart once the cause is gone.

use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder, StatusCode};
use sea_orm::{ConnectionTrait, TransactionTrait};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use tacit_api::db;
use tacit_api::db::entities::post;
use tacit_contract::problem::ProblemCode;

use super::proxy::Proxy;
use super::writers::Writers;
use crate::support::app::{TestApp, problem_of};
use crate::support::process::Process;
use crate::support::roles::Person;

/// No answer takes longer than the deadline of requests, with some for a busy machine.
const LIMIT: Duration = Duration::from_secs(40);
/// Getting well again takes less.
const RECOVERY: Duration = Duration::from_secs(20);

fn ask(app: &TestApp, person: &Person, key: &str) -> RequestBuilder {
    app.request(Method::POST, "/api/v1/questions")
        .header("authorization", person.bearer())
        .header("idempotency-key", key)
        .json(&question())
}

fn question() -> serde_json::Value {
    let body = "A long story. ".repeat(400);
    json!({ "title": "Who repairs the scanner of gate seven?", "body": body, "topics": ["scanners"] })
}

fn read(app: &TestApp, person: &Person) -> RequestBuilder {
    app.request(Method::GET, "/api/v1/questions")
        .header("authorization", person.bearer())
}

/// 503 with its problem and `Retry-After`, in time.
async fn is_unavailable(request: RequestBuilder) {
    let started = Instant::now();
    let answer = request.timeout(LIMIT).send().await.unwrap();
    let retry = answer.headers().get("retry-after").cloned();
    problem_of(answer, ProblemCode::Unavailable).await;
    let seconds: u64 = retry.unwrap().to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds));
    assert!(started.elapsed() < LIMIT);
}

/// Tries until it works; refuses anything but 503 on the way.
async fn works_again(request: impl Fn() -> RequestBuilder) {
    let started = Instant::now();
    loop {
        let status = request().send().await.unwrap().status();
        if status.is_success() {
            return;
        }
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(started.elapsed() < RECOVERY, "it does not recover");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[test]
fn a_full_database_refuses_and_takes_again() {
    crate::support::db::run("sqlite", async |db| {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        works_again(|| ask(&app, &person, "before")).await;
        app.catch_up().await;
        // As a full disk does: SQLITE_FULL takes the whole transaction back, not only the command.
        db::write(&app.state().db, |tx| {
            Box::pin(async move {
                tx.execute_unprepared("PRAGMA max_page_count = 1").await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        let keys: Vec<String> = (0..8).map(|number| format!("full {number}")).collect();
        let answers = keys.iter().map(|key| ask(&app, &person, key).send());
        let mut refused = 0;
        for answer in futures::future::join_all(answers).await {
            let answer = answer.unwrap();
            if answer.status() != StatusCode::CREATED {
                problem_of(answer, ProblemCode::Unavailable).await;
                refused += 1;
            }
        }
        assert!(refused > 0, "the connection was to be full");
        works_again(|| read(&app, &person)).await;
        for key in &keys {
            works_again(|| ask(&app, &person, key)).await;
        }
        let posts = post::Entity::find()
            .count(app.state().db.reader())
            .await
            .unwrap();
        assert_eq!(posts, 9);
        works_again(|| app.request(Method::GET, "/readyz")).await;
        app.stop().await;
    });
}

#[test]
fn a_disk_without_room_is_told_and_recovered_from() {
    crate::support::db::run("sqlite", async |db| {
        let token = Writers::enrol(&db, 1).await.remove(0);
        // Files may not grow beyond 4 MB, and writing more fails instead of ending the process.
        let limit = "trap '' XFSZ; ulimit -S -f 8192";
        let server = Process::start_after(&db, db.url(), Some(limit)).await;
        let http = reqwest::Client::new();
        let ask = |key: usize| {
            let request = http
                .post(server.url("/api/v1/questions"))
                .bearer_auth(&token);
            request
                .header("idempotency-key", key.to_string())
                .json(&question())
        };
        let mut acknowledged = 0;
        let refused = loop {
            let answer = ask(acknowledged).send().await.unwrap();
            if !answer.status().is_success() {
                break answer;
            }
            acknowledged += 1;
            assert!(acknowledged < 5_000, "the limit is not met");
        };
        problem_of(refused, ProblemCode::Unavailable).await;
        is_unavailable(http.get(server.url("/readyz"))).await;
        let read = || {
            http.get(server.url("/api/v1/questions"))
                .bearer_auth(&token)
        };
        works_again(read).await;

        let pid = server.pid().to_string();
        let more = ["--pid", &pid, "--fsize=unlimited:unlimited"];
        assert!(
            std::process::Command::new("prlimit")
                .args(more)
                .status()
                .unwrap()
                .success()
        );
        works_again(|| ask(acknowledged)).await;
        works_again(|| http.get(server.url("/readyz"))).await;
        let state = Process::state_beside(&db).await;
        let posts = post::Entity::find().count(state.db.reader()).await.unwrap();
        assert_eq!(posts, acknowledged as u64 + 1);
        state.db.close().await;
    });
}

#[test]
fn a_disk_of_postgres_without_room_is_told() {
    crate::support::db::run("postgres", async |db| {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let other = db.connect().await;
        let fill = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
            $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$";
        let sql = [
            fill,
            "CREATE TRIGGER full_disk BEFORE INSERT ON post EXECUTE FUNCTION full_disk()",
        ];
        run_all(&other, &sql).await;
        is_unavailable(ask(&app, &person, "key")).await;
        works_again(|| read(&app, &person)).await;
        run_all(&other, &["DROP TRIGGER full_disk ON post"]).await;
        works_again(|| ask(&app, &person, "key")).await;
        other.close().await;
        app.stop().await;
    });
}

async fn run_all(db: &db::Database, sql: &[&'static str]) {
    let sql: Vec<&'static str> = sql.to_vec();
    db::write(db, move |tx| {
        let sql = sql.clone();
        Box::pin(async move {
            for statement in sql {
                tx.execute_unprepared(statement).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn whoever_meets_a_lock_hears_so_in_time(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        works_again(|| ask(&app, &person, "before")).await;
        app.catch_up().await;
        let other = sea_orm::Database::connect(db.url()).await.unwrap();
        let holder = other.begin().await.unwrap();
        let lock = if db.is_postgres() {
            "LOCK TABLE post IN EXCLUSIVE MODE"
        } else {
            "UPDATE projection_cursor SET position = position"
        };
        holder.execute_unprepared(lock).await.unwrap();
        let beside = app.state().db.clone();
        let patient = tokio::spawn(async move {
            db::write_patiently(&beside, |tx| {
                Box::pin(async move {
                    tx.execute_unprepared("UPDATE post SET version = version").await?;
                    Ok(())
                })
            })
            .await
        });
        futures::future::join_all((0..20).map(|number| {
            let key = format!("locked {number}");
            let request = ask(&app, &person, &key);
            async move { is_unavailable(request).await }
        }))
        .await;
        works_again(|| read(&app, &person)).await;
        assert!(!patient.is_finished(), "a command line waits");
        holder.rollback().await.unwrap();
        patient.await.unwrap().unwrap();
        for number in 0..20 {
            works_again(|| ask(&app, &person, &format!("locked {number}"))).await;
        }
        let posts = post::Entity::find().count(app.state().db.reader()).await.unwrap();
        assert_eq!(posts, 21);
        works_again(|| app.request(Method::GET, "/readyz")).await;
        app.stop().await;
    }
}

#[test]
fn a_writer_that_takes_too_long_keeps_nobody_waiting() {
    crate::support::db::run("sqlite", async |db| {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        works_again(|| ask(&app, &person, "before")).await;
        app.catch_up().await;
        let (release, wait) = tokio::sync::watch::channel(false);
        let slow = app.state().db.clone();
        let slow = tokio::spawn(async move {
            db::write(&slow, move |_| {
                let mut wait = wait.clone();
                Box::pin(async move {
                    wait.wait_for(|released| *released).await.ok();
                    Ok(())
                })
            })
            .await
        });
        is_unavailable(ask(&app, &person, "slow")).await;
        works_again(|| read(&app, &person)).await;
        release.send_replace(true);
        slow.await.unwrap().unwrap();
        works_again(|| ask(&app, &person, "slow")).await;
        let posts = post::Entity::find()
            .count(app.state().db.reader())
            .await
            .unwrap();
        assert_eq!(posts, 2);
        app.stop().await;
    });
}

#[test]
fn a_cut_wire_is_told_and_recovered_from() {
    crate::support::db::run("postgres", async |db| {
        let proxy = Proxy::start(db.url()).await;
        let through = proxy.url().to_owned();
        let app = TestApp::start_with(&db, |args| args.database_url = Some(through)).await;
        let person = app.member().await;
        works_again(|| ask(&app, &person, "before")).await;
        proxy.cut();
        futures::future::join_all([
            is_unavailable(ask(&app, &person, "cut")),
            is_unavailable(read(&app, &person)),
            is_unavailable(app.request(Method::GET, "/readyz")),
        ])
        .await;
        proxy.mend();
        works_again(|| ask(&app, &person, "cut")).await;
        works_again(|| app.request(Method::GET, "/readyz")).await;
        until_projected(&app).await;
        app.stop().await;
    });
}

#[test]
fn a_dead_wire_is_told_and_recovered_from() {
    crate::support::db::run("postgres", async |db| {
        let proxy = Proxy::start(db.url()).await;
        let through = proxy.url().to_owned();
        let app = TestApp::start_with(&db, |args| args.database_url = Some(through)).await;
        let person = app.member().await;
        works_again(|| ask(&app, &person, "before")).await;
        proxy.die();
        let requests = (0..24).map(|number| {
            let request = if number % 2 == 0 {
                ask(&app, &person, &format!("dead {number}"))
            } else {
                read(&app, &person)
            };
            async move { is_unavailable(request).await }
        });
        futures::future::join_all(requests).await;
        proxy.mend();
        works_again(|| ask(&app, &person, "dead 0")).await;
        works_again(|| app.request(Method::GET, "/readyz")).await;
        until_projected(&app).await;
        app.stop().await;
    });
}

/// The projector got over it too.
async fn until_projected(app: &TestApp) {
    let started = Instant::now();
    let db = &app.state().db;
    let sql = "SELECT COUNT(*) FROM event e, projection_cursor c WHERE e.position IS NULL OR e.position > c.position";
    loop {
        let statement = sea_orm::Statement::from_string(db.backend(), sql);
        let row = db.reader().query_one_raw(statement).await.unwrap().unwrap();
        if row.try_get_by_index::<i64>(0).unwrap() == 0 {
            return;
        }
        assert!(started.elapsed() < LIMIT, "the projections do not recover");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
