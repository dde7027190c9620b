//! Somebody who reads or writes, for measurements through the API: a member with a session, without a password to hash.

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use tacit_api::app::Running;
use tacit_api::db;
use tacit_api::db::entities::{member, session};
use tacit_api::state::AppState;
use tacit_client::Client;
use uuid::Uuid;

/// A member who is signed in.
#[derive(Clone, Copy)]
pub struct Reader {
    pub member: Uuid,
    session: Uuid,
}

impl Reader {
    /// Makes one.
    pub async fn register(state: &AppState) -> Self {
        let now = state.clock.now();
        let reader = Self {
            member: state.ids.next(),
            session: state.ids.next(),
        };
        let empty = || Set(String::new());
        let member = member::ActiveModel {
            id: Set(reader.member),
            handle: Set(format!("reader-{:08x}", reader.member.as_u128() as u32)),
            display_name: Set("Reader".to_owned()),
            role: Set("member".to_owned()),
            status: Set("active".to_owned()),
            job_title: empty(),
            place: empty(),
            bio: empty(),
            languages: empty(),
            locale: Set("en".to_owned()),
            time_zone: Set("UTC".to_owned()),
            version: Set(1),
            created_at: Set(0),
            ..Default::default()
        };
        let session = session::ActiveModel {
            id: Set(reader.session),
            member_id: Set(reader.member),
            device: Set("bench".to_owned()),
            created_at: Set(now.micros()),
            last_used_at: Set(now.micros()),
            expires_at: Set(now.plus_days(1).micros()),
            ended_at: Set(None),
        };
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
        reader
    }

    /// The API as this member sees it.
    pub fn client(self, running: &Running) -> Client {
        let client = Client::new(&format!("http://{}/", running.address)).unwrap();
        let state = &running.state;
        let token = state
            .tokens
            .issue(self.member, self.session, state.clock.now());
        client.set_access_token(Some(token.unwrap()));
        client
    }
}
