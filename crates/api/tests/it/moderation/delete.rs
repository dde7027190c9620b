//! Deleting by rules that keep others' work, and restoring.

use tacit_client::ClientError;
use tacit_contract::identity::ListMembersQuery;
use tacit_contract::moderation::{
    CloseQuestion, DeletePostQuery, FlagKind, FlagPost, ListDeletedPostsQuery,
};
use tacit_contract::posts::PostKind;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{AcceptAnswer, CloseReason, ListQuestionsQuery, QuestionState};
use tacit_contract::search::SearchQuery;
use uuid::Uuid;

use super::{audited, happened};
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, points_at, refused};
use crate::support::roles::Person;

fn plainly() -> DeletePostQuery {
    DeletePostQuery::default()
}

fn because(reason: &str) -> DeletePostQuery {
    DeletePostQuery {
        reason: Some(reason.to_owned()),
    }
}

async fn listed(person: &Person) -> Vec<Uuid> {
    let query = ListQuestionsQuery::default();
    let page = person.list_questions(&query).await.unwrap();
    page.items.iter().map(|item| item.id).collect()
}

async fn deleted(person: &Person) -> Vec<Uuid> {
    let query = ListDeletedPostsQuery::default();
    let page = person.list_deleted_posts(&query).await.unwrap();
    page.items.iter().map(|item| item.id).collect()
}

/// Questions, answers and helpful marks of a member, as everybody sees them.
async fn counts(app: &TestApp, person: &Person, of: &Person) -> (i64, i64, i64) {
    app.catch_up().await;
    let query = ListMembersQuery::default();
    let page = person.list_members(&query).await.unwrap();
    let row = page
        .items
        .iter()
        .find(|row| row.member.id == of.id)
        .unwrap();
    (row.counts.questions, row.counts.answers, row.counts.helpful)
}

async fn accept(person: &Person, question: Uuid, answer_id: Uuid) {
    let accept = AcceptAnswer {
        answer_id,
        reason: None,
    };
    person.accept_answer(question, &accept).await.unwrap();
}

fn not_found<T: std::fmt::Debug>(result: Result<T, ClientError>) {
    assert_eq!(refused(result), ProblemCode::NotFound);
}

on_each_database! {
    async fn an_author_takes_back_what_nobody_built_on(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let said = comment(&hugo, id, "Which sheet?").await.id;
        not_found(hugo.get_deleted_post(id).await);
        assert_eq!(refused(app.client().delete_post(id, &plainly()).await), ProblemCode::Unauthenticated);
        assert_eq!(refused(hugo.delete_post(id, &plainly()).await), ProblemCode::Forbidden);
        noor.delete_post(id, &plainly()).await.unwrap();
        for person in [&noor, &hugo, &lead] {
            not_found(person.get_question(id).await);
            not_found(person.delete_post(said, &plainly()).await);
            assert!(listed(person).await.is_empty());
        }
        not_found(hugo.get_deleted_post(id).await);
        not_found(hugo.restore_post(id, &plainly()).await);
        assert!(deleted(&hugo).await.is_empty());
        let seen = noor.get_deleted_post(id).await.unwrap();
        assert_eq!((seen.kind, seen.may_restore, seen.restore_needs_reason), (PostKind::Question, true, false));
        assert_eq!(lead.get_deleted_post(id).await.unwrap().deleted_by.unwrap().id, noor.id);
        assert_eq!((deleted(&noor).await, deleted(&lead).await), (vec![id], vec![id]));
        noor.restore_post(id, &plainly()).await.unwrap();
        assert_eq!(hugo.get_question(id).await.unwrap().comments[0].id, said);
        assert_eq!((happened(&app, "post_deleted").await, happened(&app, "post_restored").await), (1, 1));
        assert!(audited(&app).await.is_empty(), "one's own is no act of office");
        app.stop().await;
    }

    async fn a_question_with_answers_stays_until_a_lead_says_why(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        assert_eq!(refused(noor.delete_post(id, &because("Mine")).await), ProblemCode::WrongState);
        let viewer = noor.get_question_viewer(id).await.unwrap();
        assert!(viewer.posts.iter().all(|post| !post.may_delete));
        assert_eq!(points_at(lead.delete_post(id, &plainly()).await), "/reason");
        lead.delete_post(id, &because("It names a customer")).await.unwrap();
        not_found(hugo.get_question(id).await);
        not_found(hugo.edit_answer(reply, 1, &crate::support::builders::rewrite("Mine.")).await);
        assert_eq!(refused(noor.restore_post(id, &because("Please")).await), ProblemCode::Forbidden);
        assert_eq!(noor.get_deleted_post(id).await.unwrap().reason.as_deref(), Some("It names a customer"));
        let other = app.lead().await;
        assert_eq!(points_at(other.restore_post(id, &plainly()).await), "/reason");
        other.restore_post(id, &because("The name is out")).await.unwrap();
        assert_eq!(hugo.get_question(id).await.unwrap().answers[0].id, reply);
        let told: Vec<_> = audited(&app).await.into_iter()
            .map(|entry| (entry.actor_id.unwrap(), entry.act, entry.member_id.unwrap(), entry.reason.unwrap()))
            .collect();
        assert_eq!(told, [
            (lead.id, "post_deleted".to_owned(), noor.id, "It names a customer".to_owned()),
            (other.id, "post_restored".to_owned(), noor.id, "The name is out".to_owned()),
        ]);
        app.stop().await;
    }

    async fn an_accepted_answer_stays_and_comes_back_unaccepted(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let said = comment(&noor, reply, "Thank you.").await.id;
        accept(&noor, id, reply).await;
        assert_eq!(refused(hugo.delete_post(reply, &plainly()).await), ProblemCode::WrongState);
        lead.delete_post(reply, &because("It is dangerous")).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.state, page.answers.len(), page.accepted_at), (QuestionState::Open, 0, None));
        not_found(noor.mark_helpful(reply).await);
        not_found(noor.list_revisions(said, &Default::default()).await);
        assert_eq!(happened(&app, "acceptance_withdrawn").await, 1);
        let gone = |person: Person| async move { person.get_question_viewer(id).await.unwrap().deleted };
        assert!(gone(noor.clone()).await.is_empty());
        assert_eq!(gone(hugo.clone()).await[0].id, reply);
        assert!(gone(lead.clone()).await[0].may_restore);
        lead.restore_post(reply, &plainly()).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!((page.state, page.answers[0].accepted), (QuestionState::Answered, false));
        assert_eq!(page.answers[0].comments[0].id, said);
        app.stop().await;
    }

    async fn a_comment_goes_by_its_author(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let said = comment(&hugo, id, "Which sheet?").await.id;
        assert_eq!(refused(noor.delete_post(said, &plainly()).await), ProblemCode::Forbidden);
        hugo.delete_post(said, &plainly()).await.unwrap();
        not_found(hugo.delete_post(said, &plainly()).await);
        assert!(noor.get_question(id).await.unwrap().comments.is_empty());
        hugo.restore_post(said, &plainly()).await.unwrap();
        not_found(hugo.restore_post(said, &plainly()).await);
        assert_eq!(noor.get_question(id).await.unwrap().comments.len(), 1);
        app.stop().await;
    }

    async fn what_stood_under_a_deleted_answer_waits_for_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let said = comment(&noor, reply, "Which menu?").await.id;
        noor.delete_post(said, &plainly()).await.unwrap();
        assert!(noor.get_deleted_post(said).await.unwrap().may_restore);
        hugo.delete_post(reply, &plainly()).await.unwrap();
        let seen = noor.get_deleted_post(said).await.unwrap();
        assert_eq!((seen.may_restore, seen.under_deleted), (false, true));
        let listed = lead.get_question_viewer(id).await.unwrap().deleted;
        let may: Vec<_> = listed.iter().map(|post| (post.id, post.may_restore, post.under_deleted)).collect();
        assert_eq!(may, [(reply, true, false), (said, false, true)]);
        for person in [&noor, &lead] {
            assert_eq!(refused(person.restore_post(said, &because("Please")).await), ProblemCode::WrongState);
        }
        not_found(hugo.restore_post(said, &because("Please")).await);
        hugo.restore_post(reply, &plainly()).await.unwrap();
        noor.restore_post(said, &plainly()).await.unwrap();
        assert_eq!(noor.get_question(id).await.unwrap().answers[0].comments[0].id, said);
        app.stop().await;
    }

    async fn the_original_of_duplicates_stays_for_all(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let original = ask(&noor, "How do I export the stock sheet?").await.id;
        let id = ask(&noor, "How does one export stock sheets?").await.id;
        let closing = CloseQuestion { reason: CloseReason::Duplicate, original_id: Some(original), note: None };
        lead.close_question(id, &closing).await.unwrap();
        for person in [&noor, &lead] {
            assert_eq!(refused(person.delete_post(original, &because("Old")).await), ProblemCode::WrongState);
        }
        noor.delete_post(id, &plainly()).await.unwrap();
        noor.delete_post(original, &plainly()).await.unwrap();
        app.stop().await;
    }

    async fn what_is_deleted_leaves_numbers_and_search(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I calibrate the zymurgy kettle?").await.id;
        let reply = answer(&hugo, id, "With salt.").await.id;
        noor.mark_helpful(reply).await.unwrap();
        let found = |person: Person| async move {
            let query = SearchQuery { q: "zymurgy".to_owned(), ..SearchQuery::default() };
            person.search(&query).await.unwrap().items.len()
        };
        for _ in 0..200 {
            if found(noor.clone()).await == 1 { break; }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        assert_eq!(counts(&app, &lead, &hugo).await, (0, 1, 1));
        lead.delete_post(id, &because("A secret")).await.unwrap();
        assert_eq!(found(noor.clone()).await, 0);
        assert_eq!(counts(&app, &lead, &noor).await, (0, 0, 0));
        assert_eq!(counts(&app, &lead, &hugo).await, (0, 0, 0), "answers under it count no more");
        lead.restore_post(id, &plainly()).await.unwrap();
        assert_eq!(counts(&app, &lead, &noor).await, (1, 0, 0));
        assert_eq!(counts(&app, &lead, &hugo).await, (0, 1, 1));
        for _ in 0..200 {
            if found(noor.clone()).await == 1 { break; }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        assert_eq!(found(noor.clone()).await, 1);
        app.stop().await;
    }

    async fn an_answer_at_once_with_its_question_s_deletion_is_not_lost(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        for _ in 0..5 {
            let id = ask(&noor, "How do I export the stock sheet?").await.id;
            let reply = tacit_contract::questions::CreateAnswer { body: "From the menu.".to_owned(), language: None };
            let query = plainly();
            let (gone, answered) = tokio::join!(noor.delete_post(id, &query), hugo.post_answer(id, &reply));
            // Exactly one of the two was first.
            assert!(gone.is_ok() != answered.is_ok(), "{gone:?} {answered:?}");
        }
        app.stop().await;
    }

    async fn nobody_reads_what_was_deleted_for_others(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, inside) = (app.member().await, app.lead().await, app.lead().await);
        let id = ask(&noor, "What do I say when she comes back?").await.id;
        app.restrict(&[id], For::Community(vec![noor.id, inside.id])).await;
        noor.delete_post(id, &plainly()).await.unwrap();
        not_found(lead.get_deleted_post(id).await);
        not_found(lead.restore_post(id, &because("Curious")).await);
        assert!(deleted(&lead).await.is_empty());
        assert_eq!(deleted(&inside).await, [id]);
        app.stop().await;
    }

    async fn deleting_settles_what_was_said(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let flag = FlagPost { reason: "It names a customer".to_owned() };
        hugo.flag_post(id, FlagKind::NotAllRight, &flag).await.unwrap();
        lead.delete_post(id, &because("It does")).await.unwrap();
        assert_eq!(happened(&app, "flags_resolved").await, 1);
        app.stop().await;
    }
}
