//! What revisions changed, and the way back.

use tacit_contract::posts::{
    CompareRevisionQuery, DiffChange, DiffPiece, EditPost, ListRevisionsQuery, RestoreRevision,
};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::EditQuestion;

use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, points_at, refused, rewrite};

/// `[-gone-]{+come+}` in the place of what changed.
fn shown(pieces: &[DiffPiece]) -> String {
    let piece = |piece: &DiffPiece| match piece.change {
        DiffChange::Same => piece.text.clone(),
        DiffChange::Added => format!("{{+{}+}}", piece.text),
        DiffChange::Removed => format!("[-{}-]", piece.text),
    };
    pieces.iter().map(piece).collect()
}

fn before() -> CompareRevisionQuery {
    CompareRevisionQuery::default()
}

fn because(reason: &str) -> RestoreRevision {
    RestoreRevision {
        reason: Some(reason.to_owned()),
    }
}

on_each_database! {
    async fn a_revision_says_what_it_changed(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let change = EditQuestion {
            title: Some("How do I print the stock sheet?".to_owned()),
            body: Some("The customer said no on a call in **March**.".to_owned()),
            topics: Some(vec!["vans".to_owned()]),
            ..EditQuestion::default()
        };
        noor.edit_question(id, 1, &change).await.unwrap();
        let diff = noor.compare_revision(id, 2, &before()).await.unwrap();
        assert_eq!((diff.version, diff.against), (2, Some(1)));
        assert_eq!(shown(&diff.title), "How do I [-export-]{+print+} the stock sheet?");
        assert_eq!(shown(&diff.body), "The customer said [-yes-]{+no+} on a call in **March**.");
        assert_eq!((diff.topics_added, diff.topics_removed), (vec!["vans".to_owned()], vec!["customer-calls".to_owned()]));
        let first = noor.compare_revision(id, 1, &before()).await.unwrap();
        assert_eq!(first.against, None);
        assert!(first.body.iter().all(|piece| piece.change == DiffChange::Added));
        let back = noor.compare_revision(id, 1, &CompareRevisionQuery { against: Some(2) }).await.unwrap();
        assert_eq!(shown(&back.title), "How do I [-print-]{+export+} the stock sheet?");
        for nothing in [noor.compare_revision(id, 9, &before()).await, noor.compare_revision(id, 1, &CompareRevisionQuery { against: Some(9) }).await] {
            assert_eq!(refused(nothing), ProblemCode::NotFound);
        }
        app.stop().await;
    }

    async fn restoring_is_an_edit_with_its_rules(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        hugo.edit_answer(reply, 1, &rewrite("With the button.")).await.unwrap();
        let restored = hugo.restore_revision(reply, 1, 2, &RestoreRevision::default()).await.unwrap();
        assert_eq!(restored.version, 3);
        let page = noor.get_question(id).await.unwrap();
        assert_eq!(page.answers[0].body, "From the menu.");
        assert!(page.answers[0].body_html.contains("From the menu."));
        assert_eq!(refused(hugo.restore_revision(reply, 2, 2, &RestoreRevision::default()).await), ProblemCode::StaleVersion);
        assert_eq!(refused(noor.restore_revision(reply, 2, 3, &because("Mine")).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.restore_revision(reply, 2, 3, &RestoreRevision::default()).await), "/reason");
        assert_eq!(lead.restore_revision(reply, 2, 3, &because("Clearer")).await.unwrap().version, 4);
        let all = noor.list_revisions(reply, &ListRevisionsQuery::default()).await.unwrap().items;
        assert_eq!(all.len(), 4);
        assert_eq!((all[0].body.as_str(), all[0].reason.as_deref()), ("With the button.", Some("Clearer")));
        assert_eq!(refused(hugo.restore_revision(reply, 9, 4, &RestoreRevision::default()).await), ProblemCode::NotFound);
        assert_eq!(hugo.restore_revision(reply, 4, 4, &RestoreRevision::default()).await.unwrap().version, 4, "what it says already changes nothing");
        app.stop().await;
    }

    async fn a_question_comes_back_whole_and_a_comment_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let change = EditQuestion { title: Some("Something else entirely?".to_owned()), topics: Some(vec!["vans".to_owned()]), ..EditQuestion::default() };
        noor.edit_question(id, 1, &change).await.unwrap();
        noor.restore_revision(id, 1, 2, &RestoreRevision::default()).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.title.as_str(), page.topics[0].slug.as_str()), ("How do I export the stock sheet?", "customer-calls"));
        let said = comment(&noor, id, "Anyone?").await.id;
        noor.edit_comment(said, 1, &EditPost { body: "Somebody?".to_owned(), reason: None }).await.unwrap();
        noor.restore_revision(said, 1, 2, &RestoreRevision::default()).await.unwrap();
        assert_eq!(noor.get_question(id).await.unwrap().comments[0].body, "Anyone?");
        app.stop().await;
    }

    async fn the_history_of_what_one_may_not_see_is_not_there(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        app.restrict(&[id], For::People(vec![])).await;
        assert_eq!(refused(lead.compare_revision(id, 1, &before()).await), ProblemCode::NotFound);
        assert_eq!(refused(lead.restore_revision(id, 1, 1, &because("Why not")).await), ProblemCode::NotFound);
        assert_eq!(refused(app.anon().compare_revision(id, 1, &before()).await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn an_edit_tells_the_language_anew(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        assert_eq!(noor.get_question(id).await.unwrap().language, "en");
        let swedish = EditQuestion {
            title: Some("Hur exporterar jag lagerlistan till ett kalkylblad?".to_owned()),
            body: Some("Jag hittar inte knappen, och ingen på kontoret vet var den finns längre.".to_owned()),
            ..EditQuestion::default()
        };
        assert_eq!(noor.edit_question(id, 1, &swedish).await.unwrap().language, "sv");
        let german = "Das geht nur über das Menü, weil der Knopf seit dem letzten Umbau nicht mehr vorhanden ist.";
        let reply = answer(&noor, id, "From the menu, which is where it has always been for everybody.").await.id;
        assert_eq!(noor.edit_answer(reply, 1, &rewrite(german)).await.unwrap().language, "de");
        assert_eq!(noor.edit_answer(reply, 2, &rewrite("Menü.")).await.unwrap().language, "de", "too short to tell: it stays");
        app.stop().await;
    }
}
