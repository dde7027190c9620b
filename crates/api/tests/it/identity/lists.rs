//! Inviting many from a list, and linking people of an import.

use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::{event, helpful_mark, member, post, revision};
use tacit_contract::identity::{
    AdminListMembersQuery, LinkMember, ListMembersQuery, MemberStatus, Role,
};
use tacit_contract::organisation::{CreateInvitation, LineProblem, PeopleList};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::ListQuestionsQuery;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::builders::{answer, ask, points_at, refused};

fn list(csv: &str) -> PeopleList {
    PeopleList {
        csv: csv.to_owned(),
    }
}

/// Makes somebody a person of an import: no account, known elsewhere.
async fn unclaim(app: &TestApp, id: Uuid) {
    use sea_orm::ActiveValue::Set;
    db::write(&app.state().db, move |tx| {
        Box::pin(async move {
            let change = member::ActiveModel {
                id: Set(id),
                status: Set("unclaimed".to_owned()),
                email: Set(None),
                source_site: Set(Some("beer.stackexchange.com".to_owned())),
                source_id: Set(Some("12".to_owned())),
                ..Default::default()
            };
            member::Entity::update(change).exec(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_each_database! {
    async fn a_list_is_looked_at_before_anybody_is_invited(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, lead, hugo) = (app.admin().await, app.lead().await, app.member().await);
        let before = CreateInvitation { email: "sven@almvik.example".to_owned(), role: Role::Member };
        admin.create_invitation(&before).await.unwrap();
        let people = list(&format!(
            "e-post;roll\nlova@almvik.example;lead\nsven@almvik.example\nnobody\nlova@almvik.example\n{}@almvik.example\n",
            hugo.handle
        ));
        assert_eq!(refused(app.client().preview_invitations(&people).await), ProblemCode::Unauthenticated);
        for call in [lead.preview_invitations(&people).await, lead.invite_people(&people).await] {
            assert_eq!(refused(call), ProblemCode::Forbidden);
        }
        let look = admin.preview_invitations(&people).await.unwrap();
        let problems: Vec<_> = look.lines.iter().map(|line| line.problem).collect();
        assert_eq!(problems, [
            None, None, Some(LineProblem::Malformed), Some(LineProblem::Repeated), Some(LineProblem::HasAccount),
        ]);
        assert_eq!((look.right, look.wrong), (2, 3));
        assert_eq!((look.lines[0].role, look.lines[0].line), (Some(Role::Lead), 2));
        assert!(look.lines[1].invited_before && look.lines.iter().all(|line| line.link.is_none()));
        let open = |page: tacit_contract::Page<tacit_contract::organisation::Invitation>| page.items.len();
        assert_eq!(open(admin.list_invitations(&Default::default()).await.unwrap()), 1, "a look invites nobody");
        let done = admin.invite_people(&people).await.unwrap();
        assert_eq!((done.right, done.wrong), (2, 3));
        assert!(done.lines[0].link.as_ref().unwrap().contains("token="));
        assert!(done.lines[2..].iter().all(|line| line.link.is_none()));
        assert_eq!(open(admin.list_invitations(&Default::default()).await.unwrap()), 2);
        let many = list(&"a@b.example\n".repeat(1_001));
        assert_eq!(points_at(admin.invite_people(&many).await), "/csv");
        app.stop().await;
    }

    async fn what_a_person_of_an_import_wrote_becomes_the_members(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, lead, noor, person, hugo) = (
            app.admin().await, app.lead().await, app.member().await, app.member().await, app.member().await,
        );
        let id = ask(&person, "How do I export the stock sheet?").await.id;
        let other = ask(&noor, "Who signs for a damaged pallet?").await.id;
        let reply = answer(&person, other, "The driver.").await.id;
        hugo.mark_helpful(reply).await.unwrap();
        noor.mark_helpful(reply).await.unwrap();
        for who in [&person, &hugo] {
            who.mark_helpful(other).await.unwrap();
        }
        unclaim(&app, person.id).await;
        let unclaimed = AdminListMembersQuery { status: Some(MemberStatus::Unclaimed), ..AdminListMembersQuery::default() };
        let listed = async || {
            let page = admin.admin_list_members(&unclaimed).await.unwrap();
            page.items.iter().any(|row| row.member.id == person.id)
        };
        assert!(listed().await);
        let link = LinkMember { member_id: hugo.id, reason: Some("He showed me".to_owned()) };
        assert_eq!(refused(lead.link_member(person.id, &link).await), ProblemCode::Forbidden);
        assert_eq!(refused(admin.link_member(Uuid::now_v7(), &link).await), ProblemCode::NotFound);
        assert_eq!(refused(admin.link_member(noor.id, &link).await), ProblemCode::WrongState);
        for wrong in [Uuid::now_v7(), person.id] {
            let link = LinkMember { member_id: wrong, reason: None };
            assert_eq!(points_at(admin.link_member(person.id, &link).await), "/member_id");
        }
        assert_eq!(admin.link_member(person.id, &link).await.unwrap().member.id, hugo.id);
        assert_eq!(refused(admin.link_member(person.id, &link).await), ProblemCode::WrongState, "once");
        assert!(!listed().await, "only the member is listed");
        let page = noor.get_question(id).await.unwrap();
        assert_eq!(page.by.author.unwrap().id, hugo.id);
        let page = noor.get_question(other).await.unwrap();
        assert_eq!((page.helpful_count, page.answers[0].helpful_count), (1, 1), "nobody marks twice, nobody their own");
        let mine = ListQuestionsQuery { mine: Some(true), ..ListQuestionsQuery::default() };
        assert_eq!(hugo.list_questions(&mine).await.unwrap().items[0].id, id);
        assert_eq!(noor.get_member(&person.handle).await.unwrap().member.id, hugo.id, "the old address leads on");
        app.catch_up().await;
        let members = noor.list_members(&ListMembersQuery::default()).await.unwrap().items;
        let counts = &members.iter().find(|row| row.member.id == hugo.id).unwrap().counts;
        assert_eq!((counts.questions, counts.answers, counts.helpful), (1, 1, 1));
        let db = app.state().db.reader();
        let left = post::Entity::find().all(db).await.unwrap().iter().filter(|row| row.author_id == Some(person.id)).count()
            + revision::Entity::find().all(db).await.unwrap().iter().filter(|row| row.editor_id == Some(person.id)).count()
            + helpful_mark::Entity::find().all(db).await.unwrap().iter().filter(|row| row.member_id == person.id).count();
        assert_eq!(left, 0);
        let events = event::Entity::find().all(db).await.unwrap();
        assert_eq!(events.iter().filter(|row| row.kind == "member_linked").count(), 1);
        app.stop().await;
    }
}
