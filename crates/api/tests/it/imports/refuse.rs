//! What cannot be imported is refused with a clear word, and the database is as before.

use std::path::Path;
use std::sync::Arc;

use tacit_api::clock::Clock;
use tacit_api::imports::{Import, ImportError, Progress, import};

use super::sites::data;
use super::{MadeDump, rows, run};
use crate::support::db::TestDatabase;

async fn refused(db: &TestDatabase, path: &Path, site: Option<&str>) -> ImportError {
    let db = db.connect().await;
    let before = rows(&db).await;
    let error = run(&db, path, site).await.unwrap_err();
    assert_eq!(rows(&db).await, before, "{error}");
    db.close().await;
    error
}

on_each_database! {
    async fn a_directory_without_posts(db: TestDatabase) {
        let dump = MadeDump::new().file("Users", &[]);
        let error = refused(&db, &dump.path(), None).await;
        assert!(matches!(error, ImportError::NoPosts(_)), "{error}");
        let error = refused(&db, Path::new("/nowhere/at-all.7z"), None).await;
        assert!(matches!(error, ImportError::Missing(_)), "{error}");
    }

    async fn a_file_that_is_cut_off(db: TestDatabase) {
        let whole = std::fs::read_to_string(MadeDump::small().path().join("Posts.xml")).unwrap();
        for end in [0, 30, 100, 300, whole.len() - 12, whole.len() - 5] {
            let cut: String = whole.chars().take(end).collect();
            let dump = MadeDump::small().raw("Posts", &cut);
            let error = refused(&db, &dump.path(), None).await;
            assert!(error.to_string().contains("Posts.xml"), "{end}: {error}");
        }
        // The last file that is read is looked at before the first row is written.
        let dump = MadeDump::small().raw("Badges", "<badges>\n  <row Id=\"1\"");
        let error = refused(&db, &dump.path(), None).await;
        assert!(error.to_string().contains("Badges.xml"), "{error}");
    }

    async fn xml_that_is_not_well_formed_or_rows_without_what_they_need(db: TestDatabase) {
        for (posts, word) in [
            ("<posts><row Id=\"1\" PostTypeId=\"1\" Title=\"&nosuch;\" /></posts>", "row"),
            ("<posts><row Id=1 /></posts>", "row"),
            ("<posts><row Id=\"one\" PostTypeId=\"1\" /></posts>", "Id"),
            ("<posts><row Id=\"1\" PostTypeId=\"1\" CreationDate=\"yesterday\" /></posts>", "CreationDate"),
            ("<posts><row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2020-01-01T00:00:00\" /></posts>", "Title"),
            ("<html><body>Not found</body></html>", "Posts.xml"),
        ] {
            let dump = MadeDump::new().raw("Posts", posts);
            let error = refused(&db, &dump.path(), None).await.to_string();
            assert!(error.contains(word), "{posts}: {error}");
        }
    }

    async fn an_archive_that_is_broken(db: TestDatabase) {
        let place = tempfile::tempdir().unwrap();
        for (name, bytes) in [
            ("beer-1.7z", &b"7z\xBC\xAF\x27\x1C\0\x04not an archive at all"[..]),
            ("beer-2.7z", &b""[..]),
            ("beer-3.7z", &b"PK\x03\x04"[..]),
        ] {
            let path = place.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let error = refused(&db, &path, Some("beer.stackexchange.com")).await;
            assert!(matches!(error, ImportError::Archive { .. }), "{name}: {error}");
        }
        let path = place.path().join("letter.txt");
        std::fs::write(&path, "Dear all").unwrap();
        let error = refused(&db, &path, Some("beer.stackexchange.com")).await;
        assert!(matches!(error, ImportError::NotADump(_)), "{error}");
    }

    async fn an_archive_that_is_cut_off(db: TestDatabase) {
        let Some(data) = data() else { return };
        let whole = std::fs::read(data.join("stackexchange/beer-2014.7z")).unwrap();
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("beer-2014.7z");
        for end in [whole.len() / 2, whole.len() - 1] {
            std::fs::write(&path, &whole[..end]).unwrap();
            let error = refused(&db, &path, None).await;
            assert!(matches!(error, ImportError::Archive { .. }), "{end}: {error}");
        }
    }

    async fn a_name_that_tells_no_site(db: TestDatabase) {
        let dump = MadeDump::small();
        let error = refused(&db, &dump.path(), Some("not a site")).await;
        assert!(matches!(error, ImportError::Site(_)), "{error}");
    }

    async fn a_dump_while_another_import_runs(db: TestDatabase) {
        let db = db.connect().await;
        let scratch = tempfile::tempdir().unwrap();
        let lock = std::fs::File::create(scratch.path().join(".import-lock")).unwrap();
        lock.lock().unwrap();
        let what = Import {
            path: MadeDump::small().path(),
            site: None,
            scratch_dir: scratch.path().to_owned(),
            dry_run: false,
        };
        let error = import(&db, &Clock::system(), what, Arc::new(Progress::silent())).await.unwrap_err();
        assert!(matches!(error, ImportError::Busy(_)), "{error}");
        db.close().await;
    }
}
