//! Drafts: kept while one types, found again, gone when posted, and nobody else's.

use tacit_contract::drafts::{DraftKind, ListDraftsQuery, SaveDraft};
use tacit_contract::needs::NeedForm;
use tacit_contract::posts::AudienceChoice;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{EditQuestion, Urgency};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{
    For, answer, ask, comment, points_at, question, refused, remark, rewrite,
};

fn typed(body: &str) -> SaveDraft {
    SaveDraft {
        body: body.to_owned(),
        ..SaveDraft::default()
    }
}

fn all() -> ListDraftsQuery {
    ListDraftsQuery::default()
}

on_each_database! {
    async fn a_draft_is_found_again_and_the_last_save_wins(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let first = SaveDraft {
            title: Some("How do I".to_owned()),
            topics: vec!["Customer calls".to_owned(), "vans".to_owned()],
            urgency: Some(Urgency::Blocking),
            audience: Some(AudienceChoice::People { handles: vec!["hugo".to_owned(), "nobody yet".to_owned()] }),
            ..typed("  indented\n\n\tand unfinished ")
        };
        assert_eq!(refused(noor.get_draft("ask").await), ProblemCode::NotFound);
        let kept = noor.save_draft("ask", &first).await.unwrap();
        assert_eq!((kept.version, kept.body.as_str()), (1, first.body.as_str()), "nothing is trimmed");
        assert_eq!((kept.topics, kept.urgency), (first.topics.clone(), first.urgency));
        assert_eq!(kept.audience, first.audience, "nobody is looked for before it is asked");
        let second = noor.save_draft("ask", &typed("From the telephone.")).await.unwrap();
        assert_eq!((second.version, second.title.clone()), (2, None));
        assert_eq!(second.audience, None);
        assert_eq!(noor.get_draft("ask").await.unwrap(), second);
        noor.delete_draft("ask").await.unwrap();
        noor.delete_draft("ask").await.unwrap();
        assert_eq!(refused(noor.get_draft("ask").await), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn a_draft_of_a_need_keeps_form_and_day(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let first = SaveDraft {
            title: Some("I want to learn".to_owned()),
            forms: vec![NeedForm::Session, NeedForm::Answer, NeedForm::Session],
            wanted_by: "2027-01-15T13:30:00Z".parse().ok(),
            ..typed("")
        };
        let kept = noor.save_draft("need", &first).await.unwrap();
        assert_eq!(kept.forms, [NeedForm::Answer, NeedForm::Session], "as they are named");
        assert_eq!(kept.wanted_by.unwrap().to_rfc3339(), "2027-01-15T00:00:00+00:00");
        assert_eq!(noor.get_draft("need").await.unwrap(), kept);
        let second = noor.save_draft("need", &typed("No hurry")).await.unwrap();
        assert_eq!((second.forms, second.wanted_by), (vec![], None));
        app.stop().await;
    }

    async fn a_draft_is_its_writers_alone(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, admin, lead) = (app.member().await, app.admin().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let place = format!("answer-{id}");
        noor.save_draft(&place, &typed("Mine alone.")).await.unwrap();
        for other in [&admin, &lead, &app.member().await] {
            assert_eq!(refused(other.get_draft(&place).await), ProblemCode::NotFound);
            assert_eq!(other.list_drafts(&all()).await.unwrap().items, []);
            other.save_draft(&place, &typed("Theirs.")).await.unwrap();
            other.delete_draft(&place).await.unwrap();
        }
        assert_eq!(noor.get_draft(&place).await.unwrap().body, "Mine alone.");
        assert_eq!(refused(app.anon().get_draft(&place).await), ProblemCode::Unauthenticated);
        app.stop().await;
    }

    async fn posting_discards_the_draft_of_its_place_only(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let said = comment(&hugo, id, "Which version?").await.id;
        let places = [
            "ask".to_owned(),
            format!("answer-{id}"),
            format!("comment-{reply}"),
            format!("edit-{id}"),
            format!("edit-{reply}"),
            format!("edit-{said}"),
        ];
        let lead = app.lead().await;
        for place in &places {
            lead.save_draft(place, &SaveDraft { base_version: Some(1), ..typed("Being written") }).await.unwrap();
        }
        let left = async || lead.list_drafts(&all()).await.unwrap().items.len();
        assert_eq!(left().await, 6);
        ask(&lead, "How do I print the stock sheet?").await;
        assert_eq!(left().await, 5);
        answer(&lead, id, "With the button.").await;
        assert_eq!(left().await, 4);
        comment(&lead, reply, "Which button?").await;
        assert_eq!(left().await, 3);
        let why = Some("Clearer".to_owned());
        let change = EditQuestion { body: Some("Clearly.".to_owned()), reason: why.clone(), ..EditQuestion::default() };
        lead.edit_question(id, 1, &change).await.unwrap();
        let mut text = rewrite("Clearly.");
        text.reason = why;
        assert_eq!(refused(lead.edit_answer(reply, 9, &text).await), ProblemCode::StaleVersion);
        assert_eq!(left().await, 2, "what was not posted stays");
        lead.edit_answer(reply, 1, &text).await.unwrap();
        lead.edit_comment(said, 1, &text).await.unwrap();
        assert_eq!(left().await, 0);
        app.stop().await;
    }

    async fn a_list_names_the_question_as_far_as_it_may_be_seen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        hugo.save_draft(&format!("comment-{reply}"), &typed("**Which** menu?")).await.unwrap();
        hugo.save_draft("ask", &SaveDraft { title: Some("Why".to_owned()), ..typed("") }).await.unwrap();
        let place = format!("comment-{reply}");
        assert_eq!(hugo.get_question_viewer(id).await.unwrap().drafts, [place]);
        assert_eq!(noor.get_question_viewer(id).await.unwrap().drafts, <[String; 0]>::default());
        let drafts = hugo.list_drafts(&all()).await.unwrap().items;
        assert_eq!(drafts.iter().map(|draft| draft.kind).collect::<Vec<_>>(), [DraftKind::Ask, DraftKind::Comment]);
        assert_eq!(drafts[0].title.as_deref(), Some("Why"));
        assert_eq!(drafts[1].excerpt, "Which menu?");
        assert_eq!(drafts[1].question.as_ref().unwrap().title, "How do I export the stock sheet?");
        let short = ListDraftsQuery { limit: Some(1), ..all() };
        let cursor = hugo.list_drafts(&short).await.unwrap().next_cursor;
        let rest = hugo.list_drafts(&ListDraftsQuery { cursor, ..short }).await.unwrap();
        assert_eq!((rest.items, rest.next_cursor), (vec![drafts[1].clone()], None));
        app.restrict(&[id, reply], For::People(vec![])).await;
        let drafts = hugo.list_drafts(&all()).await.unwrap().items;
        assert_eq!(drafts[1].question, None, "the text stays, what it belonged to is not there any more");
        let more = hugo.save_draft(&format!("comment-{reply}"), &typed("More")).await;
        assert_eq!(refused(more), ProblemCode::NotFound);
        app.stop().await;
    }

    async fn what_cannot_be_kept_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let said = comment(&noor, id, "Anyone?").await.id;
        let long = "x".repeat(100_001);
        assert_eq!(points_at(noor.save_draft("ask", &typed(&long)).await), "/body");
        let title = SaveDraft { title: Some("x".repeat(1_001)), ..typed("") };
        assert_eq!(points_at(noor.save_draft("ask", &title).await), "/title");
        let crowd = AudienceChoice::People { handles: vec!["x".to_owned(); 1_001] };
        let crowd = SaveDraft { audience: Some(crowd), ..typed("") };
        assert_eq!(points_at(noor.save_draft("ask", &crowd).await), "/audience/handles");
        let reason = SaveDraft { reason: Some("x".repeat(1_001)), ..typed("") };
        assert_eq!(points_at(noor.save_draft("ask", &reason).await), "/reason");
        assert_eq!(points_at(noor.save_draft("ask", &typed("a\0b")).await), "/body");
        for nowhere in ["note", "answer-1", &format!("answer-{said}"), &format!("comment-{}", Uuid::now_v7())] {
            assert_eq!(refused(noor.save_draft(nowhere, &typed("x")).await), ProblemCode::NotFound, "{nowhere}");
        }
        assert_eq!(refused(noor.save_draft(&format!("comment-{said}"), &typed("x")).await), ProblemCode::WrongState);
        assert_eq!(refused(hugo.save_draft(&format!("edit-{id}"), &typed("x")).await), ProblemCode::Forbidden);
        assert_eq!(refused(noor.add_comment(said, &remark("x")).await), ProblemCode::WrongState);
        noor.ask_question(&question("Is the draft of another place kept?", &["vans"])).await.unwrap();
        app.stop().await;
    }

    async fn saves_at_once_leave_one_draft(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let saves = (0..8).map(|n| {
            let (noor, draft) = (noor.clone(), typed(&format!("Save {n}")));
            async move { noor.save_draft("ask", &draft).await.unwrap() }
        });
        futures::future::join_all(saves).await;
        assert_eq!(noor.get_draft("ask").await.unwrap().version, 8);
        assert_eq!(noor.list_drafts(&all()).await.unwrap().items.len(), 1);
        app.stop().await;
    }
}
