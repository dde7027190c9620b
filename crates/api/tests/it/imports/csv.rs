//! Tables of an organisation's own: members, and questions with several answers.

use sea_orm::{EntityTrait, PaginatorTrait};
use tacit_api::db::entities::{event, member, post};
use tacit_api::imports::csv::{self, Sheet, SheetError, Written};
use tacit_contract::questions::{ListQuestionsQuery, QuestionState};
use tacit_domain::imports::sheet::{Field, SheetKind};

use crate::support::app::TestApp;

async fn read(app: &TestApp, kind: SheetKind, text: &str) -> Result<Sheet, SheetError> {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("table.csv");
    std::fs::write(&path, text).unwrap();
    csv::read(app.state(), kind, &path).await
}

async fn members(app: &TestApp) -> u64 {
    member::Entity::find()
        .count(app.state().db.reader())
        .await
        .unwrap()
}

async fn posts(app: &TestApp) -> u64 {
    post::Entity::find()
        .count(app.state().db.reader())
        .await
        .unwrap()
}

const PEOPLE: &str = "E-post;Namn;Roll;Skostorlek\nnoor@example.org;Noor Haddad;;38\nemil@example.org;Emil Berg;lead;41\n";

on_each_database! {
    async fn members_come_from_a_table(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let before = members(&app).await;
        let sheet = read(&app, SheetKind::Members, PEOPLE).await.unwrap();
        assert_eq!((sheet.rows, sheet.known, sheet.bad.len()), (2, 0, 0));
        assert_eq!(sheet.mapping.columns, [Some(Field::Email), Some(Field::Name), Some(Field::Role), None]);
        assert_eq!(members(&app).await, before, "reading writes nothing");
        let written = csv::write(app.state(), sheet, false).await.unwrap();
        assert_eq!(written.members, 2);
        let emil = app.member().await.get_member("emil").await.unwrap();
        assert_eq!(emil.role, tacit_contract::identity::Role::Lead);
        let origins = event::Entity::find().all(app.state().db.reader()).await.unwrap();
        assert!(origins.iter().any(|event| event.kind == "member_registered" && event.origin == "import"));
        let again = read(&app, SheetKind::Members, PEOPLE).await.unwrap();
        assert_eq!((again.known, csv::write(app.state(), again, false).await.unwrap()), (2, Written::default()));
        app.stop().await;
    }

    async fn nothing_is_written_while_a_row_is_wrong(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let before = members(&app).await;
        let text = "email,name,role,department\nnoor@example.org,Noor,,\nnot an address,Bo,,\nemil@example.org,Emil,king,\nkim@example.org,Kim,,Nowhere\nNoor@example.org,Noor,,\n";
        let sheet = read(&app, SheetKind::Members, text).await.unwrap();
        let wrong: Vec<_> = sheet.bad.iter().map(|row| (row.line, row.field)).collect();
        assert_eq!(wrong, [
            (3, Some(Field::Email)), (4, Some(Field::Role)), (5, Some(Field::Department)), (6, Some(Field::Email)),
        ]);
        let refused = csv::write(app.state(), sheet, false).await.unwrap_err();
        assert!(matches!(refused, SheetError::BadRows(4)), "{refused}");
        assert_eq!(members(&app).await, before);
        let sheet = read(&app, SheetKind::Members, text).await.unwrap();
        assert_eq!(csv::write(app.state(), sheet, true).await.unwrap().members, 1);
        assert_eq!(members(&app).await, before + 1);
        app.stop().await;
    }

    async fn questions_come_with_several_answers(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let people = read(&app, SheetKind::Members, PEOPLE).await.unwrap();
        csv::write(app.state(), people, false).await.unwrap();
        let text = csv::template(SheetKind::Questions);
        let sheet = read(&app, SheetKind::Questions, &text).await.unwrap();
        assert_eq!(sheet.bad, []);
        let written = csv::write(app.state(), sheet, false).await.unwrap();
        assert_eq!((written.questions, written.answers), (1, 2));
        let someone = app.member().await;
        let found = someone.list_questions(&ListQuestionsQuery::default()).await.unwrap().items.remove(0);
        let page = someone.get_question(found.id).await.unwrap();
        assert_eq!((page.state, page.answers.len(), page.topics.len()), (QuestionState::Solved, 2, 2));
        assert_eq!(page.created_at.to_rfc3339(), "2024-03-01T09:30:00+00:00");
        assert_eq!(page.by.author.unwrap().handle, "noor");
        let again = read(&app, SheetKind::Questions, &text).await.unwrap();
        assert_eq!(again.known, 2);
        assert_eq!(csv::write(app.state(), again, false).await.unwrap(), Written::default());
        assert_eq!(posts(&app).await, 3);
        app.stop().await;
    }

    async fn rows_of_questions_are_wrong_one_by_one(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let people = read(&app, SheetKind::Members, PEOPLE).await.unwrap();
        csv::write(app.state(), people, false).await.unwrap();
        let head = "title,body,topics,asked_by,asked_at,answer,answered_by,answered_at,accepted\n";
        let good = "How do I export the stock sheet?,,Stock,noor@example.org,2024-03-01,Choose one.,emil@example.org,2024-03-02,yes\n";
        for (rows, line, field) in [
            (",,,,,An answer to nothing.,emil@example.org,,\n".to_owned(), 2, Field::Title),
            ("Short,,Stock,noor@example.org,,,,,\n".to_owned(), 2, Field::Title),
            ("How do I export the stock sheet?,,,noor@example.org,,,,,\n".to_owned(), 2, Field::Topics),
            ("How do I export the stock sheet?,,Stock,who@example.org,,,,,\n".to_owned(), 2, Field::AskedBy),
            ("How do I export the stock sheet?,,Stock,noor@example.org,soon,,,,\n".to_owned(), 2, Field::AskedAt),
            ("How do I export the stock sheet?,,Stock,noor@example.org,2099-01-01,,,,\n".to_owned(), 2, Field::AskedAt),
            ("How do I export the stock sheet?,,Stock,noor@example.org,2024-03-01,Yes.,emil@example.org,2024-02-01,\n".to_owned(), 2, Field::AnsweredAt),
            (format!("{good},,,,,Another.,emil@example.org,2024-03-03,yes\n"), 3, Field::Accepted),
            (format!("{good},,,,,,emil@example.org,2024-03-03,\n"), 3, Field::Answer),
        ] {
            let sheet = read(&app, SheetKind::Questions, &format!("{head}{rows}")).await.unwrap();
            let wrong: Vec<_> = sheet.bad.iter().map(|row| (row.line, row.field)).collect();
            assert_eq!(wrong, [(line, Some(field))], "{rows}");
            assert!(csv::write(app.state(), sheet, false).await.is_err());
        }
        assert_eq!(posts(&app).await, 0);
        app.stop().await;
    }

    async fn what_is_no_table_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        for text in ["", "name\nNoor\n", "email,mail,name\n"] {
            let error = read(&app, SheetKind::Members, text).await.unwrap_err();
            assert!(matches!(error, SheetError::Headings(_)), "{text}: {error}");
        }
        app.stop().await;
    }

    async fn templates_are_for_everybody(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let get = |kind: &str| app.request(reqwest::Method::GET, &format!("/api/v1/imports/templates/{kind}")).send();
        let response = get("members").await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8");
        assert!(response.text().await.unwrap().contains("email,name,handle"));
        assert_eq!(get("secrets").await.unwrap().status(), 404);
        app.stop().await;
    }
}
