//! Lists and profiles of others.

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::{community, community_member, member_counter};
use tacit_contract::identity::{ListMembersQuery, MemberSort, Role, UpdateMe};
use tacit_contract::problem::ProblemCode;

use super::refused;
use crate::support::app::TestApp;

fn named(name: &str) -> UpdateMe {
    UpdateMe {
        display_name: Some(name.into()),
        ..UpdateMe::default()
    }
}

fn words(q: &str) -> ListMembersQuery {
    ListMembersQuery {
        q: Some(q.into()),
        ..ListMembersQuery::default()
    }
}

on_each_database! {
    async fn members_are_found_by_beginnings_of_words(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (asa, noor) = (app.member().await, app.lead().await);
        asa.update_me(1, &UpdateMe { job_title: Some("50%_off".into()), ..named("Åsa Öberg") }).await.unwrap();
        noor.update_me(1, &named("Noor Hallström")).await.unwrap();
        for (q, found) in [("åsa", 1), ("ÖB", 1), ("öberg ås", 1), ("berg", 0), ("hall noor", 1), ("%", 0), ("50%_", 1)] {
            let page = noor.list_members(&words(q)).await.unwrap();
            assert_eq!(page.items.len(), found, "{q}");
        }
        let leads = ListMembersQuery { role: Some(Role::Lead), ..ListMembersQuery::default() };
        let page = asa.list_members(&leads).await.unwrap();
        assert_eq!(page.items.iter().map(|m| m.member.id).collect::<Vec<_>>(), [noor.id]);
        app.stop().await;
    }

    async fn pages_go_through_everybody_once(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let viewer = app.member().await;
        for _ in 0..6 {
            app.member().await;
        }
        for sort in [MemberSort::Name, MemberSort::Newest] {
            let mut query = ListMembersQuery { sort: Some(sort), limit: Some(3), ..ListMembersQuery::default() };
            let mut seen = Vec::new();
            loop {
                let page = viewer.list_members(&query).await.unwrap();
                seen.extend(page.items.into_iter().map(|m| m.member.id));
                match page.next_cursor {
                    Some(cursor) => query.cursor = Some(cursor),
                    None => break,
                }
            }
            let mut once = seen.clone();
            once.sort();
            once.dedup();
            assert_eq!((seen.len(), once.len()), (7, 7), "{sort:?}");
        }
        let forged = ListMembersQuery { cursor: Some("abc".into()), ..ListMembersQuery::default() };
        assert_eq!(refused(viewer.list_members(&forged).await), ProblemCode::InvalidCursor);
        app.stop().await;
    }

    async fn counts_are_summed_over_what_the_viewer_may_see(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let (author, insider, outsider) = (app.member().await, app.member().await, app.member().await);
        let hidden = app.state().ids.next();
        let (author_id, insider_id) = (author.id, insider.id);
        db::write(&app.state().db, move |tx| {
            Box::pin(async move {
                let community = community::ActiveModel {
                    id: Set(hidden), slug: Set("c".into()), name: Set("C".into()),
                    visibility: Set("hidden".into()), created_at: Set(0),
                    ..Default::default()
                };
                community::Entity::insert(community).exec_without_returning(tx).await?;
                let belongs = community_member::ActiveModel {
                    community_id: Set(hidden), member_id: Set(insider_id), role: Set("member".into()), joined_at: Set(0),
                };
                community_member::Entity::insert(belongs).exec_without_returning(tx).await?;
                for (scope, answers) in [("everyone".to_owned(), 3), (hidden.to_string(), 2)] {
                    let counter = member_counter::ActiveModel {
                        member_id: Set(author_id), scope: Set(scope), questions: Set(1), answers: Set(answers),
                        accepted: Set(0), helpful: Set(0),
                    };
                    member_counter::Entity::insert(counter).exec_without_returning(tx).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
        for (viewer, answers) in [(&insider, 5), (&outsider, 3)] {
            assert_eq!(viewer.get_member(&author.handle).await.unwrap().counts.answers, answers);
            let page = viewer.list_members(&words(&author.handle)).await.unwrap();
            assert_eq!(page.items[0].counts.answers, answers);
        }
        app.stop().await;
    }

    async fn signed_out_nobody_is_seen(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        assert_eq!(refused(app.anon().get_member(&person.handle).await), ProblemCode::Unauthenticated);
        assert_eq!(refused(app.anon().list_members(&words("p")).await), ProblemCode::Unauthenticated);
        assert_eq!(refused(person.get_member("nobody-here").await), ProblemCode::NotFound);
        let profile = app.member().await.get_member(&person.handle).await.unwrap();
        assert!(!serde_json::to_string(&profile).unwrap().contains("@almvik.example"));
        app.stop().await;
    }
}
