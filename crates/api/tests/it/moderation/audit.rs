//! The log of acts of office: what is in it, who reads it, and what it does not tell.

use tacit_api::identity::service::first_admin::create_admin;
use tacit_api::imports::csv;
use tacit_contract::identity::{Role, UpdateMember};
use tacit_contract::moderation::{AuditAct, AuditEntry, DeletePostQuery, ListAuditEntriesQuery};
use tacit_contract::organisation::{CreateDepartment, CreateInvitation};
use tacit_contract::posts::EditPost;
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::AcceptAnswer;
use tacit_contract::topics::MergeTopic;
use tacit_domain::imports::sheet::SheetKind;

use crate::identity::PASSWORD;
use crate::support::app::TestApp;
use crate::support::builders::{For, answer, ask, question, refused};
use crate::support::roles::Person;

async fn log(person: &Person, query: ListAuditEntriesQuery) -> Vec<AuditEntry> {
    person.list_audit_entries(&query).await.unwrap().items
}

fn acts(entries: &[AuditEntry]) -> Vec<AuditAct> {
    entries.iter().map(|entry| entry.act).collect()
}

fn because(reason: &str) -> DeletePostQuery {
    DeletePostQuery {
        reason: Some(reason.to_owned()),
    }
}

on_each_database! {
    async fn what_is_done_in_office_is_kept(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, hugo, lead, admin) =
            (app.member().await, app.member().await, app.lead().await, app.admin().await);
        let id = ask(&noor, "How do I export the stock sheet?").await.id;
        let reply = answer(&hugo, id, "From the menu.").await.id;
        let edit = EditPost { body: "From the bar.".to_owned(), reason: Some("It moved".to_owned()) };
        lead.edit_answer(reply, 1, &edit).await.unwrap();
        let accept = AcceptAnswer { answer_id: reply, reason: Some("Noor has left".to_owned()) };
        lead.accept_answer(id, &accept).await.unwrap();
        noor.ask_question(&question("Who signs for a damaged pallet?", &["Pallets"])).await.unwrap();
        lead.merge_topic("pallets", &MergeTopic { into: "customer-calls".to_owned() }).await.unwrap();
        let up = UpdateMember { role: Some(Role::Lead), reason: Some("The new academy".to_owned()), ..UpdateMember::default() };
        admin.update_member(hugo.id, &up).await.unwrap();
        let out = UpdateMember { deactivated: Some(true), ..UpdateMember::default() };
        admin.update_member(noor.id, &out).await.unwrap();
        let invitation = CreateInvitation { email: "lova@almvik.example".to_owned(), role: Role::Member };
        let invited = admin.create_invitation(&invitation).await.unwrap().invitation.id;
        admin.create_department(&CreateDepartment { name: "Customer care".to_owned() }).await.unwrap();
        let all = log(&admin, ListAuditEntriesQuery::default()).await;
        assert_eq!(acts(&all), [
            AuditAct::DepartmentCreated, AuditAct::MemberInvited, AuditAct::MemberDeactivated, AuditAct::MemberRoleChanged,
            AuditAct::TopicMerged, AuditAct::AnswerAccepted, AuditAct::PostEdited,
        ]);
        assert_eq!((all[1].subject_id, all[1].subject_name.as_deref()), (invited, Some("lova@almvik.example")));
        assert_eq!((all[3].detail.as_deref(), all[3].reason.as_deref()), (Some("member lead"), Some("The new academy")));
        assert_eq!(all[6].question_id, Some(id));
        assert_eq!(all[6].member.as_ref().unwrap().id, hugo.id);
        let by_lead = ListAuditEntriesQuery { actor: Some(lead.handle.clone()), ..ListAuditEntriesQuery::default() };
        assert_eq!(log(&admin, by_lead).await.len(), 3);
        let about = ListAuditEntriesQuery { member: Some(hugo.handle.clone()), act: Some(AuditAct::MemberRoleChanged), ..ListAuditEntriesQuery::default() };
        assert_eq!(log(&admin, about).await.len(), 1);
        let nobody = ListAuditEntriesQuery { actor: Some("nobody-here".to_owned()), ..ListAuditEntriesQuery::default() };
        assert!(log(&admin, nobody).await.is_empty());
        let mut cursor = None;
        let mut seen = Vec::new();
        loop {
            let query = ListAuditEntriesQuery { limit: Some(3), cursor, ..ListAuditEntriesQuery::default() };
            let page = admin.list_audit_entries(&query).await.unwrap();
            seen.extend(page.items.iter().map(|entry| entry.id));
            cursor = page.next_cursor;
            if cursor.is_none() { break; }
        }
        assert_eq!(seen, all.iter().map(|entry| entry.id).collect::<Vec<_>>());
        app.stop().await;
    }

    async fn only_admins_read_it_and_only_what_they_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, lead, admin) = (app.member().await, app.lead().await, app.admin().await);
        let none = ListAuditEntriesQuery::default();
        assert_eq!(refused(app.client().list_audit_entries(&none).await), ProblemCode::Unauthenticated);
        for person in [&noor, &lead] {
            assert_eq!(refused(person.list_audit_entries(&none).await), ProblemCode::Forbidden);
            assert_eq!(refused(person.get_status().await), ProblemCode::Forbidden);
        }
        let seen = ask(&noor, "How do I export the stock sheet?").await.id;
        let hidden = ask(&noor, "Who covers the night of the fourth?").await.id;
        app.restrict(&[hidden], For::Community(vec![noor.id, lead.id])).await;
        lead.delete_post(seen, &because("It names a customer")).await.unwrap();
        lead.delete_post(hidden, &because("It names a customer")).await.unwrap();
        let entries = log(&admin, none).await;
        assert_eq!(entries.iter().map(|entry| entry.subject_id).collect::<Vec<_>>(), [seen]);
        app.stop().await;
    }

    async fn what_the_operator_does_on_the_command_line_is_kept(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        let table = |kind, text: String| {
            let state = app.state().clone();
            async move {
                let place = tempfile::tempdir().unwrap();
                let path = place.path().join("table.csv");
                std::fs::write(&path, text).unwrap();
                let sheet = csv::read(&state, kind, &path).await.unwrap();
                csv::write(&state, sheet, false).await.unwrap();
            }
        };
        let people = "email,name\nnoor@example.org,Noor Haddad\nemil@example.org,Emil Berg\n";
        table(SheetKind::Members, people.to_owned()).await;
        // What is here already is no act.
        table(SheetKind::Members, people.to_owned()).await;
        table(SheetKind::Questions, csv::template(SheetKind::Questions)).await;
        let handle = create_admin(app.state(), "lova@almvik.example", "Lova Ekmark", PASSWORD).await.unwrap();
        let all = log(&admin, ListAuditEntriesQuery::default()).await;
        assert_eq!(acts(&all), [AuditAct::AdminCreated, AuditAct::QuestionsImported, AuditAct::MembersImported]);
        assert!(all.iter().all(|entry| entry.by.is_none()));
        assert_eq!(all[0].member.as_ref().unwrap().handle, handle);
        assert_eq!(all[1].detail.as_deref(), Some("table.csv"));
        let taken = create_admin(app.state(), "lova@almvik.example", "Lova", PASSWORD).await;
        assert!(taken.is_err());
        assert_eq!(log(&admin, ListAuditEntriesQuery::default()).await.len(), 3);
        app.stop().await;
    }

    async fn an_act_that_is_refused_leaves_no_trace(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, lead) = (app.admin().await, app.lead().await);
        let out = UpdateMember { deactivated: Some(true), ..UpdateMember::default() };
        assert_eq!(refused(lead.update_member(admin.id, &out).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.update_member(admin.id, &out).await), ProblemCode::LastAdmin);
        assert!(log(&admin, ListAuditEntriesQuery::default()).await.is_empty());
        app.stop().await;
    }

    async fn status_tells_how_far_everything_has_come(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (noor, admin) = (app.member().await, app.admin().await);
        ask(&noor, "How do I export the stock sheet?").await;
        app.catch_up().await;
        let status = admin.get_status().await.unwrap();
        assert_eq!(status.postgres, app.state().db.is_postgres());
        assert!(status.events >= 2, "{status:?}");
        let counters = status.jobs.iter().find(|job| job.name == "counters").unwrap();
        assert_eq!((counters.position, counters.behind), (status.events, 0));
        assert!(status.jobs.iter().any(|job| job.name == "search"));
        for _ in 0..400 {
            let jobs = admin.get_status().await.unwrap().jobs;
            if jobs.iter().all(|job| job.behind == 0) {
                return app.stop().await;
            }
            tokio::task::yield_now().await;
        }
        panic!("the index never came to the end of the log");
    }
}
