//! Letters about notices: at once, in a digest, not at all; once; with one click to end them.

use std::path::Path;

use reqwest::Method;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use tacit_api::app;
use tacit_api::db::entities::{letter, member, notice_setting, projection_cursor};
use tacit_api::notices::Postman;
use tacit_contract::moderation::{CloseQuestion, DeletePostQuery};
use tacit_contract::notices::{
    MailRhythm, NoticeKind, NoticeWays, ReadNotices, UpdateNoticeSettings,
};
use tacit_contract::questions::CloseReason;
use uuid::Uuid;

use super::notices;
use crate::identity::token_in;
use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, comment};
use crate::support::roles::Person;

/// Half past eight in the morning.
const MORNING: &str = "2026-11-24T08:30:00Z";

async fn start(db: &crate::support::db::TestDatabase, at: &str) -> TestApp {
    let at = at.to_owned();
    TestApp::start_with(db, |args| args.as_of = Some(at)).await
}

/// Lets the postman go round until nothing is left to do; the server's own may be at work too.
async fn go_round(app: &TestApp) {
    app.catch_up().await;
    let db = app.state().db.reader();
    let cursor = async |name: &str| {
        let row = projection_cursor::Entity::find_by_id(name).one(db).await;
        row.unwrap().map_or(0, |row| row.position)
    };
    loop {
        Postman::new(app.state()).go_round().await.unwrap();
        let rows = letter::Entity::find().all(db).await.unwrap();
        let done = rows
            .iter()
            .all(|row| row.state != "waiting" && row.state != "sending");
        if done && cursor("notice_mail").await == cursor("notices").await {
            return;
        }
        tokio::task::yield_now().await;
    }
}

/// The letters in the outbox, decoded enough to be looked at.
fn letters(directory: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(directory.join("outbox")) else {
        return Vec::new();
    };
    let paths = files.map(|file| file.unwrap().path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .collect();
    paths.sort();
    let read = |path| std::fs::read_to_string(path).unwrap();
    paths
        .into_iter()
        .map(read)
        .map(|text| text.replace("=\r\n", "").replace("=3D", "="))
        .collect()
}

fn ways(kind: NoticeKind, mail: MailRhythm) -> UpdateNoticeSettings {
    UpdateNoticeSettings {
        kinds: Some(vec![NoticeWays {
            kind,
            in_app: true,
            mail,
        }]),
        ..UpdateNoticeSettings::default()
    }
}

async fn speaks_swedish(app: &TestApp, person: &Person) {
    let id = person.id;
    tacit_api::db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            let change = member::ActiveModel {
                id: Set(id),
                locale: Set("sv".into()),
                ..Default::default()
            };
            change.update(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn an_answer_is_mailed_at_once_in_ones_language_and_only_once(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        speaks_swedish(&app, &noor).await;
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the **menu**.").await.id;
        go_round(&app).await;
        let found = letters(db.directory());
        assert_eq!(found.len(), 1, "{found:?}");
        let text = &found[0];
        assert!(text.contains(&format!("To: {}@almvik.example", noor.handle)), "{text}");
        assert!(text.contains("From the menu.") && text.contains("svarade"), "{text}");
        assert!(text.contains(&format!("/questions/{id}#answer-{reply}")), "{text}");
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{text}");
        // A rebuild tells again, and mails nothing.
        app::projector(app.state()).rebuild("notices").await.unwrap();
        go_round(&app).await;
        assert_eq!(letters(db.directory()).len(), 1);
        app.stop().await;
    }

    async fn a_letter_says_what_was_deleted_and_why(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        speaks_swedish(&app, &hugo).await;
        for person in [&noor, &hugo] {
            let at_once = ways(NoticeKind::PostDeleted, MailRhythm::AtOnce);
            person.update_notice_settings(&at_once).await.unwrap();
        }
        let id = ask(&noor, "Export the sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let because = |reason: &str| DeletePostQuery { reason: Some(reason.to_owned()) };
        lead.delete_post(reply, &because("It names a customer")).await.unwrap();
        go_round(&app).await;
        let found = letters(db.directory());
        let text = found.iter().find(|text| text.contains(&format!("{}@", hugo.handle))).unwrap();
        assert!(text.contains("tog bort ditt svar") && text.contains("It names a customer"), "{text}");
        assert!(text.contains(&format!("/questions/{id}#deleted-{reply}")), "{text}");
        lead.delete_post(id, &because("It was a test")).await.unwrap();
        go_round(&app).await;
        let found = letters(db.directory());
        let to_noor: Vec<_> = found.iter().filter(|text| text.contains(&format!("To: {}@", noor.handle))).collect();
        let text = to_noor.last().unwrap();
        assert!(text.contains("deleted your question") && text.contains("It was a test"), "{text}");
        app.stop().await;
    }

    async fn a_letter_says_why_a_question_was_closed_and_how_to_get_no_more(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let at_once = ways(NoticeKind::QuestionClosed, MailRhythm::AtOnce);
        noor.update_notice_settings(&at_once).await.unwrap();
        let why = [
            (CloseReason::Outdated, "The machine was sold", "was closed: it is out of date."),
            (CloseReason::Other, "Ask the landlord", "was closed:"),
        ];
        for (reason, note, sentence) in why {
            let id = ask(&noor, &format!("Who mends the press, {note}?")).await.id;
            let closing = CloseQuestion { reason, note: Some(note.to_owned()), original_id: None };
            lead.close_question(id, &closing).await.unwrap();
            go_round(&app).await;
            let found = letters(db.directory());
            let text = found.iter().find(|text| text.contains(&format!("/questions/{id}"))).unwrap();
            assert!(text.contains(&format!("> {note}")) && text.contains(sentence), "{text}");
            let link = format!("/api/v1/unsubscribe?token={}", token_in(text));
            assert!(text.contains("Auto-Submitted: auto-generated"), "{text}");
            assert_eq!(text.matches(&link).count(), 3, "header, text and page: {text}");
            let told = notices(&app, &noor).await.remove(0);
            assert_eq!(told.closed_words.as_deref(), Some(note));
        }
        app.stop().await;
    }

    async fn what_is_told_daily_is_not_told_at_once(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let daily = ways(NoticeKind::Answer, MailRhythm::Daily);
        noor.update_notice_settings(&daily).await.unwrap();
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        go_round(&app).await;
        assert!(letters(db.directory()).is_empty(), "the digest of today went out before this");
        app.stop().await;
    }

    async fn a_digest_lists_what_is_unread_and_goes_out_at_the_hour(db: TestDatabase) {
        let app = start(&db, "2026-11-24T07:59:00Z").await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let other = ask(&noor, "How do I print the stock sheet?").await.id;
        comment(&hugo, id, "Which one?").await;
        comment(&hugo, other, "On which printer?").await;
        let gone = answer(&noor, other, "With the printer.").await.id;
        let gone = comment(&hugo, gone, "With that one?").await.id;
        app.delete(gone).await;
        let first = notices(&app, &noor).await.remove(1);
        let read = ReadNotices { through: first.through, id: Some(first.id), question_id: None };
        noor.read_notices(&read).await.unwrap();
        go_round(&app).await;
        assert!(letters(db.directory()).is_empty());
        app.stop().await;
        let app = start(&db, "2026-11-24T08:01:00Z").await;
        go_round(&app).await;
        let found = letters(db.directory());
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("On which printer?") && !found[0].contains("Which one?") && !found[0].contains("that one"), "{}", found[0]);
        go_round(&app).await;
        assert_eq!(letters(db.directory()).len(), 1);
        app.stop().await;
        let app = start(&db, "2026-11-25T08:01:00Z").await;
        go_round(&app).await;
        assert_eq!(letters(db.directory()).len(), 1, "nothing is told twice");
        let rows = notice_setting::Entity::find().all(app.state().db.reader()).await.unwrap();
        assert!(rows.iter().any(|row| row.digested_to > 0));
        app.stop().await;
    }

    async fn one_click_ends_letters_of_a_kind_without_a_session(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        go_round(&app).await;
        let token = token_in(&letters(db.directory())[0]);
        let anon = app.anon();
        let found = anon.get_unsubscribing(&token).await.unwrap();
        assert_eq!((found.kind, found.ended), (Some(NoticeKind::Answer), false));
        let path = format!("/api/v1/unsubscribe?token={token}");
        let look = app.request(Method::GET, &path).header("accept", "text/html").send().await.unwrap();
        assert_eq!(look.url().path(), "/unsubscribe");
        assert!(!anon.get_unsubscribing(&token).await.unwrap().ended, "looking ends nothing");
        let click = app
            .request(Method::POST, &path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(click.send().await.unwrap().status(), 200);
        assert!(anon.unsubscribe(&token).await.unwrap().ended);
        answer(&hugo, id, "Or with the keyboard.").await;
        go_round(&app).await;
        assert_eq!(letters(db.directory()).len(), 1);
        let mut forged = token.clone();
        forged.replace_range(20..22, "zz");
        assert!(anon.unsubscribe(&forged).await.is_err());
        app.stop().await;
    }

    async fn a_letter_of_which_nobody_knows_whether_it_went_is_not_sent_again(db: TestDatabase) {
        let app = start(&db, MORNING).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        answer(&hugo, id, "From the menu.").await;
        go_round(&app).await;
        let now = app.state().clock.now();
        let died = move |minutes: i64| {
            let claimed = now.plus_seconds(-60 * minutes).micros();
            letter::ActiveModel {
                id: Set(Uuid::now_v7()),
                kind: Set("notice".into()),
                member_id: Set(Some(noor.id)),
                position: Set(Some(minutes)),
                day: Set(None),
                sealed: Set(None),
                state: Set("sending".into()),
                attempts: Set(0),
                created_at: Set(claimed),
                due_at: Set(claimed),
                claimed_at: Set(Some(claimed)),
            }
        };
        let row = died(11);
        let of = row.id.clone().unwrap();
        tacit_api::db::write(&app.state().db, move |tx| {
            let row = row.clone();
            Box::pin(async move {
                letter::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        go_round(&app).await;
        let row = letter::Entity::find_by_id(of).one(app.state().db.reader()).await.unwrap();
        assert_eq!(row.unwrap().state, "given_up");
        assert_eq!(letters(db.directory()).len(), 1);
        app.stop().await;
    }
}
