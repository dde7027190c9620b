//! What admins do about members.

use tacit_contract::identity::{AdminListMembersQuery, MemberStatus, Role, UpdateMember};
use tacit_contract::problem::ProblemCode;

use super::refused;
use crate::support::app::TestApp;

fn role(role: Role) -> UpdateMember {
    UpdateMember {
        role: Some(role),
        ..UpdateMember::default()
    }
}

fn away() -> UpdateMember {
    UpdateMember {
        deactivated: Some(true),
        ..UpdateMember::default()
    }
}

on_each_database! {
    async fn the_last_active_admin_stays(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let admin = app.admin().await;
        for change in [role(Role::Lead), away()] {
            assert_eq!(refused(admin.update_member(admin.id, &change).await), ProblemCode::LastAdmin);
        }
        let second = app.admin().await;
        admin.update_member(second.id, &away()).await.unwrap();
        assert_eq!(refused(admin.update_member(admin.id, &role(Role::Member)).await), ProblemCode::LastAdmin);
        let third = app.admin().await;
        admin.update_member(admin.id, &role(Role::Member)).await.unwrap();
        // The role is that of the row, at once, whatever the token was made for.
        assert_eq!(refused(admin.update_member(third.id, &role(Role::Member)).await), ProblemCode::Forbidden);
        app.stop().await;
    }

    async fn two_admins_cannot_remove_each_other(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (one, other) = (app.admin().await, app.admin().await);
        let (a, b) = (away(), away());
        let (first, second) = futures::join!(one.update_member(other.id, &a), other.update_member(one.id, &b));
        assert!(first.is_ok() != second.is_ok() || second.is_err(), "{first:?} {second:?}");
        let left = [one.me().await.is_ok(), other.me().await.is_ok()];
        assert!(left.contains(&true), "nobody is left");
        app.stop().await;
    }

    async fn only_admins_see_addresses_and_change_members(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (admin, lead, member) = (app.admin().await, app.lead().await, app.member().await);
        let all = AdminListMembersQuery::default();
        for person in [&lead, &member] {
            assert_eq!(refused(person.admin_list_members(&all).await), ProblemCode::Forbidden);
            assert_eq!(refused(person.update_member(member.id, &role(Role::Admin)).await), ProblemCode::Forbidden);
        }
        let promoted = admin.update_member(member.id, &role(Role::Lead)).await.unwrap();
        assert_eq!(promoted.role, Role::Lead);
        admin.update_member(member.id, &away()).await.unwrap();
        let gone = AdminListMembersQuery { status: Some(MemberStatus::Deactivated), ..AdminListMembersQuery::default() };
        let page = admin.admin_list_members(&gone).await.unwrap();
        assert_eq!(page.items.iter().map(|m| m.member.id).collect::<Vec<_>>(), [member.id]);
        let by_address = AdminListMembersQuery { q: Some(format!("{}@", lead.handle)), ..AdminListMembersQuery::default() };
        let page = admin.admin_list_members(&by_address).await.unwrap();
        assert_eq!(page.items[0].email.as_deref(), Some(format!("{}@almvik.example", lead.handle).as_str()));
        assert_eq!(refused(admin.update_member(uuid::Uuid::new_v4(), &away()).await), ProblemCode::NotFound);
        app.stop().await;
    }
}
