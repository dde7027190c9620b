//! The index can be thrown away.

use tacit_api::search;

use super::{ask, first_becomes};
use crate::support::app::TestApp;

on_each_database! {
    async fn a_lost_or_broken_index_is_made_anew(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let asked = ask(&noor, "Where are the printer labels kept?", "", &["printing"]).await;
        first_becomes(&noor, "labels ", asked.id).await;
        let refused = search::reindex(app.state()).await.unwrap_err();
        assert!(refused.contains("in use"), "{refused}");
        app.stop().await;

        let files = db.directory().join("search").join("index");
        std::fs::remove_dir_all(&files).unwrap();
        let app = TestApp::start(&db).await;
        let reader = app.member().await;
        first_becomes(&reader, "labels ", asked.id).await;
        app.stop().await;

        std::fs::write(files.join("meta.json"), "rubbish").unwrap();
        let app = TestApp::start(&db).await;
        let reader = app.member().await;
        first_becomes(&reader, "labels ", asked.id).await;
        app.stop().await;
    }
}
