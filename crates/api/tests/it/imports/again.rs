//! A site that is here comes again: the same dump changes nothing, a later one brings up to date, what was changed here
//! stays, what is gone there is marked.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tacit_api::app;
use tacit_api::db::Database;
use tacit_api::db::entities::{
    event, import_event, import_item, member, member_counter, post, post_topic, projection_cursor,
    question, revision, topic, topic_counter,
};
use tacit_api::imports::ImportError;
use tacit_contract::imports::{ItemKind, ListMarkedPostsQuery, Outcome, PostMark};
use tacit_contract::posts::EditPost;

use super::sites::data;
use super::{MadeDump, adds_up, dry_run, outcome, outcomes, rows, run};
use crate::support::app::TestApp;

/// A small site on two days.
pub(super) fn early() -> MadeDump {
    site(
        &[
            r#"Id="1" PostTypeId="1" CreationDate="2014-01-01T10:00:00" LastActivityDate="2014-01-03T10:00:00" Body="&lt;p&gt;How cold?&lt;/p&gt;" OwnerUserId="1" Title="How cold should a lager be?" Tags="&lt;lager&gt;""#,
            r#"Id="2" PostTypeId="2" ParentId="1" CreationDate="2014-01-02T10:00:00" Body="&lt;p&gt;Quite cold.&lt;/p&gt;" OwnerUserId="2""#,
            r#"Id="3" PostTypeId="2" ParentId="1" CreationDate="2014-01-02T11:00:00" Body="&lt;p&gt;Very cold.&lt;/p&gt;" OwnerUserId="1""#,
            r#"Id="4" PostTypeId="1" CreationDate="2014-01-03T10:00:00" Body="&lt;p&gt;How warm?&lt;/p&gt;" OwnerUserId="2" Title="How warm should an ale be?" Tags="&lt;ale&gt;""#,
        ],
        "Ada",
        &[r#"Id="1" PostId="2" VoteTypeId="2" CreationDate="2014-01-02T00:00:00""#],
        &[
            r#"Id="1" PostId="2" Score="0" Text="Why?" CreationDate="2014-01-03T00:00:00" UserId="1""#,
            r#"Id="2" PostId="2" Score="0" Text="Because." CreationDate="2014-01-03T00:00:00" UserId="2""#,
        ],
    )
}

/// The same site a year later: one text is another, an answer is accepted, one is gone, others came.
pub(super) fn late() -> MadeDump {
    site(
        &[
            r#"Id="1" PostTypeId="1" CreationDate="2014-01-01T10:00:00" LastActivityDate="2015-03-01T10:00:00" Body="&lt;p&gt;How cold?&lt;/p&gt;" OwnerUserId="1" Title="How cold should a lager be?" Tags="&lt;lager&gt;&lt;cooling&gt;" AcceptedAnswerId="2" LastEditDate="2015-01-01T00:00:00""#,
            r#"Id="2" PostTypeId="2" ParentId="1" CreationDate="2014-01-02T10:00:00" LastEditDate="2015-02-01T10:00:00" Body="&lt;p&gt;At seven degrees.&lt;/p&gt;" OwnerUserId="2""#,
            r#"Id="4" PostTypeId="1" CreationDate="2014-01-03T10:00:00" Body="&lt;p&gt;How warm?&lt;/p&gt;" OwnerUserId="2" Title="How warm should an ale be?" Tags="&lt;ale&gt;" ClosedDate="2015-01-01T00:00:00""#,
            r#"Id="5" PostTypeId="2" ParentId="1" CreationDate="2015-03-01T10:00:00" Body="&lt;p&gt;It depends.&lt;/p&gt;" OwnerUserId="3""#,
        ],
        "Ada Lovelace",
        &[
            r#"Id="1" PostId="2" VoteTypeId="2" CreationDate="2014-01-02T00:00:00""#,
            r#"Id="2" PostId="2" VoteTypeId="2" CreationDate="2015-01-02T00:00:00""#,
            r#"Id="3" PostId="2" VoteTypeId="1" CreationDate="2015-01-03T00:00:00""#,
        ],
        &[
            r#"Id="1" PostId="2" Score="1" Text="Why?" CreationDate="2014-01-03T00:00:00" UserId="1""#,
            r#"Id="3" PostId="5" Score="0" Text="On what?" CreationDate="2015-03-02T00:00:00" UserId="1""#,
        ],
    )
}

fn site(posts: &[&str], ada: &str, votes: &[&str], comments: &[&str]) -> MadeDump {
    let ada = format!(r#"Id="1" CreationDate="2014-01-01T00:00:00" DisplayName="{ada}""#);
    MadeDump::new()
        .file(
            "Tags",
            &[r#"Id="1" TagName="lager""#, r#"Id="2" TagName="ale""#],
        )
        .file(
            "Users",
            &[
                &ada,
                r#"Id="2" CreationDate="2014-01-01T00:00:00" DisplayName="Bo""#,
                r#"Id="3" CreationDate="2014-01-01T00:00:00" DisplayName="Cy""#,
            ],
        )
        .file("Posts", posts)
        .file("Votes", votes)
        .file("Comments", comments)
        .file(
            "Badges",
            &[r#"Id="1" UserId="1" Name="Student" Date="2014-01-02T00:00:00" Class="3""#],
        )
}

/// Everything an import writes, but for what counts its runs.
#[derive(Debug, PartialEq)]
pub(super) struct Everything {
    members: Vec<member::Model>,
    topics: Vec<topic::Model>,
    posts: Vec<post::Model>,
    questions: Vec<question::Model>,
    placed: Vec<post_topic::Model>,
    revisions: Vec<revision::Model>,
    items: Vec<import_item::Model>,
    /// All but the ends of imports.
    events: Vec<event::Model>,
}

impl Everything {
    pub(super) async fn of(db: &Database) -> Self {
        let waiting = import_event::Entity::find().all(db.reader()).await.unwrap();
        assert_eq!(waiting, [], "nothing waits after an import");
        let db = db.reader();
        let events = event::Entity::find()
            .filter(event::Column::Kind.ne("import_finished"))
            .order_by_asc(event::Column::Id);
        Self {
            members: member::Entity::find()
                .order_by_asc(member::Column::Id)
                .all(db)
                .await
                .unwrap(),
            topics: topic::Entity::find()
                .order_by_asc(topic::Column::Id)
                .all(db)
                .await
                .unwrap(),
            posts: post::Entity::find()
                .order_by_asc(post::Column::Id)
                .all(db)
                .await
                .unwrap(),
            questions: question::Entity::find()
                .order_by_asc(question::Column::PostId)
                .all(db)
                .await
                .unwrap(),
            placed: post_topic::Entity::find()
                .order_by_asc(post_topic::Column::PostId)
                .order_by_asc(post_topic::Column::Position)
                .all(db)
                .await
                .unwrap(),
            revisions: revision::Entity::find()
                .order_by_asc(revision::Column::Id)
                .all(db)
                .await
                .unwrap(),
            items: import_item::Entity::find()
                .order_by_asc(import_item::Column::Kind)
                .order_by_asc(import_item::Column::SourceId)
                .all(db)
                .await
                .unwrap(),
            events: events.all(db).await.unwrap(),
        }
    }

    /// How many rows there are of each.
    pub(super) fn counts(&self) -> [usize; 8] {
        [
            self.members.len(),
            self.topics.len(),
            self.posts.len(),
            self.questions.len(),
            self.placed.len(),
            self.revisions.len(),
            self.items.len(),
            self.events.len(),
        ]
    }
}

async fn post_of(db: &Database, id: &str, kind: &str) -> post::Model {
    let found = post::Entity::find()
        .filter(post::Column::SourceId.eq(id))
        .filter(post::Column::Kind.eq(kind))
        .one(db.reader())
        .await;
    found.unwrap().unwrap()
}

async fn question_of(db: &Database, id: &str) -> question::Model {
    let post = post_of(db, id, "question").await;
    let found = question::Entity::find_by_id(post.id).one(db.reader()).await;
    found.unwrap().unwrap()
}

/// Whatever is derived from the events is the same when it is derived anew.
async fn rebuilds_equal(app: &TestApp) {
    let db = &app.state().db;
    catch_up(app).await;
    let kept = counters(db).await;
    app::projector(app.state())
        .rebuild("counters")
        .await
        .unwrap();
    catch_up(app).await;
    assert_eq!(counters(db).await, kept);
}

/// On PostgreSQL the server may be at it itself; then it is waited for.
async fn catch_up(app: &TestApp) {
    loop {
        app.catch_up().await;
        let db = app.state().db.reader();
        let unnumbered = event::Entity::find().filter(event::Column::Position.is_null());
        let cursor = projection_cursor::Entity::find_by_id("counters");
        let cursor = cursor.one(db).await.unwrap().map_or(0, |row| row.position);
        let last = event::Entity::find()
            .order_by_desc(event::Column::Position)
            .filter(event::Column::Position.is_not_null());
        let head = last
            .one(db)
            .await
            .unwrap()
            .and_then(|event| event.position)
            .unwrap_or(0);
        if unnumbered.one(db).await.unwrap().is_none() && cursor == head {
            return;
        }
        tokio::task::yield_now().await;
    }
}

async fn counters(db: &Database) -> (Vec<topic_counter::Model>, Vec<member_counter::Model>) {
    let topics = topic_counter::Entity::find().order_by_asc(topic_counter::Column::TopicId);
    let members = member_counter::Entity::find().order_by_asc(member_counter::Column::MemberId);
    (
        topics.all(db.reader()).await.unwrap(),
        members.all(db.reader()).await.unwrap(),
    )
}

on_each_database! {
    async fn the_same_dump_changes_nothing(db: TestDatabase) {
        let db = db.connect().await;
        let first = run(&db, &late().path(), None).await.unwrap();
        assert_eq!(outcomes(&first.report, Outcome::Unchanged), 0);
        let before = Everything::of(&db).await;
        let second = run(&db, &late().path(), None).await.unwrap();
        assert_eq!(Everything::of(&db).await, before);
        for of in [Outcome::New, Outcome::Changed, Outcome::Kept, Outcome::Gone] {
            assert_eq!(outcomes(&second.report, of), 0, "{of:?}");
        }
        let all = outcomes(&first.report, Outcome::New);
        assert_eq!(outcomes(&second.report, Outcome::Unchanged), all);
        assert_ne!(second.id, first.id);
        db.close().await;
    }

    async fn a_later_dump_brings_up_to_date(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        run(db, &early().path(), None).await.unwrap();
        rebuilds_equal(&app).await;
        let answer = post_of(db, "2", "answer").await;
        let report = run(db, &late().path(), None).await.unwrap().report;
        adds_up(&report);
        assert_eq!(outcome(&report, ItemKind::Person, Outcome::Changed), 1);
        assert_eq!(outcome(&report, ItemKind::Topic, Outcome::New), 1);
        assert_eq!(outcome(&report, ItemKind::Question, Outcome::Changed), 2);
        assert_eq!(outcome(&report, ItemKind::Answer, Outcome::Changed), 1);
        assert_eq!(outcome(&report, ItemKind::Answer, Outcome::New), 1);
        assert_eq!(outcome(&report, ItemKind::Answer, Outcome::Gone), 1);
        assert_eq!(outcome(&report, ItemKind::Comment, Outcome::Changed), 1);
        assert_eq!(outcome(&report, ItemKind::Comment, Outcome::Gone), 1);
        let later = post_of(db, "2", "answer").await;
        assert_eq!(later.id, answer.id, "a post stays the one it was");
        assert_eq!((later.body.as_str(), later.version, later.helpful_count), ("At seven degrees.", 2, 2));
        assert!(later.body_html.contains("seven"), "{}", later.body_html);
        let revisions = revision::Entity::find().filter(revision::Column::PostId.eq(answer.id)).order_by_asc(revision::Column::Version);
        let said: Vec<String> = revisions.all(db.reader()).await.unwrap().into_iter().map(|r| r.body).collect();
        assert_eq!(said, ["Quite cold.", "At seven degrees."]);
        let asked = question_of(db, "1").await;
        assert_eq!((asked.state.as_str(), asked.accepted_answer_id, asked.answer_count), ("solved", Some(answer.id), 3));
        assert_eq!(question_of(db, "4").await.state, "closed");
        let gone = post_of(db, "3", "answer").await;
        assert!(gone.source_gone_at.is_some() && gone.deleted_at.is_none(), "what is gone there stays, marked");
        assert_eq!(post_of(db, "2", "comment").await.source_gone_at, gone.source_gone_at);
        assert_eq!(later.source_gone_at, None);
        let ada = member::Entity::find().filter(member::Column::Handle.eq("brewing-1")).one(db.reader()).await.unwrap().unwrap();
        assert_eq!(ada.display_name, "Ada Lovelace");
        rebuilds_equal(&app).await;
        app.stop().await;
    }

    async fn an_older_dump_is_refused(db: TestDatabase) {
        let db = db.connect().await;
        run(&db, &late().path(), None).await.unwrap();
        let before = rows(&db).await;
        let error = run(&db, &early().path(), None).await.unwrap_err();
        assert!(matches!(error, ImportError::Older { .. }), "{error}");
        assert!(error.to_string().contains("older than what is here"), "{error}");
        let error = dry_run(&db, &early().path()).await.unwrap_err();
        assert!(matches!(error, ImportError::Older { .. }), "{error}");
        assert_eq!(rows(&db).await, before);
        db.close().await;
    }

    async fn a_local_edit_stays(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (db, lead) = (&app.state().db, app.lead().await);
        run(db, &early().path(), None).await.unwrap();
        let answer = post_of(db, "2", "answer").await;
        let edit = EditPost { body: "As cold as the cellar.".to_owned(), reason: Some("We have one".to_owned()) };
        lead.edit_answer(answer.id, 1, &edit).await.unwrap();
        for _ in 0..2 {
            let report = run(db, &late().path(), None).await.unwrap().report;
            assert_eq!(outcome(&report, ItemKind::Answer, Outcome::Kept), 1);
            assert_eq!(outcome(&report, ItemKind::Answer, Outcome::Changed), 0);
        }
        let later = post_of(db, "2", "answer").await;
        assert_eq!((later.body.as_str(), later.version), ("As cold as the cellar.", 2));
        assert_eq!(later.helpful_count, 2, "marks are counted all the same");
        rebuilds_equal(&app).await;
        app.stop().await;
    }

    async fn admins_see_what_was_kept_and_what_is_gone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (db, lead, admin) = (&app.state().db, app.lead().await, app.admin().await);
        run(db, &early().path(), None).await.unwrap();
        let answer = post_of(db, "2", "answer").await;
        let edit = EditPost { body: "As cold as the cellar.".to_owned(), reason: Some("We have one".to_owned()) };
        lead.edit_answer(answer.id, 1, &edit).await.unwrap();
        run(db, &late().path(), None).await.unwrap();
        let kept = admin.list_marked_posts(&ListMarkedPostsQuery::default()).await.unwrap().items;
        assert_eq!(kept.iter().map(|post| post.id).collect::<Vec<_>>(), [answer.id]);
        assert_eq!((kept[0].title.as_str(), kept[0].gone_at), ("How cold should a lager be?", None));
        let gone = |cursor| ListMarkedPostsQuery { mark: Some(PostMark::Gone), cursor, limit: Some(1) };
        let first = admin.list_marked_posts(&gone(None)).await.unwrap();
        let second = admin.list_marked_posts(&gone(first.next_cursor.clone())).await.unwrap();
        assert_eq!((first.items.len(), second.items.len(), second.next_cursor), (1, 1, None));
        assert!(first.items[0].gone_at.is_some() && first.items[0].id != second.items[0].id);
        let page = admin.get_question(first.items[0].question_id).await.unwrap();
        assert!(page.answers.iter().any(|answer| answer.source.as_ref().is_some_and(|source| source.gone)));
        assert!(lead.list_marked_posts(&gone(None)).await.is_err(), "only admins");
        app.stop().await;
    }

    async fn a_local_decision_stays(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (db, lead) = (&app.state().db, app.lead().await);
        run(db, &early().path(), None).await.unwrap();
        let (question, answer) = (post_of(db, "1", "question").await, post_of(db, "3", "answer").await);
        let accept = tacit_contract::questions::AcceptAnswer { answer_id: answer.id, reason: Some("It helped".to_owned()) };
        lead.accept_answer(question.id, &accept).await.unwrap();
        let report = run(db, &late().path(), None).await.unwrap().report;
        assert_eq!(outcome(&report, ItemKind::Question, Outcome::Kept), 1);
        assert_eq!(question_of(db, "1").await.accepted_answer_id, Some(answer.id));
        rebuilds_equal(&app).await;
        app.stop().await;
    }

    async fn what_comes_back_is_no_longer_marked(db: TestDatabase) {
        let db = db.connect().await;
        let without = |dump: MadeDump| dump.file("Comments", &[]);
        run(&db, &late().path(), None).await.unwrap();
        let gone = run(&db, &without(late()).path(), None).await.unwrap();
        assert_eq!(outcome(&gone.report, ItemKind::Comment, Outcome::Gone), 2);
        let again = run(&db, &without(late()).path(), None).await.unwrap();
        assert_eq!(outcome(&again.report, ItemKind::Comment, Outcome::Gone), 0, "it is marked once");
        let back = run(&db, &late().path(), None).await.unwrap();
        assert_eq!(outcome(&back.report, ItemKind::Comment, Outcome::Changed), 2);
        assert_eq!(post_of(&db, "1", "comment").await.source_gone_at, None);
        db.close().await;
    }

    async fn a_dry_run_tells_the_same_and_writes_nothing(db: TestDatabase) {
        let db = db.connect().await;
        for dump in [early(), late()] {
            let before = rows(&db).await;
            let told = dry_run(&db, &dump.path()).await.unwrap();
            assert_eq!(rows(&db).await, before);
            let done = run(&db, &dump.path(), None).await.unwrap();
            assert_eq!(told.report, done.report);
        }
        db.close().await;
    }

    async fn beer_2014_then_2020_then_2014(db: TestDatabase) {
        let Some(data) = data() else { return };
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        let of = |year| data.join(format!("stackexchange/beer-{year}.7z"));
        let first = run(db, &of(2014), None).await.unwrap().report;
        assert_eq!(outcome(&first, ItemKind::Question, Outcome::New), 244);
        assert_eq!(outcome(&first, ItemKind::Answer, Outcome::New), 448);
        let second = run(db, &of(2020), None).await.unwrap().report;
        adds_up(&second);
        let sum = |kind| [Outcome::New, Outcome::Changed, Outcome::Unchanged].map(|of| outcome(&second, kind, of)).iter().sum::<u64>();
        assert_eq!((sum(ItemKind::Question), sum(ItemKind::Answer), sum(ItemKind::Comment)), (1_029, 2_277, 3_509));
        assert_eq!(outcomes(&second, Outcome::Kept), 0);
        assert!(outcome(&second, ItemKind::Question, Outcome::Changed) > 100);
        assert!(outcome(&second, ItemKind::Answer, Outcome::Gone) > 0);
        rebuilds_equal(&app).await;
        let before = Everything::of(db).await;
        let third = run(db, &of(2020), None).await.unwrap().report;
        assert_eq!(outcomes(&third, Outcome::New) + outcomes(&third, Outcome::Changed) + outcomes(&third, Outcome::Gone), 0);
        // Positions may have been given meanwhile; nothing else differs.
        let mut after = Everything::of(db).await;
        for (after, before) in after.events.iter_mut().zip(&before.events) {
            after.position = before.position;
        }
        assert!(after == before, "importing again changes nothing");
        let refused = run(db, &of(2014), None).await.unwrap_err();
        assert!(matches!(refused, ImportError::Older { .. }), "{refused}");
        app.stop().await;
    }
}
