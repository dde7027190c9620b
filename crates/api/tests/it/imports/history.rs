//! What posts said before: each edit with its time, editor and reason.

use tacit_contract::imports::{ItemKind, Outcome};
use tacit_contract::posts::ListRevisionsQuery;
use tacit_domain::time::Timestamp;

use super::{MadeDump, outcome, run};
use crate::support::app::TestApp;

const FIRST: [&str; 3] = [
    r#"Id="1" PostHistoryTypeId="1" PostId="1" RevisionGUID="a" CreationDate="2014-01-22T10:00:00" UserId="1" Text="Which yeast?""#,
    r#"Id="2" PostHistoryTypeId="2" PostId="1" RevisionGUID="a" CreationDate="2014-01-22T10:00:00" UserId="1" Text="For a *stout*.""#,
    r#"Id="3" PostHistoryTypeId="3" PostId="1" RevisionGUID="a" CreationDate="2014-01-22T10:00:00" UserId="1" Text="&lt;yeast&gt;""#,
];

const EDITS: [&str; 3] = [
    r#"Id="4" PostHistoryTypeId="4" PostId="1" RevisionGUID="b" CreationDate="2014-02-01T10:00:00" UserId="2" Comment="said more" Text="Which yeast for a stout?""#,
    r#"Id="5" PostHistoryTypeId="6" PostId="1" RevisionGUID="b" CreationDate="2014-02-01T10:00:00" UserId="2" Comment="said more" Text="&lt;yeast&gt;&lt;c++&gt;""#,
    r#"Id="6" PostHistoryTypeId="5" PostId="1" RevisionGUID="c" CreationDate="2014-03-01T10:00:00" UserDisplayName="user9" Comment="spelling" Text="For a dry *stout*.""#,
];

fn dump(history: &[&str], active: &str) -> MadeDump {
    let post = format!(
        r#"Id="1" PostTypeId="1" CreationDate="2014-01-22T10:00:00" LastActivityDate="{active}" Body="&lt;p&gt;For a dry &lt;em&gt;stout&lt;/em&gt;.&lt;/p&gt;" OwnerUserId="1" Title="Which yeast for a stout?" Tags="&lt;yeast&gt;""#
    );
    MadeDump::small()
        .file("Posts", &[&post])
        .file("PostHistory", history)
}

on_each_database! {
    async fn every_edit_is_a_revision(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let history: Vec<&str> = FIRST.into_iter().chain(EDITS).collect();
        run(&app.state().db, &dump(&history, "2014-03-01T10:00:00").path(), None).await.unwrap();
        let someone = app.member().await;
        let found = someone.list_questions(&Default::default()).await.unwrap().items.remove(0);
        let page = someone.get_question(found.id).await.unwrap();
        assert_eq!(page.version, 3);
        let mut said = someone.list_revisions(found.id, &ListRevisionsQuery::default()).await.unwrap().items;
        said.reverse();
        let titles: Vec<_> = said.iter().map(|one| one.title.as_deref().unwrap()).collect();
        assert_eq!(titles, ["Which yeast?", "Which yeast for a stout?", "Which yeast for a stout?"]);
        let bodies: Vec<_> = said.iter().map(|one| one.body.as_str()).collect();
        assert_eq!(bodies, ["For a *stout*.", "For a *stout*.", "For a dry *stout*."]);
        let topics: Vec<_> = said.iter().map(|one| one.topics.clone().unwrap().join(" ")).collect();
        assert_eq!(topics, ["yeast", "yeast c++", "yeast"], "the last is as the post is now");
        let editors: Vec<_> = said.iter().map(|one| one.editor.as_ref().map(|who| who.handle.as_str())).collect();
        assert_eq!(editors, [Some("brewing-1"), Some("brewing-2"), None]);
        let reasons: Vec<_> = said.iter().map(|one| one.reason.as_deref()).collect();
        assert_eq!(reasons, [None, Some("said more"), Some("spelling")]);
        let last: Timestamp = "2014-03-01T10:00:00".parse().unwrap();
        assert_eq!(said[2].created_at.timestamp_micros(), last.micros());
        app.stop().await;
    }

    async fn a_later_history_goes_on_from_the_earlier_one(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let db = &app.state().db;
        run(db, &dump(&FIRST, "2014-01-22T10:00:00").path(), None).await.unwrap();
        let history: Vec<&str> = FIRST.into_iter().chain(EDITS).collect();
        let report = run(db, &dump(&history, "2014-03-01T10:00:00").path(), None).await.unwrap().report;
        assert_eq!(outcome(&report, ItemKind::Question, Outcome::Changed), 1);
        let someone = app.member().await;
        let found = someone.list_questions(&Default::default()).await.unwrap().items.remove(0);
        let said = someone.list_revisions(found.id, &ListRevisionsQuery::default()).await.unwrap().items;
        let versions: Vec<_> = said.iter().map(|one| one.version).collect();
        assert_eq!(versions, [3, 2, 1]);
        assert_eq!(said[1].reason.as_deref(), Some("said more"));
        app.stop().await;
    }
}
