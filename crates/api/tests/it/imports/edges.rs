//! Every odd thing that real dumps have, each on its own.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tacit_api::db::Database;
use tacit_api::db::entities::{
    imported_badge, member, post, post_link, question, question_closing,
};
use tacit_contract::imports::{ListImportedBadgesQuery, RowFate};

use super::{MadeDump, fate, run};
use crate::support::app::TestApp;

const USERS: [&str; 2] = [
    r#"Id="1" CreationDate="2014-01-21T17:45:53.587" DisplayName="Ada""#,
    r#"Id="-1" CreationDate="2014-01-21T17:45:53.587" DisplayName="Community""#,
];

/// A question, with these attributes more.
fn asked(id: u32, more: &str) -> String {
    format!(
        r#"Id="{id}" PostTypeId="1" CreationDate="2014-01-22T10:00:00" Body="&lt;p&gt;Which?&lt;/p&gt;" Title="Which yeast for a stout?" Tags="&lt;yeast&gt;" {more}"#
    )
}

fn answered(id: u32, to: u32, more: &str) -> String {
    format!(
        r#"Id="{id}" PostTypeId="2" ParentId="{to}" CreationDate="2014-01-22T11:00:00" Body="&lt;p&gt;Ale.&lt;/p&gt;" {more}"#
    )
}

fn dump(posts: &[String]) -> MadeDump {
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    MadeDump::new().file("Users", &USERS).file("Posts", &posts)
}

async fn post_of(db: &Database, id: &str) -> post::Model {
    let found = post::Entity::find()
        .filter(post::Column::SourceId.eq(id))
        .one(db.reader())
        .await;
    found.unwrap().unwrap()
}

on_each_database! {
    async fn a_deleted_owner_leaves_a_name(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        let posts = [asked(1, r#"OwnerDisplayName="user27""#), answered(2, 1, r#"OwnerUserId="99" OwnerDisplayName="user99""#)];
        run(db, &dump(&posts).path(), None).await.unwrap();
        let asked = post_of(db, "1").await;
        assert_eq!((asked.author_id, asked.source_author.as_deref()), (None, Some("user27")));
        assert_eq!(post_of(db, "2").await.source_author.as_deref(), Some("user99"), "the person is not in the dump");
        let page = app.member().await.get_question(asked.id).await.unwrap();
        assert!(page.by.author.is_none() && !page.by.hidden);
        assert_eq!(page.source.unwrap().author.as_deref(), Some("user27"));
        app.stop().await;
    }

    async fn the_site_itself_is_a_person(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &dump(&[asked(1, r#"OwnerUserId="-1""#)]).path(), None).await.unwrap();
        let author = post_of(&db, "1").await.author_id.unwrap();
        let author = member::Entity::find_by_id(author).one(db.reader()).await.unwrap().unwrap();
        assert_eq!((author.handle.as_str(), author.source_id.as_deref()), ("brewing-site1", Some("-1")));
        db.close().await;
    }

    async fn a_post_of_everybody_has_no_author_and_says_so(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        let wiki = r#"OwnerUserId="1" CommunityOwnedDate="2014-02-01T00:00:00""#;
        run(db, &dump(&[asked(1, r#"OwnerUserId="1""#), answered(2, 1, wiki)]).path(), None).await.unwrap();
        let question = post_of(db, "1").await.id;
        let page = app.member().await.get_question(question).await.unwrap();
        let answer = &page.answers[0];
        assert!(answer.by.author.is_none() && !answer.by.hidden);
        let source = answer.source.clone().unwrap();
        assert!(source.wiki && source.author.is_none() && !source.gone);
        assert!(!page.source.unwrap().wiki);
        app.stop().await;
    }

    async fn empty_bodies_and_negative_scores(db: TestDatabase) {
        let db = db.connect().await;
        let posts = [asked(1, r#"OwnerUserId="1" Score="-7""#), r#"Id="2" PostTypeId="2" ParentId="1" CreationDate="2014-01-22T11:00:00" Body="" OwnerUserId="1" Score="-1""#.to_owned()];
        let report = run(&db, &dump(&posts).path(), None).await.unwrap().report;
        assert_eq!(fate(&report, "Posts.xml", RowFate::Answer), 1);
        let empty = post_of(&db, "2").await;
        assert_eq!((empty.body.as_str(), empty.helpful_count), ("", 0));
        assert_eq!(post_of(&db, "1").await.helpful_count, 0);
        assert_eq!(report.texts.unwrap().different, 0);
        db.close().await;
    }

    async fn an_answer_to_oneself_is_accepted(db: TestDatabase) {
        let db = db.connect().await;
        let posts = [asked(1, r#"OwnerUserId="1" AcceptedAnswerId="2""#), answered(2, 1, r#"OwnerUserId="1""#)];
        run(&db, &dump(&posts).path(), None).await.unwrap();
        let (asked, answer) = (post_of(&db, "1").await, post_of(&db, "2").await);
        assert_eq!(asked.author_id, answer.author_id);
        let question = question::Entity::find_by_id(asked.id).one(db.reader()).await.unwrap().unwrap();
        assert_eq!((question.accepted_answer_id, question.accepted_by), (Some(answer.id), asked.author_id));
        db.close().await;
    }

    async fn comments_without_a_person_and_names_that_repeat(db: TestDatabase) {
        let db = db.connect().await;
        let dump = MadeDump::small().file("Comments", &[
            r#"Id="1" PostId="1" Score="0" Text="Hm" CreationDate="2014-01-23T00:00:00" UserDisplayName="user5""#,
            r#"Id="2" PostId="1" Score="0" Text="Ah" CreationDate="2014-01-23T00:00:00""#,
        ]);
        run(&db, &dump.path(), None).await.unwrap();
        let comments = post::Entity::find().filter(post::Column::Kind.eq("comment")).all(db.reader()).await.unwrap();
        let mut names: Vec<_> = comments.iter().map(|row| (row.author_id, row.source_author.clone())).collect();
        names.sort();
        assert_eq!(names, [(None, None), (None, Some("user5".to_owned()))]);
        let adas = member::Entity::find().filter(member::Column::DisplayName.eq("Ada"));
        assert_eq!(adas.count(db.reader()).await.unwrap(), 2);
        db.close().await;
    }

    async fn votes_and_links_to_what_is_missing_are_counted(db: TestDatabase) {
        let db = db.connect().await;
        let dump = MadeDump::small()
            .file("Votes", &[
                r#"Id="1" PostId="77" VoteTypeId="2" CreationDate="2014-02-01T00:00:00""#,
                r#"Id="2" PostId="1" VoteTypeId="8" BountyAmount="50" UserId="1" CreationDate="2014-02-01T00:00:00""#,
                r#"Id="3" PostId="1" VoteTypeId="9" BountyAmount="50" CreationDate="2014-02-02T00:00:00""#,
                r#"Id="4" PostId="1" VoteTypeId="5" UserId="2" CreationDate="2014-02-02T00:00:00""#,
                r#"Id="5" PostId="1" VoteTypeId="2" CreationDate="2014-01-22T00:00:00""#,
            ])
            .file("PostLinks", &[r#"Id="1" CreationDate="2014-02-01T00:00:00" PostId="1" RelatedPostId="78" LinkTypeId="1""#]);
        let report = run(&db, &dump.path(), None).await.unwrap().report;
        assert_eq!(fate(&report, "Votes.xml", RowFate::PostMissing), 1);
        assert_eq!(fate(&report, "Votes.xml", RowFate::OtherVote), 3);
        assert_eq!(fate(&report, "PostLinks.xml", RowFate::PostMissing), 1);
        assert_eq!(post_link::Entity::find().count(db.reader()).await.unwrap(), 0);
        // A vote has the day only; it is not older than its post.
        assert_eq!(post_of(&db, "1").await.helpful_count, 1);
        let helpful = tacit_api::db::entities::event::Entity::find().filter(tacit_api::db::entities::event::Column::Kind.eq("helpful_imported"));
        let at = helpful.one(db.reader()).await.unwrap().unwrap().occurred_at;
        assert_eq!(at, post_of(&db, "1").await.created_at);
        db.close().await;
    }

    async fn a_duplicate_leads_to_its_original_in_one_step(db: TestDatabase) {
        let db = db.connect().await;
        let posts = [asked(1, ""), asked(2, ""), asked(3, "")];
        let links = [
            r#"Id="1" CreationDate="2014-02-01T00:00:00" PostId="1" RelatedPostId="2" LinkTypeId="3""#,
            r#"Id="2" CreationDate="2014-02-02T00:00:00" PostId="2" RelatedPostId="3" LinkTypeId="3""#,
            r#"Id="3" CreationDate="2014-02-03T00:00:00" PostId="3" RelatedPostId="1" LinkTypeId="3""#,
        ];
        run(&db, &dump(&posts).file("PostLinks", &links).path(), None).await.unwrap();
        let original = post_of(&db, "3").await.id;
        for (id, of) in [("1", Some(original)), ("2", Some(original)), ("3", None)] {
            let post = post_of(&db, id).await.id;
            let question = question::Entity::find_by_id(post).one(db.reader()).await.unwrap().unwrap();
            assert_eq!(question.duplicate_of_id, of, "{id}");
        }
        db.close().await;
    }

    async fn reasons_for_closing_are_kept_in_the_words_of_the_site(db: TestDatabase) {
        let db = db.connect().await;
        let closed = r#"ClosedDate="2014-03-01T00:00:00""#;
        let posts = [asked(1, closed), asked(2, closed), asked(3, closed)];
        let history = [
            r#"Id="1" PostHistoryTypeId="10" PostId="1" CreationDate="2014-03-01T00:00:00" Comment="104""#,
            r#"Id="2" PostHistoryTypeId="10" PostId="2" CreationDate="2014-03-01T00:00:00" Comment="2""#,
            r#"Id="3" PostHistoryTypeId="10" PostId="3" CreationDate="2014-03-01T00:00:00" Comment="101""#,
        ];
        run(&db, &dump(&posts).file("PostHistory", &history).path(), None).await.unwrap();
        for (id, reason, note) in [("1", "other", Some("Too broad")), ("2", "out_of_place", None), ("3", "other", Some("Duplicate"))] {
            let post = post_of(&db, id).await.id;
            let question = question::Entity::find_by_id(post).one(db.reader()).await.unwrap().unwrap();
            let closing = question_closing::Entity::find_by_id(post).one(db.reader()).await.unwrap().unwrap();
            assert_eq!((question.closed_reason.as_deref(), closing.note.as_deref()), (Some(reason), note), "{id}");
            assert_eq!(closing.closed_by, None);
        }
        db.close().await;
    }

    async fn badges_are_history_on_a_profile(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        let badges = [
            r#"Id="1" UserId="1" Name="Student" Date="2014-02-01T00:00:00" Class="3" TagBased="False""#,
            r#"Id="2" UserId="1" Name="yeast" Date="2015-02-01T00:00:00" Class="1" TagBased="True""#,
            r#"Id="3" UserId="55" Name="Student" Date="2014-02-01T00:00:00" Class="3" TagBased="False""#,
        ];
        let report = run(db, &MadeDump::small().file("Badges", &badges).path(), None).await.unwrap().report;
        assert_eq!(fate(&report, "Badges.xml", RowFate::ForeignBadge), 2);
        assert_eq!(fate(&report, "Badges.xml", RowFate::PersonMissing), 1);
        let someone = app.member().await;
        let query = ListImportedBadgesQuery { limit: Some(1), ..ListImportedBadgesQuery::default() };
        let first = someone.list_imported_badges("brewing-1", &query).await.unwrap();
        assert_eq!((first.items[0].name.as_str(), first.items[0].topical), ("yeast", true));
        let next = ListImportedBadgesQuery { cursor: first.next_cursor, ..query };
        let second = someone.list_imported_badges("brewing-1", &next).await.unwrap();
        assert_eq!((second.items[0].name.as_str(), second.next_cursor), ("Student", None));
        assert!(someone.list_imported_badges("nobody", &query_default()).await.is_err());
        assert!(app.anon().list_imported_badges("brewing-1", &query_default()).await.is_err());
        assert_eq!(imported_badge::Entity::find().count(db.reader()).await.unwrap(), 2);
        app.stop().await;
    }
}

fn query_default() -> ListImportedBadgesQuery {
    ListImportedBadgesQuery::default()
}
