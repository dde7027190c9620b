//! What one may not see does not exist: in lists, counts, pages, revisions, comments and marks.

use tacit_client::Client;
use tacit_contract::posts::ListRevisionsQuery;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{AcceptAnswer, EditQuestion, ListQuestionsQuery};
use tacit_contract::topics::ListTopicsQuery;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, comment, refused, remark, rewrite};

/// Everything somebody could try with a question, its answer and its comment.
async fn tries(person: &Client, [question, reply, said]: [Uuid; 3]) -> Vec<ProblemCode> {
    let revisions = ListRevisionsQuery::default();
    let edit = EditQuestion {
        title: Some("A title by a stranger".to_owned()),
        ..EditQuestion::default()
    };
    let accept = AcceptAnswer {
        answer_id: reply,
        reason: None,
    };
    let another = tacit_contract::questions::CreateAnswer {
        body: "Me too.".to_owned(),
        language: None,
    };
    let mut codes = vec![
        refused(person.get_question(question).await),
        refused(person.get_question_viewer(question).await),
        refused(person.edit_question(question, 1, &edit).await),
        refused(person.post_answer(question, &another).await),
        refused(person.accept_answer(question, &accept).await),
        refused(
            person
                .withdraw_acceptance(question, &Default::default())
                .await,
        ),
        refused(person.edit_answer(reply, 1, &rewrite("Mine now.")).await),
        refused(person.edit_comment(said, 1, &rewrite("Mine now.")).await),
    ];
    for post in [question, reply, said] {
        codes.push(refused(person.list_revisions(post, &revisions).await));
        codes.push(refused(person.add_comment(post, &remark("Hello?")).await));
        codes.push(refused(person.mark_helpful(post).await));
        codes.push(refused(person.unmark_helpful(post).await));
    }
    codes
}

async fn listed(person: &Client) -> Vec<Uuid> {
    let page = person
        .list_questions(&ListQuestionsQuery::default())
        .await
        .unwrap();
    page.items.iter().map(|item| item.id).collect()
}

async fn counted(person: &Client) -> i64 {
    let page = person
        .list_topics(&ListTopicsQuery::default())
        .await
        .unwrap();
    page.items.iter().map(|topic| topic.counts.questions).sum()
}

on_each_database! {
    async fn a_stranger_finds_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, stranger, admin) =
            (app.member().await, app.member().await, app.member().await, app.admin().await);
        for people in [false, true] {
            let id = ask(&noor, "What do I say when she comes back?").await.id;
            let reply = answer(&hugo, id, "That you are glad.").await.id;
            let said = comment(&noor, reply, "Thank you.").await.id;
            let posts = [id, reply, said];
            let audience = if people {
                For::People(vec![hugo.id, noor.id])
            } else {
                For::Community(vec![hugo.id, noor.id])
            };
            app.restrict(&posts, audience).await;
            for outsider in [&stranger, &admin] {
                let codes = tries(outsider, posts).await;
                assert!(codes.iter().all(|code| *code == ProblemCode::NotFound), "{codes:?}");
                assert!(!listed(outsider).await.contains(&id));
            }
            for insider in [&noor, &hugo] {
                let page = insider.get_question(id).await.unwrap();
                assert_eq!(page.answers[0].comments.len(), 1);
                assert!(listed(insider).await.contains(&id));
            }
            hugo.mark_helpful(id).await.unwrap();
        }
        app.stop().await;
    }

    async fn what_is_written_there_stays_there(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, stranger) =
            (app.member().await, app.member().await, app.member().await, app.member().await);
        let id = ask(&noor, "What do I say when she comes back?").await.id;
        app.restrict(&[id], For::People(vec![hugo.id, lova.id])).await;
        let reply = answer(&hugo, id, "That you are glad.").await.id;
        let said = comment(&lova, reply, "And mean it.").await.id;
        let codes = tries(&stranger, [id, reply, said]).await;
        assert!(codes.iter().all(|code| *code == ProblemCode::NotFound), "{codes:?}");
        for insider in [&noor, &hugo, &lova] {
            let page = insider.get_question(id).await.unwrap();
            assert_eq!(page.answers[0].comments[0].id, said);
            insider.list_revisions(said, &ListRevisionsQuery::default()).await.unwrap();
        }
        app.stop().await;
    }

    async fn numbers_count_what_one_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, stranger) = (app.member().await, app.member().await);
        ask(&noor, "How do I export the stock sheet?").await;
        let inside = ask(&noor, "Who covers the night of the fourth?").await.id;
        let named = ask(&noor, "What do I say when she comes back?").await.id;
        app.restrict(&[inside], For::Community(vec![noor.id])).await;
        app.restrict(&[named], For::People(vec![noor.id])).await;
        // Any later event about the topic has it counted anew.
        noor.edit_question(inside, 1, &EditQuestion { body: Some("Soon.".to_owned()), ..EditQuestion::default() }).await.unwrap();
        app.catch_up().await;
        assert_eq!(counted(&stranger).await, 1);
        assert_eq!(counted(&noor).await, 2, "posts to named people count nowhere");
        let topic = stranger.get_topic("customer-calls").await.unwrap();
        assert_eq!(topic.counts.questions, 1);
        app.stop().await;
    }

    async fn what_was_deleted_is_gone_for_all(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, admin) = (app.member().await, app.admin().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&noor, id, "From the menu.").await.id;
        let said = comment(&noor, reply, "Under File.").await.id;
        app.delete(id).await;
        for person in [&noor, &admin] {
            let codes = tries(person, [id, reply, said]).await;
            assert!(codes.iter().all(|code| *code == ProblemCode::NotFound), "{codes:?}");
            assert!(listed(person).await.is_empty());
        }
        app.stop().await;
    }
}
