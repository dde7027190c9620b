//! What is taken from a dump, and how it shows.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tacit_api::db::entities::{event, member, post, question, topic};
use tacit_contract::imports::RowFate;
use tacit_contract::moderation::{AuditAct, ListAuditEntriesQuery};
use tacit_domain::time::Timestamp;

use super::{MadeDump, adds_up, fate, run};
use crate::support::app::TestApp;

fn made() -> MadeDump {
    MadeDump::new()
        .file("Tags", &[
            r#"Id="1" TagName="home-brewing" ExcerptPostId="20" WikiPostId="21""#,
            r#"Id="2" TagName="c++""#,
            r#"Id="3" TagName="complete""#,
        ])
        .file("Users", &[
            r#"Id="-1" CreationDate="2010-01-01T00:00:00.000" DisplayName="Community""#,
            r#"Id="1" CreationDate="2010-01-02T00:00:00.000" DisplayName="Ada" Location="Lund" AboutMe="&lt;p&gt;I &lt;b&gt;brew&lt;/b&gt;.&lt;/p&gt;""#,
            r#"Id="2" CreationDate="2012-01-02T00:00:00.000" DisplayName="Ada""#,
        ])
        .file("Posts", &[
            r#"Id="1" PostTypeId="1" CreationDate="2010-05-01T10:00:00.123" Score="9" Body="&lt;p&gt;old&lt;/p&gt;" OwnerUserId="1" LastActivityDate="2019-01-01T00:00:00.000" Title="How warm is too warm for yeast?" Tags="|home-brewing|c++|" AcceptedAnswerId="2""#,
            r#"Id="2" PostTypeId="2" ParentId="1" CreationDate="2012-05-01T11:00:00.000" Score="-4" Body="&lt;p&gt;Press &lt;kbd&gt;F1&lt;/kbd&gt; at 30 degrees.&lt;/p&gt;" OwnerUserId="1""#,
            r#"Id="3" PostTypeId="2" ParentId="1" CreationDate="2019-05-01T11:00:00.000" Score="1" Body="" OwnerDisplayName="user99" ContentLicense="CC BY-SA 4.0""#,
            r#"Id="4" PostTypeId="2" ParentId="77" CreationDate="2019-05-01T11:00:00.000" Body="&lt;p&gt;lost&lt;/p&gt;" OwnerUserId="2""#,
            r#"Id="5" PostTypeId="1" CreationDate="2019-06-01T10:00:00.000" Score="0" Body="&lt;p&gt;again&lt;/p&gt;" OwnerUserId="-1" Title="Is 30 degrees too warm for yeast?" Tags="&lt;home-brewing&gt;&lt;complete&gt;" ClosedDate="2019-06-02T10:00:00.000""#,
            r#"Id="6" PostTypeId="1" CreationDate="2019-07-01T10:00:00.000" Score="0" Body="&lt;p&gt;weather&lt;/p&gt;" OwnerUserId="2" Title="What is the weather like over there?" Tags="&lt;home-brewing&gt;" ClosedDate="2019-07-02T10:00:00.000" AcceptedAnswerId="2""#,
            r#"Id="20" PostTypeId="4" CreationDate="2011-01-01T00:00:00.000" Body="&lt;p&gt;Beer at home.&lt;/p&gt;""#,
            r#"Id="21" PostTypeId="5" CreationDate="2011-01-01T00:00:00.000" Body="""#,
            r#"Id="22" PostTypeId="5" CreationDate="2011-01-01T00:00:00.000" Body="&lt;p&gt;no tag&lt;/p&gt;""#,
            r#"Id="23" PostTypeId="7" CreationDate="2011-01-01T00:00:00.000" Body="&lt;p&gt;page&lt;/p&gt;""#,
            r#"Id="1" PostTypeId="1" CreationDate="2010-05-01T10:00:00.123" Title="Twice" Body="" "#,
        ])
        .file("Votes", &[
            r#"Id="1" PostId="1" VoteTypeId="2" CreationDate="2010-05-01T00:00:00.000""#,
            r#"Id="2" PostId="1" VoteTypeId="2" CreationDate="2010-05-03T00:00:00.000""#,
            r#"Id="3" PostId="2" VoteTypeId="1" CreationDate="2012-05-04T00:00:00.000""#,
            r#"Id="4" PostId="3" VoteTypeId="1" CreationDate="2019-05-04T00:00:00.000""#,
            r#"Id="5" PostId="2" VoteTypeId="3" CreationDate="2012-05-04T00:00:00.000""#,
            r#"Id="6" PostId="2" VoteTypeId="8" CreationDate="2012-05-04T00:00:00.000""#,
            r#"Id="7" PostId="99" VoteTypeId="2" CreationDate="2012-05-04T00:00:00.000""#,
            r#"Id="8" PostId="4" VoteTypeId="2" CreationDate="2012-05-04T00:00:00.000""#,
        ])
        .file("PostHistory", &[
            r#"Id="2" PostHistoryTypeId="5" PostId="1" CreationDate="2018-05-01T10:00:00.000" Text="The *newest* text, see [this](/q/5)""#,
            r#"Id="1" PostHistoryTypeId="2" PostId="1" CreationDate="2010-05-01T10:00:00.000" Text="The first text""#,
            r#"Id="3" PostHistoryTypeId="1" PostId="1" CreationDate="2010-05-01T10:00:00.000" Text="Title""#,
            r#"Id="4" PostHistoryTypeId="10" PostId="6" CreationDate="2019-07-02T10:00:00.000" Comment="102""#,
        ])
        .file("Comments", &[
            r##"Id="1" PostId="2" Score="2" Text="# not a heading &lt;b&gt;" CreationDate="2012-05-02T00:00:00.000" UserId="2""##,
            r#"Id="2" PostId="1" Score="0" Text="Thanks" CreationDate="2012-05-02T00:00:00.000" UserDisplayName="user98""#,
            r#"Id="3" PostId="4" Score="0" Text="Lost" CreationDate="2012-05-02T00:00:00.000" UserId="2""#,
        ])
        .file("PostLinks", &[
            r#"Id="1" CreationDate="2019-06-02T10:00:00.000" PostId="5" RelatedPostId="1" LinkTypeId="3""#,
            r#"Id="2" CreationDate="2019-06-02T10:00:00.000" PostId="1" RelatedPostId="5" LinkTypeId="3""#,
            r#"Id="3" CreationDate="2019-06-02T10:00:00.000" PostId="6" RelatedPostId="1" LinkTypeId="1""#,
            r#"Id="4" CreationDate="2019-06-02T10:00:00.000" PostId="6" RelatedPostId="1" LinkTypeId="1""#,
            r#"Id="5" CreationDate="2019-06-02T10:00:00.000" PostId="6" RelatedPostId="98" LinkTypeId="1""#,
        ])
        .file("Badges", &[r#"Id="1" UserId="1" Name="Autobiographer" Date="2018-02-06T20:08:57.353""#])
}

async fn post_of(db: &tacit_api::db::Database, kind: &str, id: &str) -> post::Model {
    post::Entity::find()
        .filter(post::Column::Kind.eq(kind))
        .filter(post::Column::SourceId.eq(id))
        .one(db.reader())
        .await
        .unwrap()
        .unwrap()
}

async fn question_of(db: &tacit_api::db::Database, id: &str) -> question::Model {
    let post = post_of(db, "question", id).await;
    let found = question::Entity::find_by_id(post.id).one(db.reader()).await;
    found.unwrap().unwrap()
}

fn micros(time: &str) -> i64 {
    time.parse::<Timestamp>().unwrap().micros()
}

on_each_database! {
    async fn every_row_has_its_fate(db: TestDatabase) {
        let db = db.connect().await;
        let report = run(&db, &made().path(), None).await.unwrap().report;
        adds_up(&report);
        let count = |file, of| fate(&report, file, of);
        assert_eq!(count("Users.xml", RowFate::Person), 3);
        assert_eq!(count("Posts.xml", RowFate::Question), 3);
        assert_eq!(count("Posts.xml", RowFate::Answer), 2);
        assert_eq!(count("Posts.xml", RowFate::PostMissing), 1);
        assert_eq!(count("Posts.xml", RowFate::TopicText), 1);
        assert_eq!(count("Posts.xml", RowFate::EmptyText), 1);
        assert_eq!(count("Posts.xml", RowFate::TagMissing), 1);
        assert_eq!(count("Posts.xml", RowFate::OtherPost), 1);
        assert_eq!(count("Posts.xml", RowFate::Repeated), 1);
        assert_eq!(count("Votes.xml", RowFate::HelpfulMark), 2);
        assert_eq!(count("Votes.xml", RowFate::Acceptance), 1);
        assert_eq!(count("Votes.xml", RowFate::StaleAcceptance), 1);
        assert_eq!(count("Votes.xml", RowFate::DownVote), 1);
        assert_eq!(count("Votes.xml", RowFate::OtherVote), 1);
        assert_eq!(count("Votes.xml", RowFate::PostMissing), 1);
        assert_eq!(count("Votes.xml", RowFate::PostLeftOut), 1);
        assert_eq!(count("PostHistory.xml", RowFate::NewestText), 1);
        assert_eq!(count("PostHistory.xml", RowFate::Revision), 2);
        assert_eq!(count("PostHistory.xml", RowFate::ClosingReason), 1);
        assert_eq!(count("Comments.xml", RowFate::Comment), 2);
        assert_eq!(count("PostLinks.xml", RowFate::DuplicateLink), 2);
        assert_eq!(count("PostLinks.xml", RowFate::RelatedLink), 1);
        assert_eq!(count("PostLinks.xml", RowFate::Repeated), 1);
        assert_eq!(count("Badges.xml", RowFate::ForeignBadge), 1);
        db.close().await;
    }

    async fn texts_authors_licences_and_times_are_the_originals(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &made().path(), None).await.unwrap();
        let asked = post_of(&db, "question", "1").await;
        assert_eq!(asked.body, "The *newest* text, see [this](https://brewing.stackexchange.com/q/5)");
        assert!(asked.body_html.contains("<em>newest</em>"), "{}", asked.body_html);
        assert_eq!(asked.created_at, micros("2010-05-01T10:00:00.123"));
        assert_eq!(asked.source_license.as_deref(), Some("CC BY-SA 2.5"));
        assert_eq!(asked.source_url.as_deref(), Some("https://brewing.stackexchange.com/q/1"));
        assert_eq!((asked.helpful_imported, asked.helpful_count), (2, 2));
        let answer = post_of(&db, "answer", "2").await;
        assert!(answer.body.contains("<kbd>F1</kbd>"), "{}", answer.body);
        assert_eq!(answer.helpful_count, 0);
        assert_eq!(answer.source_license.as_deref(), Some("CC BY-SA 3.0"));
        let nobody = post_of(&db, "answer", "3").await;
        assert_eq!((nobody.author_id, nobody.source_author.as_deref()), (None, Some("user99")));
        assert_eq!(nobody.source_license.as_deref(), Some("CC BY-SA 4.0"));
        let comment = post_of(&db, "comment", "1").await;
        assert!(comment.body_html.contains("# not a heading &lt;b&gt;"), "{}", comment.body_html);
        assert_eq!(comment.helpful_count, 2);
        let people = member::Entity::find().order_by_asc(member::Column::Handle);
        let people = people.all(db.reader()).await.unwrap();
        let handles: Vec<&str> = people.iter().map(|person| person.handle.as_str()).collect();
        assert_eq!(handles, ["brewing-1", "brewing-2", "brewing-site1"]);
        assert_eq!((people[0].place.as_str(), people[0].bio.as_str()), ("Lund", "I brew."));
        for person in &people {
            assert_eq!(person.status, "unclaimed");
            assert_eq!((&person.email, &person.password_hash), (&None, &None));
        }
        db.close().await;
    }

    async fn states_follow_from_acceptance_and_closing(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &made().path(), None).await.unwrap();
        let solved = question_of(&db, "1").await;
        assert_eq!((solved.state.as_str(), solved.answer_count), ("solved", 2));
        assert_eq!(solved.accepted_answer_id, Some(post_of(&db, "answer", "2").await.id));
        assert_eq!(solved.accepted_at, Some(micros("2012-05-04T00:00:00")));
        assert_eq!(solved.duplicate_of_id, None, "an original is no duplicate of its duplicate");
        let duplicate = question_of(&db, "5").await;
        assert_eq!(duplicate.state, "closed");
        assert_eq!(duplicate.closed_reason.as_deref(), Some("duplicate"));
        assert_eq!(duplicate.duplicate_of_id, Some(solved.post_id));
        let off_topic = question_of(&db, "6").await;
        assert_eq!(off_topic.closed_reason.as_deref(), Some("out_of_place"));
        assert_eq!(off_topic.accepted_answer_id, None, "the answer belongs to another question");
        db.close().await;
    }

    async fn tags_become_topics_with_descriptions(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &made().path(), None).await.unwrap();
        let topics = topic::Entity::find().order_by_asc(topic::Column::Slug);
        let topics = topics.all(db.reader()).await.unwrap();
        let found: Vec<_> = topics.iter().map(|t| (t.slug.as_str(), t.name.as_str(), t.description.as_str())).collect();
        assert_eq!(found, [
            ("c++", "C++", ""),
            ("complete-topic", "Complete", ""),
            ("home-brewing", "Home brewing", "Beer at home."),
        ]);
        assert_eq!(topics[0].created_at, micros("2010-05-01T10:00:00.123"));
        db.close().await;
    }

    async fn topics_that_are_here_are_used(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &made().path(), Some("one.example.org")).await.unwrap();
        let second = run(&db, &made().path(), Some("two.example.org")).await.unwrap();
        assert_eq!(topic::Entity::find().all(db.reader()).await.unwrap().len(), 3);
        assert_eq!(fate(&second.report, "Posts.xml", RowFate::TopicKnown), 1);
        adds_up(&second.report);
        db.close().await;
    }

    async fn events_stand_in_the_order_they_happened_and_come_from_an_import(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &made().path(), None).await.unwrap();
        tacit_api::events::number_committed(&db).await.unwrap();
        let events = event::Entity::find().order_by_asc(event::Column::Position);
        let events = events.all(db.reader()).await.unwrap();
        assert!(events.windows(2).all(|two| two[0].occurred_at <= two[1].occurred_at));
        assert!(events.iter().all(|event| event.origin == "import"));
        let of = |kind: &str| events.iter().filter(|event| event.kind == kind).count();
        let counts = ["topic_created", "question_asked", "answer_posted", "comment_posted", "answer_accepted"].map(of);
        assert_eq!(counts, [3, 3, 2, 2, 1]);
        // The votes of the question came on two days, those of a comment at once.
        assert_eq!(of("helpful_imported"), 3);
        assert_eq!((of("question_closed"), of("posts_linked"), of("import_finished")), (2, 3, 1));
        db.close().await;
    }

    async fn without_votes_the_score_counts_where_it_is_above_zero(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &MadeDump::small().path(), None).await.unwrap();
        assert_eq!(post_of(&db, "question", "1").await.helpful_count, 3);
        let answer = post_of(&db, "answer", "2").await;
        assert_eq!((answer.helpful_count, answer.body.as_str()), (0, "An ale yeast."));
        assert_eq!(question_of(&db, "1").await.accepted_at, Some(answer.created_at));
        db.close().await;
    }

    async fn admins_see_the_report_and_others_do_not(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let done = run(&app.state().db, &made().path(), None).await.unwrap();
        let runs = app.admin().await.list_imports().await.unwrap();
        let entries = app.admin().await.list_audit_entries(&ListAuditEntriesQuery::default()).await.unwrap().items;
        assert_eq!((entries.len(), entries[0].act, entries[0].subject_id), (1, AuditAct::SiteImported, done.id));
        assert_eq!((entries[0].by.clone(), entries[0].detail.as_deref()), (None, Some(done.site.as_str())));
        assert_eq!(runs, [done]);
        assert!(app.member().await.list_imports().await.is_err());
        app.stop().await;
    }
}
