//! Three real sites, with the counts that their description gives. They lie outside the repository.

use std::path::PathBuf;

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tacit_api::db::Database;
use tacit_api::db::entities::{event, member, post, question, topic};
use tacit_contract::imports::{ImportReport, RowFate};

use super::{adds_up, fate, run};

/// Where the real data lies; says so when it is not there.
pub fn data() -> Option<PathBuf> {
    let data = std::env::var_os("TACIT_TEST_DATA");
    if data.is_none() {
        println!("left out: TACIT_TEST_DATA is not set, so there is no real site to import");
    }
    data.map(|data| {
        let path = PathBuf::from(data);
        // Tests run in the directory of their crate, the setting is meant from the root.
        let from_root = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(&path);
        if path.is_absolute() { path } else { from_root }
    })
}

async fn posts(db: &Database, kind: &str) -> u64 {
    let posts = post::Entity::find().filter(post::Column::Kind.eq(kind));
    posts.count(db.reader()).await.unwrap()
}

fn rows_of(report: &ImportReport, file: &str) -> u64 {
    let file = report.files.iter().find(|known| known.name == file);
    file.map_or(0, |file| file.rows)
}

on_each_database! {
    async fn conlang_meta(db: TestDatabase) {
        let Some(data) = data() else { return };
        let db = db.connect().await;
        let done = run(&db, &data.join("stackexchange/conlang-meta"), None).await.unwrap();
        let report = &done.report;
        adds_up(report);
        assert_eq!(done.site, "conlang.meta.stackexchange.com");
        let files = ["Users.xml", "Votes.xml", "Comments.xml", "Badges.xml", "PostLinks.xml", "Tags.xml", "PostHistory.xml"];
        assert_eq!(files.map(|file| rows_of(report, file)), [272, 1_119, 230, 612, 20, 71, 450]);
        assert_eq!((posts(&db, "question").await, posts(&db, "answer").await, posts(&db, "comment").await), (54, 115, 230));
        assert_eq!(member::Entity::find().count(db.reader()).await.unwrap(), 272);
        assert_eq!(topic::Entity::find().count(db.reader()).await.unwrap(), 71);
        assert_eq!(fate(report, "PostLinks.xml", RowFate::DuplicateLink), 1);
        let duplicates = question::Entity::find().filter(question::Column::DuplicateOfId.is_not_null());
        assert_eq!(duplicates.count(db.reader()).await.unwrap(), 1);
        db.close().await;
    }

    async fn beer_2020(db: TestDatabase) {
        let Some(data) = data() else { return };
        let db = db.connect().await;
        let done = run(&db, &data.join("stackexchange/beer-2020.7z"), None).await.unwrap();
        let report = &done.report;
        adds_up(report);
        assert_eq!(done.site, "beer.stackexchange.com");
        let files = ["Users.xml", "Votes.xml", "Comments.xml", "Badges.xml", "PostLinks.xml", "Tags.xml", "PostHistory.xml"];
        assert_eq!(files.map(|file| rows_of(report, file)), [6_863, 18_564, 3_509, 9_367, 148, 153, 9_071]);
        assert_eq!((posts(&db, "question").await, posts(&db, "answer").await, posts(&db, "comment").await), (1_029, 2_277, 3_509));
        assert_eq!(member::Entity::find().count(db.reader()).await.unwrap(), 6_863);
        assert_eq!(topic::Entity::find().count(db.reader()).await.unwrap(), 153);
        assert_eq!(fate(report, "Votes.xml", RowFate::PostMissing), 1_485);
        // 26 duplicate links, two of them from questions that are not in the dump.
        assert_eq!(fate(report, "PostLinks.xml", RowFate::DuplicateLink), 24);
        let named = post::Entity::find()
            .filter(post::Column::Kind.is_in(["question", "answer"]))
            .filter(post::Column::AuthorId.is_null());
        let named = named.all(db.reader()).await.unwrap();
        assert_eq!(named.iter().filter(|post| post.source_author.is_some() || post.source_wiki).count(), named.len());
        tacit_api::events::number_committed(&db).await.unwrap();
        let unnumbered = event::Entity::find().filter(event::Column::Position.is_null());
        assert_eq!(unnumbered.count(db.reader()).await.unwrap(), 0);
        db.close().await;
    }

    async fn devops_2020(db: TestDatabase) {
        let Some(data) = data() else { return };
        let db = db.connect().await;
        let done = run(&db, &data.join("stackexchange/devops-2020.7z"), None).await.unwrap();
        adds_up(&done.report);
        assert_eq!(done.site, "devops.stackexchange.com");
        assert_eq!((posts(&db, "question").await, posts(&db, "answer").await), (3_700, 4_968));
        assert_eq!(topic::Entity::find().count(db.reader()).await.unwrap(), 417);
        assert_eq!(done.report.left_out, 0);
        db.close().await;
    }
}
