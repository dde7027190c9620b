//! Who writes where: what an archive leaves to do, and what those do who only read.

use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::moderation::{
    CloseQuestion, DeletePostQuery, RenewAnswer, RenewalOutcome, ReopenQuestionQuery,
};
use tacit_contract::needs::{
    ConfirmNeed, EditNeed, Helped, LetGoQuery, NeedState, OfferHelp, SayNeed, SuggestHelper,
    TakeOnNeed,
};
use tacit_contract::posts::{AudienceChoice, EditPost, RestoreRevision};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{AcceptAnswer, CloseReason, EditQuestion, WithdrawAcceptanceQuery};
use uuid::Uuid;

use super::found;
use super::members::ask_in;
use crate::needs::{course, need, to};
use crate::support::app::TestApp;
use crate::support::builders::{answer, comment, refused, remark, rewrite};
use crate::support::roles::Person;

const CLOSE: CloseQuestion = CloseQuestion {
    reason: CloseReason::OutOfPlace,
    original_id: None,
    note: None,
};

const STILL: RenewAnswer = RenewAnswer {
    outcome: RenewalOutcome::StillRight,
    replaced_by: None,
};

fn change() -> EditQuestion {
    EditQuestion {
        body: Some("Every night since March.".to_owned()),
        reason: Some("Says since when".to_owned()),
        ..EditQuestion::default()
    }
}

fn accept(answer_id: Uuid) -> AcceptAnswer {
    AcceptAnswer {
        answer_id,
        reason: None,
    }
}

/// An open community that somebody owns and others belong to.
async fn open_to(owner: &Person, members: &[&Person]) -> Uuid {
    let id = found(owner, Visibility::Open, JoinRule::Free)
        .await
        .community
        .id;
    for member in members {
        member.join_community(id).await.unwrap();
    }
    id
}

/// All that would change a question with one accepted answer, another one and a comment is refused like this.
async fn unchangeable(
    asker: &Person,
    (question, version): (Uuid, i32),
    (accepted, other): (Uuid, Uuid),
    said: Uuid,
    code: ProblemCode,
) {
    let restore = RestoreRevision { reason: None };
    let (open, take_back) = (
        ReopenQuestionQuery::default(),
        WithdrawAcceptanceQuery::default(),
    );
    let tried = [
        asker
            .edit_question(question, version, &change())
            .await
            .map(drop),
        asker
            .restore_revision(question, 1, version, &restore)
            .await
            .map(drop),
        asker
            .edit_comment(said, 1, &rewrite("Every night"))
            .await
            .map(drop),
        asker
            .edit_answer(accepted, 1, &rewrite("The one on call"))
            .await
            .map(drop),
        asker.accept_answer(question, &accept(other)).await,
        asker.withdraw_acceptance(question, &take_back).await,
        asker.close_question(question, &CLOSE).await,
        asker.reopen_question(question, &open).await,
        asker.renew_answer(accepted, &STILL).await,
        asker
            .add_comment(question, &remark("And on Sundays?"))
            .await
            .map(drop),
    ];
    for (number, result) in tried.into_iter().enumerate() {
        assert_eq!(refused(result), code, "{number}");
    }
    let page = asker.get_question_viewer(question).await.unwrap();
    assert!(!(page.may_answer || page.may_accept || page.may_close));
    assert!(
        page.posts
            .iter()
            .all(|post| !post.may_edit && !post.may_renew)
    );
    assert!(
        page.posts.iter().any(|post| post.may_delete),
        "what is theirs they take away"
    );
}

on_each_database! {
    async fn an_archived_question_stays_as_it_is(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, lead) = (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = open_to(&noor, &[&hugo, &lead]).await;
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        let own = answer(&hugo, question, "The one who is awake").await.id;
        let other = answer(&noor, question, "The one on the list").await.id;
        let said = comment(&hugo, question, "Since March").await.id;
        hugo.edit_question(question, 1, &change()).await.unwrap();
        hugo.accept_answer(question, &accept(own)).await.unwrap();
        mateo.mark_helpful(other).await.unwrap();
        noor.archive_community(id).await.unwrap();
        unchangeable(&hugo, (question, 2), (own, other), said, ProblemCode::WrongState).await;
        assert_eq!(refused(lead.edit_question(question, 2, &change()).await), ProblemCode::WrongState);
        assert_eq!(refused(hugo.mark_helpful(other).await), ProblemCode::WrongState);
        let marks = |viewer: &tacit_contract::questions::QuestionViewer| -> Vec<Uuid> {
            viewer.posts.iter().filter(|post| post.may_mark).map(|post| post.id).collect()
        };
        assert_eq!(marks(&mateo.get_question_viewer(question).await.unwrap()), [other], "a mark can be taken back");
        mateo.unmark_helpful(other).await.unwrap();
        assert!(marks(&mateo.get_question_viewer(question).await.unwrap()).is_empty());
        hugo.delete_post(said, &DeletePostQuery::default()).await.unwrap();
        hugo.restore_post(said, &DeletePostQuery::default()).await.unwrap();
        let why = DeletePostQuery { reason: Some("Names a customer".to_owned()) };
        lead.delete_post(other, &why).await.unwrap();
        noor.restore_community(id).await.unwrap();
        hugo.edit_comment(said, 1, &rewrite("Since April")).await.unwrap();
        app.stop().await;
    }

    async fn who_only_reads_an_open_one_marks_and_changes_nothing(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, lead) = (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = open_to(&noor, &[&hugo]).await;
        let question = ask_in(&hugo, id, "Whom does the night shift call?").await;
        let own = answer(&hugo, question, "The one who is awake").await.id;
        let other = answer(&noor, question, "The one on the list").await.id;
        let said = comment(&hugo, question, "Since March").await.id;
        hugo.edit_question(question, 1, &change()).await.unwrap();
        hugo.accept_answer(question, &accept(own)).await.unwrap();
        hugo.leave_community(id).await.unwrap();
        unchangeable(&hugo, (question, 2), (own, other), said, ProblemCode::Forbidden).await;
        let office = EditPost { reason: Some("Says whom".to_owned()), ..rewrite("The one on call") };
        assert_eq!(refused(lead.edit_answer(other, 1, &office).await), ProblemCode::Forbidden, "an office counts for nothing here");
        assert_eq!(refused(lead.close_question(question, &CLOSE).await), ProblemCode::Forbidden);
        let page = mateo.get_question_viewer(question).await.unwrap();
        assert!(!page.may_answer && page.posts.iter().all(|post| post.may_mark));
        mateo.mark_helpful(other).await.unwrap();
        hugo.delete_post(said, &DeletePostQuery::default()).await.unwrap();
        hugo.join_community(id).await.unwrap();
        hugo.edit_question(question, 2, &EditQuestion { body: Some("Every night.".to_owned()), ..change() }).await.unwrap();
        app.stop().await;
    }

    async fn an_archived_need_is_neither_wanted_nor_helped_any_more(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, mateo, lead) = (app.member().await, app.member().await, app.member().await, app.lead().await);
        let id = open_to(&noor, &[&hugo]).await;
        let said = SayNeed {
            audience: Some(AudienceChoice::Community { community_id: id }),
            ..need("I want to learn to give my team bad news", &["Hard talks"])
        };
        let said = hugo.say_need(&said).await.unwrap().id;
        mateo.join_need(said, &Default::default()).await.unwrap();
        noor.offer_help(said, &OfferHelp::default()).await.unwrap();
        noor.respond_to_need(said, &course("https://example.org/talks")).await.unwrap();
        hugo.move_need(said, &to(NeedState::Met)).await.unwrap();
        noor.archive_community(id).await.unwrap();
        let word = || "Nobody asked for it lately".to_owned();
        let helper = SuggestHelper { handle: noor.handle.clone(), word: None };
        let edit = EditNeed { why: Some("It is my first team.".to_owned()), ..EditNeed::default() };
        let tried = [
            lead.join_need(said, &Default::default()).await,
            lead.offer_help(said, &OfferHelp::default()).await,
            lead.suggest_helper(said, &helper).await,
            lead.respond_to_need(said, &course("https://example.org/more")).await.map(drop),
            hugo.confirm_need(said, &ConfirmNeed { helped: Helped::Yes, word: None }).await,
            hugo.move_need(said, &to(NeedState::Open)).await,
            lead.take_on_need(said, &TakeOnNeed { word: word() }).await,
            lead.let_go_of_need(said, &LetGoQuery { word: word() }).await,
            hugo.edit_need(said, 1, &edit).await.map(drop),
        ];
        for (number, result) in tried.into_iter().enumerate() {
            let error = result.unwrap_err();
            let problem = error.problem().unwrap();
            assert_eq!(problem.code, ProblemCode::WrongState, "{number}");
            assert!(problem.detail.as_ref().is_some_and(|detail| detail.contains("archived")), "{number}: {problem:?}");
        }
        let page = hugo.get_need_viewer(said).await.unwrap();
        assert!(!page.may_respond && !page.may_confirm && page.moves.is_empty() && !page.post.may_edit);
        mateo.leave_need(said).await.unwrap();
        noor.withdraw_help(said).await.unwrap();
        noor.restore_community(id).await.unwrap();
        hugo.move_need(said, &to(NeedState::Open)).await.unwrap();
        app.stop().await;
    }
}
