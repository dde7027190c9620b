//! Typed clients of people in a role: `app.anon()`, `app.member().await`, `app.lead().await`, `app.admin().await`.
//!
//! They are put into the database with a living session; signing in has tests of its own.

use std::ops::Deref;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::db;
use tacit_api::db::entities::{member, session};
use tacit_api::state::AppState;
use tacit_client::Client;
use tacit_domain::identity::{MemberStatus, Role};
use uuid::Uuid;

use super::app::TestApp;

/// Somebody signed in; derefs to their client.
#[derive(Clone)]
pub struct Person {
    /// Member id.
    pub id: Uuid,
    /// Handle.
    pub handle: String,
    client: Client,
}

impl Deref for Person {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Person {
    /// The value of the `Authorization` header.
    pub fn bearer(&self) -> String {
        format!("Bearer {}", self.client.access_token().unwrap())
    }
}

impl TestApp {
    /// Nobody.
    pub fn anon(&self) -> Client {
        self.client()
    }

    /// Somebody new without a special role.
    pub async fn member(&self) -> Person {
        self.person(Role::Member).await
    }

    /// Somebody new who looks after learning.
    pub async fn lead(&self) -> Person {
        self.person(Role::Lead).await
    }

    /// Somebody new who runs the organisation's Tacit.
    pub async fn admin(&self) -> Person {
        self.person(Role::Admin).await
    }

    /// Gives somebody another standing, as admins and imports do.
    pub async fn set_status(&self, id: Uuid, status: MemberStatus) {
        let state = self.state();
        db::write(&state.db, move |tx| {
            Box::pin(async move {
                let change = member::ActiveModel {
                    id: Set(id),
                    status: Set(status.as_str().to_owned()),
                    ..Default::default()
                };
                member::Entity::update(change).exec(tx).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    }

    /// The same person with a new session: at a server that was started later, earlier ones may have run out.
    pub async fn again(&self, person: &Person) -> Person {
        let state = self.state();
        let session = session(person.id, state);
        let token = state
            .tokens
            .issue(person.id, session.id.clone().unwrap(), state.clock.now());
        db::write(&state.db, move |tx| {
            let session = session.clone();
            Box::pin(async move {
                session::Entity::insert(session)
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        let client = self.client();
        client.set_access_token(Some(token.unwrap()));
        Person {
            id: person.id,
            handle: person.handle.clone(),
            client,
        }
    }

    /// Somebody of whom id and handle are known beforehand, so that two worlds can be compared.
    pub async fn known(&self, role: Role, id: Uuid, handle: &str) -> Person {
        self.signed_in(enrol_as(self.state(), role, id, handle.to_owned()).await)
    }

    async fn person(&self, role: Role) -> Person {
        self.signed_in(enrol(self.state(), role).await)
    }

    fn signed_in(&self, enrolled: Enrolled) -> Person {
        let client = self.client();
        client.set_access_token(Some(enrolled.token));
        Person {
            id: enrolled.id,
            handle: enrolled.handle,
            client,
        }
    }
}

/// A new member with a living session.
pub struct Enrolled {
    /// Member id.
    pub id: Uuid,
    /// Handle.
    pub handle: String,
    /// Access token.
    pub token: String,
}

/// A living session of somebody.
fn session(member_id: Uuid, state: &AppState) -> session::ActiveModel {
    let now = state.clock.now();
    session::ActiveModel {
        id: Set(state.ids.next()),
        member_id: Set(member_id),
        device: Set("test".to_owned()),
        created_at: Set(now.micros()),
        last_used_at: Set(now.micros()),
        expires_at: Set(now.plus_days(30).micros()),
        ended_at: Set(None),
    }
}

/// Puts somebody new into the database.
pub async fn enrol(state: &AppState, role: Role) -> Enrolled {
    let handle = format!("p{:012x}", Uuid::new_v4().as_u128() >> 80);
    enrol_as(state, role, state.ids.next(), handle).await
}

async fn enrol_as(state: &AppState, role: Role, id: Uuid, handle: String) -> Enrolled {
    let now = state.clock.now();
    let member = member::ActiveModel {
        id: Set(id),
        handle: Set(handle.clone()),
        display_name: Set(format!("Person {handle}")),
        email: Set(Some(format!("{handle}@almvik.example"))),
        password_hash: Set(None),
        role: Set(role.as_str().to_owned()),
        status: Set(MemberStatus::Active.as_str().to_owned()),
        job_title: Set(String::new()),
        department_id: Set(None),
        place: Set(String::new()),
        bio: Set(String::new()),
        languages: Set("en".to_owned()),
        locale: Set("en".to_owned()),
        time_zone: Set("UTC".to_owned()),
        version: Set(1),
        created_at: Set(now.micros()),
        source_site: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_license: Set(None),
    };
    let session = session(id, state);
    let session_id = session.id.clone().unwrap();
    db::write(&state.db, move |tx| {
        let (member, session) = (member.clone(), session.clone());
        Box::pin(async move {
            member::Entity::insert(member)
                .exec_without_returning(tx)
                .await?;
            session::Entity::insert(session)
                .exec_without_returning(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
    let token = state.tokens.issue(id, session_id, now).unwrap();
    Enrolled { id, handle, token }
}
