//! Closing a question and opening it again.

use tacit_contract::moderation::{CloseQuestion, ReopenQuestionQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{
    CloseReason, CreateAnswer, ListQuestionsQuery, QuestionSort, QuestionState,
};
use uuid::Uuid;

use super::{audited, happened};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, points_at, refused};
use crate::support::roles::Person;

fn close(reason: CloseReason, note: Option<&str>) -> CloseQuestion {
    CloseQuestion {
        reason,
        original_id: None,
        note: note.map(str::to_owned),
    }
}

fn duplicate_of(original: Uuid) -> CloseQuestion {
    CloseQuestion {
        reason: CloseReason::Duplicate,
        original_id: Some(original),
        note: None,
    }
}

fn because(reason: &str) -> ReopenQuestionQuery {
    ReopenQuestionQuery {
        reason: Some(reason.to_owned()),
    }
}

async fn original_of(person: &Person, question: Uuid) -> Option<Uuid> {
    let page = person.get_question(question).await.unwrap();
    page.duplicate_of.map(|original| original.id)
}

on_each_database! {
    async fn an_asker_closes_and_reopens_their_own(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        noor.close_question(id, &close(CloseReason::Outdated, Some("The sheet is gone"))).await.unwrap();
        noor.close_question(id, &close(CloseReason::Outdated, Some("The sheet is gone"))).await.unwrap();
        assert_eq!(happened(&app, "question_closed").await, 1, "the same again changes nothing");
        let page = hugo.get_question(id).await.unwrap();
        let closing = page.closing.unwrap();
        assert_eq!((page.state, page.closed_reason), (QuestionState::Closed, Some(CloseReason::Outdated)));
        assert_eq!(closing.note.as_deref(), Some("The sheet is gone"));
        assert_eq!(closing.by.unwrap().id, noor.id);
        let late = CreateAnswer { body: "Too late.".to_owned(), language: None };
        assert_eq!(refused(hugo.post_answer(id, &late).await), ProblemCode::WrongState);
        comment(&hugo, id, "It was moved, not removed.").await;
        noor.reopen_question(id, &ReopenQuestionQuery::default()).await.unwrap();
        noor.reopen_question(id, &ReopenQuestionQuery::default()).await.unwrap();
        assert_eq!(happened(&app, "question_reopened").await, 1);
        let page = hugo.get_question(id).await.unwrap();
        assert_eq!((page.state, page.closing), (QuestionState::Answered, None));
        assert_eq!(page.answers[0].id, reply);
        assert!(audited(&app).await.is_empty(), "one's own is no act of office");
        app.stop().await;
    }

    async fn a_lead_closes_anybodys_and_it_is_logged(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let out = close(CloseReason::OutOfPlace, None);
        assert_eq!(refused(app.client().close_question(id, &out).await), ProblemCode::Unauthenticated);
        assert_eq!(refused(hugo.close_question(id, &out).await), ProblemCode::Forbidden);
        let may = |person: Person| async move { person.get_question_viewer(id).await.unwrap().may_close };
        assert!(!may(hugo.clone()).await && may(noor.clone()).await && may(lead.clone()).await);
        lead.close_question(id, &out).await.unwrap();
        assert_eq!(refused(hugo.reopen_question(id, &because("Mine")).await), ProblemCode::Forbidden);
        assert_eq!(points_at(lead.reopen_question(id, &ReopenQuestionQuery::default()).await), "/reason");
        lead.reopen_question(id, &because("It does belong here")).await.unwrap();
        let told: Vec<_> = audited(&app).await.into_iter()
            .map(|entry| (entry.actor_id.unwrap(), entry.act, entry.member_id.unwrap(), entry.detail, entry.reason))
            .collect();
        let reopened = Some("It does belong here".to_owned());
        assert_eq!(told, [
            (lead.id, "question_closed".to_owned(), noor.id, Some("out_of_place".to_owned()), None),
            (lead.id, "question_reopened".to_owned(), noor.id, None, reopened),
        ]);
        app.stop().await;
    }

    async fn a_duplicate_and_its_original_name_each_other(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let original = ask(&noor, "How do I export the stock sheet?").await.id;
        let id = ask(&noor, "How does one export stock sheets?").await.id;
        lead.close_question(id, &duplicate_of(original)).await.unwrap();
        assert_eq!(original_of(&noor, id).await, Some(original));
        let named = noor.get_question(original).await.unwrap().duplicates;
        assert_eq!(named.iter().map(|other| other.id).collect::<Vec<_>>(), [id]);
        noor.reopen_question(id, &ReopenQuestionQuery::default()).await.unwrap();
        assert_eq!(original_of(&noor, id).await, None);
        assert!(noor.get_question(original).await.unwrap().duplicates.is_empty());
        app.stop().await;
    }

    async fn what_a_closing_lacks_is_said_at_its_field(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let gone = ask(&noor, "Who signs for a damaged pallet?").await.id;
        app.delete(gone).await;
        let wrong = [
            (close(CloseReason::Duplicate, None), "/original_id"),
            (CloseQuestion { original_id: Some(gone), ..close(CloseReason::Outdated, None) }, "/original_id"),
            (duplicate_of(id), "/original_id"),
            (duplicate_of(gone), "/original_id"),
            (duplicate_of(Uuid::now_v7()), "/original_id"),
            (close(CloseReason::Other, None), "/note"),
            (close(CloseReason::Other, Some(" ")), "/note"),
            (close(CloseReason::Outdated, Some(&"x".repeat(501))), "/note"),
        ];
        for (closing, pointer) in wrong {
            assert_eq!(points_at(noor.close_question(id, &closing).await), pointer, "{closing:?}");
        }
        assert_eq!(noor.get_question(id).await.unwrap().state, QuestionState::Open);
        app.stop().await;
    }

    async fn duplicates_lead_to_the_answers_in_one_step_and_never_in_circles(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let [a, b, c, d] = [
            ask(&noor, "How do I export the stock sheet?").await.id,
            ask(&noor, "How does one export stock sheets?").await.id,
            ask(&noor, "Where does the export of stock sit?").await.id,
            ask(&noor, "Is there an export of the stock?").await.id,
        ];
        lead.close_question(c, &duplicate_of(b)).await.unwrap();
        lead.close_question(b, &duplicate_of(a)).await.unwrap();
        assert_eq!(original_of(&noor, c).await, Some(a), "what was a duplicate of it moves along");
        lead.close_question(d, &duplicate_of(c)).await.unwrap();
        assert_eq!(original_of(&noor, d).await, Some(a), "an original is followed to its own");
        let named = noor.get_question(a).await.unwrap().duplicates;
        assert_eq!(named.len(), 3);
        assert!(noor.get_question(b).await.unwrap().duplicates.is_empty());
        assert_eq!(points_at(lead.close_question(a, &duplicate_of(d)).await), "/original_id");
        assert_eq!(noor.get_question(a).await.unwrap().state, QuestionState::Open);
        app.stop().await;
    }

    async fn two_that_close_each_other_at_once_leave_one_open(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let a = ask(&noor, "How do I export the stock sheet?").await.id;
        let b = ask(&noor, "How does one export stock sheets?").await.id;
        let (of_a, of_b) = (duplicate_of(a), duplicate_of(b));
        let (one, two) = tokio::join!(lead.close_question(a, &of_b), noor.close_question(b, &of_a));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        app.stop().await;
    }

    async fn nobody_is_sent_where_they_cannot_go(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, other) = (app.member().await, app.lead().await, app.lead().await);
        let open = ask(&noor, "How do I export the stock sheet?").await.id;
        let inside = ask(&noor, "Who covers the night of the fourth?").await.id;
        let beside = ask(&noor, "Who covers the night of the fifth?").await.id;
        app.restrict(&[inside, beside], For::Community(vec![noor.id, lead.id])).await;
        assert_eq!(refused(other.close_question(inside, &close(CloseReason::Outdated, None)).await), ProblemCode::NotFound);
        assert_eq!(points_at(other.close_question(open, &duplicate_of(inside)).await), "/original_id");
        assert_eq!(points_at(lead.close_question(open, &duplicate_of(inside)).await), "/original_id");
        lead.close_question(inside, &duplicate_of(beside)).await.unwrap();
        assert_eq!(original_of(&noor, inside).await, Some(beside));
        noor.close_question(beside, &duplicate_of(open)).await.unwrap();
        assert_eq!(original_of(&noor, inside).await, Some(open));
        for person in [&noor, &other] {
            let named = person.get_question(open).await.unwrap().duplicates;
            assert!(named.is_empty(), "the shared page names what all its readers may see");
        }
        app.stop().await;
    }

    async fn what_is_asked_often_is_listed_as_far_as_one_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let mut originals = Vec::new();
        for (number, times) in [(0, 1), (1, 3), (2, 2), (3, 0)] {
            let original = ask(&noor, &format!("How do I export the sheet number {number}?")).await.id;
            for time in 0..times {
                let id = ask(&noor, &format!("Export of sheet {number}, asked again {time}?")).await.id;
                lead.close_question(id, &duplicate_of(original)).await.unwrap();
                if number == 1 && time == 0 {
                    app.restrict(&[id], For::People(vec![noor.id])).await;
                }
            }
            originals.push(original);
        }
        let listed = |person: Person, limit: u32| async move {
            let mut seen = Vec::new();
            let mut cursor = None;
            loop {
                let sort = Some(QuestionSort::Duplicated);
                let query = ListQuestionsQuery { sort, cursor, limit: Some(limit), ..ListQuestionsQuery::default() };
                let page = person.list_questions(&query).await.unwrap();
                seen.extend(page.items.iter().map(|item| (item.id, item.duplicate_count)));
                cursor = page.next_cursor;
                if cursor.is_none() { return seen; }
            }
        };
        let [a, b, c] = [originals[0], originals[1], originals[2]];
        assert_eq!(listed(noor.clone(), 20).await, [(b, Some(3)), (c, Some(2)), (a, Some(1))]);
        let for_lead = [(c, Some(2)), (b, Some(2)), (a, Some(1))];
        assert_eq!(listed(lead.clone(), 20).await, for_lead);
        assert_eq!(listed(lead.clone(), 1).await, for_lead, "page by page");
        let plain = noor.list_questions(&ListQuestionsQuery::default()).await.unwrap();
        assert!(plain.items.iter().all(|item| item.duplicate_count.is_none()));
        app.stop().await;
    }

    async fn who_follows_a_duplicate_follows_its_original(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, sven, lead) =
            (app.member().await, app.member().await, app.member().await, app.member().await, app.lead().await);
        let original = ask(&noor, "How do I export the stock sheet?").await.id;
        let id = ask(&hugo, "How does one export stock sheets?").await.id;
        for person in [&lova, &sven, &noor] {
            person.follow_question(id, true).await.unwrap();
        }
        sven.follow_question(original, true).await.unwrap();
        sven.follow_question(original, false).await.unwrap();
        let following = |person: Person| async move { person.get_question_viewer(original).await.unwrap().following };
        lead.close_question(id, &duplicate_of(original)).await.unwrap();
        for (person, follows) in [(&hugo, true), (&lova, true), (&sven, false), (&noor, true), (&lead, false)] {
            assert_eq!(following(person.clone()).await, follows);
        }
        assert_eq!(happened(&app, "question_followed").await, 6);
        app.stop().await;
    }
}
