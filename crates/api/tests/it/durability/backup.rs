//! A copy made under load serves the same elsewhere; what is damaged or would overwrite is refused.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tacit_api::backup::{self, BackupError};
use tacit_api::settings::Settings;
use tacit_client::Client;
use tacit_contract::search::{SearchHit, SearchQuery};
use uuid::Uuid;

use crate::support::app::{TestApp, settings};
use crate::support::builders::ask;
use crate::support::db::TestDatabase;
use crate::support::process::tacit;
use crate::support::roles::enrol;

/// Asks until told to stop; gives what was acknowledged.
fn keep_asking(person: Client, stop: Arc<AtomicBool>) -> tokio::task::JoinHandle<Vec<Uuid>> {
    tokio::spawn(async move {
        let mut asked = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let title = format!("Who keeps the ledger of pallets number {}?", asked.len());
            asked.push(ask(&person, &title).await.id);
        }
        asked
    })
}

on_each_database! {
    async fn a_copy_made_under_load_serves_the_same_elsewhere(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let before = ask(&person, "Where does the unmistakable zeppelin land on Fridays?").await;
        let files = db.directory().join("files/ab");
        fs::create_dir_all(&files).unwrap();
        fs::write(files.join("picture.webp"), b"a picture").unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4).map(|_| keep_asking((*person).clone(), stop.clone())).collect();

        let scratch = tempfile::tempdir().unwrap();
        let copy = scratch.path().join("copy");
        let (made, said) = tacit(&db, db.directory(), &["backup", copy.to_str().unwrap()]).await;
        stop.store(true, Ordering::Relaxed);
        let mut asked = 0;
        for writer in writers {
            asked += writer.await.unwrap().len();
        }
        assert!(made, "{said}");
        assert!(asked > 0, "the copy was to be made under load");
        assert!(!copy.join("secret.key").exists());
        app.stop().await;

        let other = db.elsewhere().await;
        let data = other.directory().join("data");
        let (good, said) = tacit(&other, &data, &["restore", "--check", copy.to_str().unwrap()]).await;
        assert!(good, "{said}");
        let (restored, said) = tacit(&other, &data, &["restore", copy.to_str().unwrap()]).await;
        assert!(restored, "{said}");
        assert_eq!(fs::read(data.join("files/ab/picture.webp")).unwrap(), b"a picture");
        let (again, said) = tacit(&other, &data, &["restore", copy.to_str().unwrap()]).await;
        assert!(!again && said.contains("not empty"), "{said}");

        let app = TestApp::start_with(&other, |args| args.data_dir = Some(data)).await;
        let reader = app.client();
        reader.set_access_token(Some(enrol(app.state(), tacit_domain::identity::Role::Member).await.token));
        assert_eq!(reader.get_question(before.id).await.unwrap().title, before.title);
        until_found(&reader, "zeppelin", before.id).await;
        ask(&reader, "Does the restored log go on where it stood?").await;
        app.catch_up().await;
        let state = app.state();
        let log = tacit_api::events::log::read_after(state.db.reader(), 0, 1_000_000).await.unwrap();
        assert!(log.iter().zip(1..).all(|(recorded, position)| recorded.position == position));
        app.stop().await;
        other.discard().await;
    }
}

async fn until_found(reader: &Client, words: &str, id: Uuid) {
    let query = SearchQuery {
        q: words.to_owned(),
        ..SearchQuery::default()
    };
    for _ in 0..200 {
        let found = reader.search(&query).await;
        let found = found.map(|page| page.items).unwrap_or_default();
        if found
            .iter()
            .any(|hit| matches!(hit, SearchHit::Question(found) if found.id == id))
        {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{words} is not found");
}

/// A copy of a small database, and the settings of an empty place.
async fn copied(db: &TestDatabase) -> (tempfile::TempDir, PathBuf, TestDatabase, Settings) {
    let app = TestApp::start(db).await;
    ask(
        &*app.member().await,
        "Which of the two ramps is closed in winter?",
    )
    .await;
    app.catch_up().await;
    let scratch = tempfile::tempdir().unwrap();
    let copy = scratch.path().join("copy");
    let state = app.state();
    backup::make(&state.settings, &state.db, state.clock.now(), &copy, true)
        .await
        .unwrap();
    app.stop().await;
    let other = db.elsewhere().await;
    let place = settings(other.url(), &other.directory().join("data"));
    (scratch, copy, other, place.build().unwrap())
}

on_each_database! {
    async fn a_damaged_copy_is_refused_and_leaves_the_place_as_it_was(db: TestDatabase) {
        let (_scratch, copy, other, place) = copied(&db).await;
        let manifest = fs::read_to_string(copy.join("manifest.json")).unwrap();
        let database = copy.join(if db.is_postgres() { "database.dump" } else { "database.sqlite" });
        let whole = fs::read(&database).unwrap();

        let mut bent = whole.clone();
        let middle = bent.len() / 2;
        bent[middle] ^= 1;
        fs::write(&database, &bent).unwrap();
        let refused = backup::restore(&place, &copy).await.unwrap_err();
        assert!(matches!(refused, BackupError::Damaged(_, _)), "{refused}");

        fs::remove_file(&database).unwrap();
        let refused = backup::restore(&place, &copy).await.unwrap_err();
        assert!(matches!(refused, BackupError::Damaged(_, _)), "{refused}");
        fs::write(&database, &whole).unwrap();

        for (from, to) in [("m2026", "m2999"), ("\"format\": 1", "\"format\": 2")] {
            fs::write(copy.join("manifest.json"), manifest.replace(from, to)).unwrap();
            let refused = backup::restore(&place, &copy).await.unwrap_err();
            assert!(matches!(refused, BackupError::Newer(_)), "{refused}");
        }
        fs::write(copy.join("manifest.json"), manifest.replace("\"events\": ", "\"events\": 1")).unwrap();
        let refused = backup::restore(&place, &copy).await.unwrap_err();
        assert!(matches!(refused, BackupError::DamagedDatabase(_)), "{refused}");
        fs::remove_file(copy.join("manifest.json")).unwrap();
        let refused = backup::restore(&place, &copy).await.unwrap_err();
        assert!(matches!(refused, BackupError::NoManifest(_, _)), "{refused}");
        assert!(!place.data_dir.join("tacit.sqlite").exists() && !place.data_dir.join("secret.key").exists());
        other.discard().await;
    }

    async fn a_copy_overwrites_nothing(db: TestDatabase) {
        let (_scratch, copy, other, place) = copied(&db).await;
        fs::create_dir_all(&place.data_dir).unwrap();
        fs::write(place.data_dir.join("something"), "of somebody").unwrap();
        let refused = backup::restore(&place, &copy).await.unwrap_err();
        assert!(matches!(refused, BackupError::Occupied(_)), "{refused}");
        fs::remove_file(place.data_dir.join("something")).unwrap();
        backup::restore(&place, &copy).await.unwrap();
        assert!(place.data_dir.join("secret.key").exists(), "asked for with the copy");

        let app = TestApp::start(&db).await;
        let state = app.state();
        let refused = backup::make(&state.settings, &state.db, state.clock.now(), &copy, false).await;
        assert!(matches!(refused.unwrap_err(), BackupError::Occupied(_)));
        if db.is_postgres() {
            let elsewhere = db.directory().join("elsewhere");
            let place = settings(db.url(), &elsewhere).build().unwrap();
            let refused = backup::restore(&place, &copy).await.unwrap_err();
            assert!(matches!(refused, BackupError::DatabaseOccupied), "{refused}");
        }
        app.stop().await;
        other.discard().await;
    }
}
