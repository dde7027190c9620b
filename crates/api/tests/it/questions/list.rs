//! Lists: orders, filters, pages.

use tacit_client::Client;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{
    AcceptAnswer, ListQuestionsQuery, QuestionFilter, QuestionSort, QuestionSummary, Urgency,
};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, question, refused};

async fn ids(person: &Client, query: ListQuestionsQuery) -> Vec<Uuid> {
    let page = person.list_questions(&query).await.unwrap();
    page.items.iter().map(|item| item.id).collect()
}

fn sorted(sort: QuestionSort) -> ListQuestionsQuery {
    ListQuestionsQuery {
        sort: Some(sort),
        ..ListQuestionsQuery::default()
    }
}

on_each_database! {
    async fn each_order_puts_its_own_first(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let first = ask(&noor, "How do I export the stock sheet?").await.id;
        let second = ask(&noor, "Who signs for a damaged pallet?").await.id;
        let mut blocking = question("Who can open the payroll run now?", &["Payroll"]);
        blocking.urgency = Some(Urgency::Blocking);
        let third = noor.ask_question(&blocking).await.unwrap().id;
        let reply = answer(&hugo, first, "From the menu, then as a file.").await;
        hugo.mark_helpful(second).await.unwrap();
        assert_eq!(ids(&noor, sorted(QuestionSort::Newest)).await, [third, second, first]);
        assert_eq!(ids(&noor, sorted(QuestionSort::Active)).await, [first, third, second]);
        assert_eq!(ids(&noor, sorted(QuestionSort::Waiting)).await, [third, first, second]);
        assert_eq!(ids(&noor, sorted(QuestionSort::Helpful)).await[0], second);
        let accept = AcceptAnswer { answer_id: reply.id, reason: None };
        noor.accept_answer(first, &accept).await.unwrap();
        assert_eq!(ids(&noor, sorted(QuestionSort::Waiting)).await, [third, second]);
        app.stop().await;
    }

    async fn filters_leave_what_they_name(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let open = ask(&noor, "How do I export the stock sheet?").await.id;
        let answered = ask(&hugo, "Who signs for a damaged pallet?").await.id;
        let mut other = question("Wer zählt die Kisten im Lager heute?", &["Kubernetes"]);
        other.language = Some("de".to_owned());
        let solved = noor.ask_question(&other).await.unwrap().id;
        answer(&noor, answered, "The driver and you.").await;
        let reply = answer(&hugo, solved, "Die Nachtschicht.").await;
        let accept = AcceptAnswer { answer_id: reply.id, reason: None };
        noor.accept_answer(solved, &accept).await.unwrap();
        noor.follow_topic("kubernetes").await.unwrap();
        let list = |change: &dyn Fn(&mut ListQuestionsQuery)| {
            let mut query = ListQuestionsQuery::default();
            change(&mut query);
            let noor = noor.clone();
            async move { ids(&noor, query).await }
        };
        assert_eq!(list(&|q| q.state = Some(QuestionFilter::Unanswered)).await, [open]);
        assert_eq!(list(&|q| q.state = Some(QuestionFilter::Answered)).await, [answered]);
        assert_eq!(list(&|q| q.state = Some(QuestionFilter::Solved)).await, [solved]);
        assert_eq!(list(&|q| q.state = Some(QuestionFilter::Unsolved)).await, [answered, open]);
        assert_eq!(list(&|q| q.mine = Some(true)).await, [solved, open]);
        assert_eq!(list(&|q| q.followed = Some(true)).await, [solved]);
        assert_eq!(list(&|q| q.topic = Some("KUBERNETES".to_owned())).await, [solved]);
        assert_eq!(list(&|q| q.topic = Some("nowhere".to_owned())).await, Vec::<Uuid>::new());
        assert_eq!(list(&|q| q.language = Some("de".to_owned())).await, [solved]);
        let handle = hugo.handle.clone();
        assert_eq!(list(&|q| q.asked_by = Some(handle.clone())).await, [answered]);
        assert_eq!(list(&|q| q.answered_by = Some(handle.clone())).await, [solved]);
        assert_eq!(list(&|q| q.asked_by = Some("nobody-here".to_owned())).await, Vec::<Uuid>::new());
        let at = noor.get_question(answered).await.unwrap().created_at;
        assert_eq!(list(&|q| q.since = Some(at)).await, [solved, answered]);
        assert_eq!(list(&|q| q.until = Some(at)).await, [open]);
        app.stop().await;
    }

    async fn pages_hold_everything_once_in_every_order(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        for number in 0..7 {
            let mut new = question(&format!("Question of this list, number {number}"), &["List"]);
            new.urgency = (number % 3 == 0).then_some(Urgency::Blocking);
            let id = noor.ask_question(&new).await.unwrap().id;
            if number % 2 == 0 {
                hugo.mark_helpful(id).await.unwrap();
            }
        }
        for sort in [QuestionSort::Newest, QuestionSort::Active, QuestionSort::Waiting, QuestionSort::Helpful] {
            let whole = ids(&noor, sorted(sort)).await;
            let mut query = ListQuestionsQuery { limit: Some(3), ..sorted(sort) };
            let mut seen: Vec<Uuid> = Vec::new();
            loop {
                let page = noor.list_questions(&query).await.unwrap();
                assert!(page.items.len() <= 3);
                seen.extend(page.items.iter().map(|item: &QuestionSummary| item.id));
                query.cursor = page.next_cursor;
                if query.cursor.is_none() {
                    break;
                }
            }
            assert_eq!(seen, whole, "{sort:?}");
        }
        app.stop().await;
    }

    async fn a_cursor_of_another_list_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        ask(&noor, "How do I export the stock sheet?").await;
        ask(&noor, "Who signs for a damaged pallet?").await;
        let mut query = ListQuestionsQuery { limit: Some(1), ..ListQuestionsQuery::default() };
        let page = noor.list_questions(&query).await.unwrap();
        let cursor = page.next_cursor.unwrap();
        for (cursor, sort) in [
            (cursor.clone(), Some(QuestionSort::Active)),
            ("forged".to_owned(), None),
            (String::new(), None),
            (format!("{cursor}A"), None),
        ] {
            query.cursor = Some(cursor);
            query.sort = sort;
            assert_eq!(refused(noor.list_questions(&query).await), ProblemCode::InvalidCursor);
        }
        for limit in [0, 101] {
            let query = ListQuestionsQuery { limit: Some(limit), ..ListQuestionsQuery::default() };
            assert_eq!(refused(noor.list_questions(&query).await), ProblemCode::MalformedQuery);
        }
        app.stop().await;
    }

    async fn a_query_that_is_not_asked_for_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        for query in ["sort=best", "state=lost", "mine=perhaps", "since=yesterday", "tag=a", "topic=a%00b"] {
            let response = app
                .request(reqwest::Method::GET, &format!("/api/v1/questions?{query}"))
                .header("authorization", noor.bearer())
                .send()
                .await
                .unwrap();
            assert_eq!(response.status(), 400, "{query}");
        }
        app.stop().await;
    }
}
