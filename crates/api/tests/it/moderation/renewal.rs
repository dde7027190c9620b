//! Looking at accepted answers again.

use tacit_contract::moderation::{
    FlagFilter, FlagKind, FlagPost, ListFlagsQuery, ListRenewalsQuery, RenewAnswer, RenewalOutcome,
};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::AcceptAnswer;
use uuid::Uuid;

use super::happened;
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, points_at, question, refused, rewrite};
use crate::support::roles::Person;

const STILL: RenewAnswer = RenewAnswer {
    outcome: RenewalOutcome::StillRight,
    replaced_by: None,
};

async fn solved(asker: &Person, by: &Person, title: &str, topic: &str) -> (Uuid, Uuid) {
    let id = asker
        .ask_question(&question(title, &[topic]))
        .await
        .unwrap()
        .id;
    let reply = answer(by, id, "From the menu.").await.id;
    let accept = AcceptAnswer {
        answer_id: reply,
        reason: None,
    };
    asker.accept_answer(id, &accept).await.unwrap();
    (id, reply)
}

async fn due(person: &Person) -> Vec<Uuid> {
    let page = person
        .list_renewals(&ListRenewalsQuery::default())
        .await
        .unwrap();
    page.items.iter().map(|row| row.answer_id).collect()
}

async fn call_outdated(person: &Person, post: Uuid) {
    let flag = FlagPost {
        reason: "It moved in May".to_owned(),
    };
    person
        .flag_post(post, FlagKind::Outdated, &flag)
        .await
        .unwrap();
}

/// As if so many days had gone by since everything that was accepted.
async fn days_later(app: &TestApp, days: i64) {
    use sea_orm::EntityTrait;
    use sea_orm::sea_query::{Expr, ExprTrait};
    use tacit_api::db::entities::question;
    let micros = days * 86_400_000_000;
    tacit_api::db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            question::Entity::update_many()
                .col_expr(
                    question::Column::AcceptedAt,
                    Expr::col(question::Column::AcceptedAt).sub(micros),
                )
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn what_was_accepted_long_ago_and_called_out_of_date_comes_up(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova, sven) =
            (app.member().await, app.member().await, app.member().await, app.member().await);
        let (id, reply) = solved(&noor, &hugo, "How do I export the stock sheet?", "Sheets").await;
        solved(&noor, &lova, "How do I print the stock sheet?", "Sheets").await;
        solved(&noor, &sven, "Where are the spare keys kept?", "Keys").await;
        call_outdated(&noor, reply).await;
        assert!(due(&hugo).await.is_empty(), "accepted lately");
        days_later(&app, 200).await;
        let mine = hugo.list_renewals(&ListRenewalsQuery::default()).await.unwrap().items;
        assert_eq!((mine[0].answer_id, mine[0].question_id, mine[0].mine), (reply, id, true));
        assert_eq!(mine[0].said, ["It moved in May"]);
        assert_eq!(due(&lova).await, [reply], "who knows the topic");
        for person in [&noor, &sven] {
            assert!(due(person).await.is_empty());
            assert_eq!(refused(person.renew_answer(reply, &STILL).await), ProblemCode::Forbidden);
        }
        lova.renew_answer(reply, &STILL).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        assert_eq!(page.answers[0].renewal.as_ref().unwrap().by.as_ref().unwrap().id, lova.id);
        assert!(due(&hugo).await.is_empty() && due(&lova).await.is_empty());
        let lead = app.lead().await;
        let decided = ListFlagsQuery { state: Some(FlagFilter::Resolved), ..ListFlagsQuery::default() };
        assert_eq!(lead.list_flags(&decided).await.unwrap().items.len(), 1);
        assert_eq!(happened(&app, "answer_renewed").await, 1);
        call_outdated(&sven, reply).await;
        assert_eq!(due(&hugo).await, [reply], "called so again, it comes up again");
        app.stop().await;
    }

    async fn an_edit_settles_it_and_another_answer_replaces_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let (id, reply) = solved(&noor, &hugo, "How do I export the stock sheet?", "Sheets").await;
        let newer = answer(&noor, id, "There is a button now.").await.id;
        let (_, elsewhere) = solved(&noor, &hugo, "How do I print the stock sheet?", "Sheets").await;
        call_outdated(&noor, reply).await;
        days_later(&app, 200).await;
        let replaced = |by| RenewAnswer { outcome: RenewalOutcome::Replaced, replaced_by: by };
        assert_eq!(refused(hugo.renew_answer(newer, &STILL).await), ProblemCode::WrongState, "not accepted");
        for wrong in [None, Some(reply), Some(elsewhere), Some(Uuid::now_v7())] {
            assert_eq!(points_at(hugo.renew_answer(reply, &replaced(wrong)).await), "/replaced_by", "{wrong:?}");
        }
        let both = RenewAnswer { outcome: RenewalOutcome::StillRight, replaced_by: Some(newer) };
        assert_eq!(points_at(hugo.renew_answer(reply, &both).await), "/replaced_by");
        hugo.edit_answer(reply, 1, &rewrite("From the bar.")).await.unwrap();
        assert!(due(&hugo).await.is_empty(), "edited after it was said");
        hugo.renew_answer(reply, &replaced(Some(newer))).await.unwrap();
        let page = noor.get_question(id).await.unwrap();
        let old = page.answers.iter().find(|answer| answer.id == reply).unwrap();
        assert_eq!(old.renewal.as_ref().unwrap().replaced_by, Some(newer));
        app.stop().await;
    }

    async fn what_one_may_not_see_does_not_come_up(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lova) = (app.member().await, app.member().await, app.member().await);
        let (id, reply) = solved(&noor, &hugo, "How do I export the stock sheet?", "Sheets").await;
        solved(&noor, &lova, "How do I print the stock sheet?", "Sheets").await;
        call_outdated(&noor, reply).await;
        days_later(&app, 200).await;
        app.restrict(&[id, reply], For::Community(vec![noor.id, hugo.id])).await;
        assert!(due(&lova).await.is_empty());
        assert_eq!(refused(lova.renew_answer(reply, &STILL).await), ProblemCode::NotFound);
        assert_eq!(refused(app.client().renew_answer(reply, &STILL).await), ProblemCode::Unauthenticated);
        assert_eq!(due(&hugo).await, [reply]);
        app.delete(id).await;
        assert!(due(&hugo).await.is_empty(), "its question is gone");
        app.stop().await;
    }
}
