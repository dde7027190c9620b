//! A restored copy goes on counting where the original stood. On PostgreSQL transaction ids restart in a new cluster,
//! positions must not; on SQLite a copy is made while the original is open.

use std::path::Path;
use std::process::{Command, Stdio};

use tacit_api::db::Database;
use tacit_api::events::number_committed;
use uuid::Uuid;

use super::{commit, numbered, run};
use crate::support::db::url_of;

on_each_database! {
    async fn a_restored_log_keeps_its_order_and_goes_on(db: TestDatabase) {
        let original = db.connect().await;
        let mut subjects = Vec::new();
        for _ in 0..5 {
            let subject = Uuid::now_v7();
            commit(&original, subject).await;
            subjects.push(subject);
            number_committed(&original).await.unwrap();
        }
        let before = numbered(original.reader()).await;
        let copy = if db.is_postgres() {
            dump_and_restore(db.url())
        } else {
            let file = db.directory().join("copy.sqlite");
            run(original.reader(), &format!("VACUUM INTO '{}'", file.display())).await.unwrap();
            format!("sqlite://{}", file.display())
        };
        let copy = Database::connect(&copy).await.unwrap();
        assert_eq!(numbered(copy.reader()).await, before);
        let next = Uuid::now_v7();
        commit(&copy, next).await;
        number_committed(&copy).await.unwrap();
        assert_eq!(numbered(copy.reader()).await.last(), Some(&(6, next)));
        copy.close().await;
    }
}

/// Into another database of the cluster that `TACIT_TEST_RESTORE_URL` names, or of the same one.
fn dump_and_restore(url: &str) -> String {
    let name = format!("tacit_restored_{}", Uuid::new_v4().simple());
    let target = std::env::var("TACIT_TEST_RESTORE_URL").map_or_else(
        |_| url_of(&name),
        |server| {
            let mut url = url::Url::parse(&server).unwrap();
            url.set_path(&name);
            url.into()
        },
    );
    let mut maintenance = url::Url::parse(&target).unwrap();
    maintenance.set_path("postgres");
    psql(
        &[
            "-d",
            maintenance.as_str(),
            "-c",
            &format!("CREATE DATABASE {name}"),
        ],
        None,
    );
    let dump = Command::new(tool("pg_dump")).arg(url).output().unwrap();
    assert!(
        dump.status.success(),
        "{}",
        String::from_utf8_lossy(&dump.stderr)
    );
    psql(&["-d", &target], Some(&dump.stdout));
    target
}

fn psql(arguments: &[&str], input: Option<&[u8]>) {
    use std::io::Write as _;
    let mut child = Command::new(tool("psql"))
        .args(["-q", "-v", "ON_ERROR_STOP=1"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.unwrap_or_default())
        .unwrap();
    assert!(child.wait().unwrap().success());
}

/// From PATH, or where Debian keeps them.
fn tool(name: &str) -> String {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let debian = versions
        .map(|version| version.path().join("bin").join(name))
        .find(|path| Path::exists(path));
    debian.map_or_else(|| name.to_owned(), |path| path.display().to_string())
}
