//! What would grow without end in memory or on disk ends in a clear error, soon.

use tacit_api::imports::ImportError;

use super::{MadeDump, rows, run};

on_each_database! {
    async fn entities_that_multiply_are_not_read(db: TestDatabase) {
        let db = db.connect().await;
        let before = rows(&db).await;
        let mut laughs = String::from("<!ENTITY a0 \"ha\">");
        for level in 1..30 {
            let last = format!("&a{};", level - 1).repeat(10);
            laughs.push_str(&format!("<!ENTITY a{level} \"{last}\">"));
        }
        for posts in [
            format!("<?xml version=\"1.0\"?><!DOCTYPE posts [{laughs}]><posts><row Id=\"&a29;\" /></posts>"),
            "<!DOCTYPE posts [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><posts><row Id=\"1\" Title=\"&file;\" /></posts>".to_owned(),
            "<posts><row Id=\"1\" Title=\"&a29;\" /></posts>".to_owned(),
        ] {
            let error = run(&db, &MadeDump::new().raw("Posts", &posts).path(), None).await.unwrap_err();
            assert!(matches!(error, ImportError::Xml { .. }), "{error}");
            assert!(error.to_string().contains("Posts.xml"), "{error}");
        }
        assert_eq!(rows(&db).await, before);
        db.close().await;
    }

    async fn a_row_without_end_is_refused(db: TestDatabase) {
        let db = db.connect().await;
        let before = rows(&db).await;
        let long = format!("<posts><row Id=\"1\" Body=\"{}\" /></posts>", "x".repeat(20 * 1024 * 1024));
        let error = run(&db, &MadeDump::new().raw("Posts", &long).path(), None).await.unwrap_err();
        assert!(matches!(error, ImportError::LongRow { .. }), "{error}");
        assert_eq!(rows(&db).await, before);
        db.close().await;
    }
}
