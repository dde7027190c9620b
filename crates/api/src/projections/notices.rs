//! Who is told of what: one row per member and event, grouped when read (`crate::notices`).
//!
//! Live events tell; all events move what members watch. Whom an event tells is found from the log and from rows that do
//! not change with time (who wrote a post, whom a version of a text names), so that a rebuild tells the same. What was
//! read is state and stays. Who may not see a post is not told of it, and the notice is looked at again when it is read.

mod communities;
mod recipients;
mod told;
mod watch;

use sea_orm::EntityTrait;
use tacit_domain::events::{EventBody, Origin};

use crate::db::entities::{notice, notice_watch};
use crate::db::tx::{Tx, Work};
use crate::error::AppResult;
use crate::events::{Projection, Recorded};

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Notices;

/// The name of the projection.
pub const NAME: &str = "notices";

impl Projection for Notices {
    fn name(&self) -> &'static str {
        NAME
    }

    fn apply<'t>(&'t self, tx: &'t Tx, events: &'t [Recorded]) -> Work<'t, ()> {
        Box::pin(async move {
            for recorded in events {
                take(tx, recorded).await?;
            }
            Ok(())
        })
    }

    fn clear<'t>(&'t self, tx: &'t Tx) -> Work<'t, ()> {
        Box::pin(async move {
            notice::Entity::delete_many().exec(tx).await?;
            notice_watch::Entity::delete_many().exec(tx).await?;
            Ok(())
        })
    }
}

/// Whoever is told is found before the event changes who watches.
async fn take(tx: &Tx, recorded: &Recorded) -> AppResult<()> {
    if recorded.event.origin == Origin::Live {
        told::tell(tx, recorded).await?;
    }
    if let EventBody::MemberLinked { into } = recorded.event.body {
        told::move_to(tx, recorded.event.subject, into).await?;
    }
    if recorded.event.body == EventBody::CommunityErased {
        told::forget_community(tx, recorded.event.subject).await?;
        return watch::forget_gone(tx).await;
    }
    watch::follow_event(tx, &recorded.event).await
}
