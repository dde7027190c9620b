//! The first sign-in: what one knows and wants to learn is asked once, and can be skipped.

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::{EndWelcome, Welcome};
use tacit_domain::identity::Viewer;

use super::repo::member_topics;
use super::repo::welcomes::{self, WelcomeRow};
use crate::db::Tx;
use crate::error::AppResult;
use crate::posts::Act;
use crate::topics::repo::topics::find_refs;

/// Topics offered to choose from.
const OFFERED: u64 = 12;

/// Whether to ask, and with which topics to choose from. Who has said something about a topic is not asked.
///
/// # Errors
/// A failure of the database.
pub async fn welcome(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<Welcome> {
    let me = viewer.member_id;
    let over = welcomes::is_over(db, me).await?;
    if over || !member_topics::list_of(db, me).await?.is_empty() {
        return Ok(Welcome::default());
    }
    let offered = welcomes::most_asked(db, OFFERED).await?;
    let mut names = find_refs(db, offered.clone()).await?;
    let offered = offered.into_iter().filter_map(|id| names.remove(&id));
    Ok(Welcome {
        due: true,
        offered: offered.collect(),
    })
}

/// It is not asked again, whether one said something or skipped it.
///
/// # Errors
/// A failure of the database.
pub async fn end(tx: &Tx, act: &Act, end: EndWelcome) -> AppResult<()> {
    let row = WelcomeRow {
        member_id: act.viewer.member_id,
        skipped: end.skipped,
        ended_at: act.at.micros(),
    };
    Ok(welcomes::end(tx, row).await?)
}
