//! What the author of a nameless question sees and does, and where names are not kept back.

use reqwest::Method;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_api::db::entities::{event, hidden_author, post, post_flag, revision, topic};
use tacit_contract::communities::{JoinRule, Visibility};
use tacit_contract::drafts::SaveDraft;
use tacit_contract::moderation::{FlagKind, FlagPost, RenewAnswer, RenewalOutcome};
use tacit_contract::notices::NoticeKind;
use tacit_contract::organisation::UpdateOrganisation;
use tacit_contract::posts::{AudienceChoice, CreateComment, ListRevisionsQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{
    AcceptAnswer, AskQuestion, EditQuestion, ListQuestionsQuery, QuestionDetail, QuestionState,
};
use uuid::Version;

use super::nameless;
use super::world::allow_nameless;
use crate::communities::found;
use crate::notices::{kinds, notices};
use crate::support::app::TestApp;
use crate::support::builders::{answer, comment, points_at, question, refused, remark, rewrite};
use crate::support::roles::Person;

const TITLE: &str = "How do I say no to a caller who cries?";

/// The times of a day begin with it.
fn is_day(micros: i64) -> bool {
    micros % 86_400_000_000 == 0
}

async fn mine(person: &Person, asked_by: Option<&str>) -> usize {
    let query = ListQuestionsQuery {
        mine: asked_by.is_none().then_some(true),
        asked_by: asked_by.map(str::to_owned),
        ..ListQuestionsQuery::default()
    };
    person.list_questions(&query).await.unwrap().items.len()
}

on_each_database! {
    async fn its_author_goes_on_with_it_and_nobody_else_does(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Customer calls"])).await.unwrap();
        assert!(asked.by.hidden && asked.by.author.is_none());
        assert_eq!(hugo.get_question(asked.id).await.unwrap(), asked, "the same for everybody");
        for (person, own) in [(&noor, true), (&hugo, false), (&lead, false)] {
            let page = person.get_question_viewer(asked.id).await.unwrap();
            assert_eq!((page.posts[0].mine, page.following, page.accept_needs_reason), (own, own, !own));
            assert_eq!(page.posts[0].may_mark, !own);
        }
        assert_eq!((mine(&noor, None).await, mine(&hugo, None).await), (1, 0));
        assert_eq!(mine(&noor, Some(&noor.handle)).await, 0, "not even to themselves under their name");
        let edit = EditQuestion { body: Some("Every week.".to_owned()), ..EditQuestion::default() };
        assert_eq!(refused(hugo.edit_question(asked.id, 1, &edit).await), ProblemCode::Forbidden);
        noor.edit_question(asked.id, 1, &edit).await.unwrap();
        let reply = answer(&hugo, asked.id, "Kindly, and once.").await;
        let more = comment(&noor, asked.id, "And twice?").await;
        assert!(more.by.hidden && more.by.author.is_none(), "goes on without the name");
        noor.accept_answer(asked.id, &AcceptAnswer { answer_id: reply.id, reason: None }).await.unwrap();
        let page = hugo.get_question(asked.id).await.unwrap();
        assert_eq!((page.state, page.acts.len()), (QuestionState::Solved, 0));
        assert_eq!(kinds(&app, &noor).await, [NoticeKind::Answer], "told as anybody, and not of their own acts");
        let told = notices(&app, &hugo).await;
        assert!(told.iter().any(|one| one.kind == NoticeKind::AnswerAccepted));
        assert!(told.iter().all(|one| one.by.is_empty()));
        app.stop().await;
    }

    async fn its_name_and_its_hour_stand_nowhere_else(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Never heard of before"])).await.unwrap();
        let edit = EditQuestion { body: Some("Every week.".to_owned()), ..EditQuestion::default() };
        noor.edit_question(asked.id, 1, &edit).await.unwrap();
        let reply = answer(&hugo, asked.id, "Kindly, and once.").await;
        noor.accept_answer(asked.id, &AcceptAnswer { answer_id: reply.id, reason: None }).await.unwrap();
        let read = app.state().db.reader();
        let row = post::Entity::find_by_id(asked.id).one(read).await.unwrap().unwrap();
        assert_eq!((row.author_id, row.author_hidden), (None, true));
        assert!(is_day(row.created_at) && is_day(row.edited_at.unwrap()));
        assert_eq!(row.id.get_version(), Some(Version::Random));
        let kept = hidden_author::Entity::find().all(read).await.unwrap();
        assert_eq!(kept.iter().map(|row| (row.post_id, row.member_id)).collect::<Vec<_>>(), [(asked.id, noor.id)]);
        for row in revision::Entity::find().filter(revision::Column::PostId.eq(asked.id)).all(read).await.unwrap() {
            assert_eq!((row.editor_id, row.id.get_version()), (None, Some(Version::Random)));
            assert!(is_day(row.created_at));
        }
        let new = topic::Entity::find().filter(topic::Column::Slug.eq("never-heard-of-before")).one(read).await.unwrap().unwrap();
        assert_eq!((new.created_by, new.id.get_version()), (None, Some(Version::Random)));
        assert!(is_day(new.created_at));
        let mut without = 0;
        for row in event::Entity::find().all(read).await.unwrap() {
            assert_ne!(row.actor, Some(noor.id), "{}", row.kind);
            assert!(!row.payload.contains(&noor.id.to_string()), "{}", row.kind);
            if row.actor.is_none() {
                without += 1;
                assert!(is_day(row.occurred_at), "{}", row.kind);
                assert_eq!(row.id.get_version(), Some(Version::Random), "{}", row.kind);
            }
        }
        assert!(without >= 4, "asked, a topic made, edited, accepted");
        let revisions = hugo.list_revisions(asked.id, &ListRevisionsQuery::default()).await.unwrap();
        assert!(revisions.items.iter().all(|one| one.editor.is_none()));
        app.stop().await;
    }

    async fn both_the_organisation_and_the_community_have_to_allow_it(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, admin) = (app.member().await, app.member().await, app.admin().await);
        noor.ask_question(&question("What are customer calls to us?", &["Customer calls"])).await.unwrap();
        let community_id = found(&noor, Visibility::Open, JoinRule::Free).await.community.id;
        let inside = |audience| AskQuestion { audience: Some(audience), ..nameless(TITLE, &["Customer calls"]) };
        let there = inside(AudienceChoice::Community { community_id });
        assert_eq!(points_at(noor.ask_question(&there).await), "/nameless");
        let rule = noor.get_nameless_rule(Some(community_id)).await.unwrap();
        assert_eq!((rule.allowed, rule.few), (false, true));
        allow_nameless(&app, community_id).await;
        assert!(noor.get_nameless_rule(Some(community_id)).await.unwrap().allowed);
        assert!(noor.ask_question(&there).await.unwrap().by.hidden);
        assert!(!hugo.get_nameless_rule(Some(community_id)).await.unwrap().allowed, "who only reads there");
        let named = inside(AudienceChoice::People { handles: vec![hugo.handle.clone()] });
        assert_eq!(points_at(noor.ask_question(&named).await), "/nameless");
        let version = admin.get_organisation().await.unwrap().version;
        let off = UpdateOrganisation {
            nameless_allowed: Some(false),
            name: None,
            default_language: None,
            registration: None,
            allowed_domains: None,
        };
        admin.update_organisation(version, &off).await.unwrap();
        assert_eq!(points_at(noor.ask_question(&there).await), "/nameless");
        assert_eq!(points_at(noor.ask_question(&nameless(TITLE, &["Customer calls"])).await), "/nameless");
        assert!(!noor.get_nameless_rule(None).await.unwrap().allowed);
        app.stop().await;
    }

    async fn a_comment_goes_without_a_name_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let asked = noor.ask_question(&question(TITLE, &["Customer calls"])).await.unwrap();
        let said = CreateComment { nameless: true, ..remark("It is the third this week") };
        let said = hugo.add_comment(asked.id, &said).await.unwrap();
        assert!(said.by.hidden && said.by.author.is_none());
        assert!(is_day(said.created_at.timestamp_micros()));
        let named = comment(&hugo, asked.id, "Under my name").await;
        assert!(!named.by.hidden, "each is a choice of its own");
        hugo.edit_comment(said.id, 1, &rewrite("It is the fourth this week")).await.unwrap();
        assert_eq!(refused(noor.edit_comment(said.id, 2, &rewrite("Mine")).await), ProblemCode::Forbidden);
        let told = notices(&app, &noor).await;
        assert!(told.iter().any(|one| one.kind == NoticeKind::Comment));
        comment(&noor, asked.id, "Then call them back").await;
        assert_eq!(kinds(&app, &hugo).await, [NoticeKind::Comment], "told of what follows");
        app.stop().await;
    }

    async fn showing_oneself_is_for_good_and_counts_from_then_on(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Customer calls"])).await.unwrap();
        let said = comment(&noor, asked.id, "Twice this week").await;
        let reply = answer(&hugo, asked.id, "Kindly, and once.").await;
        noor.accept_answer(asked.id, &AcceptAnswer { answer_id: reply.id, reason: None }).await.unwrap();
        app.catch_up().await;
        assert_eq!(noor.get_member(&noor.handle).await.unwrap().counts.questions, 0);
        assert_eq!(refused(hugo.show_name(asked.id).await), ProblemCode::Forbidden);
        let own = noor.get_question_viewer(asked.id).await.unwrap();
        let offered: Vec<_> = own.posts.iter().filter(|one| one.may_show_name).map(|one| one.id).collect();
        assert_eq!(offered, [asked.id], "a name beside a nameless question would be taken for its author's");
        assert_eq!(refused(noor.show_name(said.id).await), ProblemCode::WrongState);
        noor.show_name(asked.id).await.unwrap();
        noor.show_name(asked.id).await.unwrap();
        app.catch_up().await;
        let page = hugo.get_question(asked.id).await.unwrap();
        assert_eq!(page.by.author.map(|by| by.id), Some(noor.id));
        assert_eq!((page.comments[0].id, page.comments[0].by.author.as_ref().map(|by| by.id)), (said.id, Some(noor.id)));
        assert!(is_day(page.created_at.timestamp_micros()), "the hour is not told afterwards");
        assert_eq!(noor.get_member(&noor.handle).await.unwrap().counts.questions, 1);
        let revisions = hugo.list_revisions(asked.id, &ListRevisionsQuery::default()).await.unwrap();
        assert!(revisions.items.iter().all(|one| one.editor.as_ref().is_some_and(|by| by.id == noor.id)));
        let read = app.state().db.reader();
        assert!(hidden_author::Entity::find().all(read).await.unwrap().is_empty());
        let before = kinds(&app, &noor).await;
        app.rebuild("notices").await;
        assert_eq!(kinds(&app, &noor).await, before, "nobody is told of their own acts afterwards");
        app.stop().await;
    }

    async fn a_draft_remembers_that_the_name_is_kept_back(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let noor = app.member().await;
        let draft = SaveDraft { body: "Every week.".to_owned(), nameless: true, ..SaveDraft::default() };
        noor.save_draft("ask", &draft).await.unwrap();
        assert!(noor.get_draft("ask").await.unwrap().nameless);
        noor.save_draft("ask", &SaveDraft { nameless: false, ..draft }).await.unwrap();
        assert!(!noor.get_draft("ask").await.unwrap().nameless);
        app.stop().await;
    }

    async fn what_a_lead_deletes_is_told_to_its_hidden_author(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead) = (app.member().await, app.member().await, app.lead().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Customer calls"])).await.unwrap();
        let why = tacit_contract::moderation::DeletePostQuery { reason: Some("Names a customer".to_owned()) };
        lead.delete_post(asked.id, &why).await.unwrap();
        let told = notices(&app, &noor).await;
        assert_eq!(told.iter().map(|one| one.kind).collect::<Vec<_>>(), [NoticeKind::PostDeleted]);
        assert_eq!(told[0].deleted_reason.as_deref(), Some("Names a customer"));
        let seen = noor.get_deleted_post(asked.id).await.unwrap();
        assert_eq!(seen.deleted_by.unwrap().id, lead.id);
        assert_eq!(refused(hugo.get_deleted_post(asked.id).await), ProblemCode::NotFound);
        let entry = app.request(Method::GET, "/api/v1/admin/audit").header("authorization", app.admin().await.bearer());
        let text = entry.send().await.unwrap().text().await.unwrap();
        assert!(text.contains("Names a customer") && !text.contains(&noor.handle), "{text}");
        app.stop().await;
    }

    async fn what_its_author_deletes_they_restore(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead) = (app.member().await, app.lead().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Customer calls"])).await.unwrap();
        noor.delete_post(asked.id, &Default::default()).await.unwrap();
        assert!(lead.get_deleted_post(asked.id).await.unwrap().deleted_by.is_none());
        assert_eq!(noor.get_deleted_post(asked.id).await.unwrap().deleted_by.unwrap().id, noor.id);
        assert!(notices(&app, &noor).await.is_empty(), "they know");
        noor.restore_post(asked.id, &Default::default()).await.unwrap();
        assert!(noor.get_question_viewer(asked.id).await.unwrap().posts[0].mine);
        app.stop().await;
    }

    async fn showing_oneself_names_who_looked_again_too(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo) = (app.member().await, app.member().await);
        let asked = noor.ask_question(&nameless(TITLE, &["Customer calls"])).await.unwrap().id;
        let reply = answer(&noor, asked, "I waited, and it passed.").await.id;
        noor.accept_answer(asked, &AcceptAnswer { answer_id: reply, reason: None }).await.unwrap();
        let flag = FlagPost { reason: "It is another number now".to_owned() };
        hugo.flag_post(reply, FlagKind::Outdated, &flag).await.unwrap();
        let still = RenewAnswer { outcome: RenewalOutcome::StillRight, replaced_by: None };
        noor.renew_answer(reply, &still).await.unwrap();
        let looked = |page: QuestionDetail| page.answers[0].renewal.clone().unwrap().by.map(|by| by.id);
        assert_eq!(looked(hugo.get_question(asked).await.unwrap()), None);
        noor.show_name(asked).await.unwrap();
        assert_eq!(looked(hugo.get_question(asked).await.unwrap()), Some(noor.id));
        let flags = post_flag::Entity::find().all(app.state().db.reader()).await.unwrap();
        assert_eq!(flags.iter().map(|row| row.resolved_by).collect::<Vec<_>>(), [Some(noor.id)]);
        app.stop().await;
    }
}
