//! How a member wants to be told: by which ways of which kinds, at which hour, and of what is their own.

use sea_orm::ConnectionTrait;
use tacit_contract::notices::{NoticeSettings, NoticeWays, UpdateNoticeSettings};
use tacit_contract::problem::FieldCode;
use tacit_domain::notices::{NoticeKind, Ways};
use uuid::Uuid;

use super::repo::read::{setting, store_setting};
use super::repo::ways::{self, Chosen};
use crate::db::Tx;
use crate::error::{AppError, AppResult};

/// Last hour of a day.
const LAST_HOUR: u8 = 23;

/// What a member has chosen, complete.
///
/// # Errors
/// A failure of the database.
pub async fn settings(db: &impl ConnectionTrait, member: Uuid) -> AppResult<NoticeSettings> {
    let row = setting(db, member).await?;
    let chosen = Chosen::load(db, [member]).await?;
    let kinds = NoticeKind::ALL.iter().map(|kind| {
        let ways = chosen.ways(member, *kind);
        NoticeWays {
            kind: (*kind).into(),
            in_app: ways.in_app,
            mail: ways.mail.into(),
        }
    });
    Ok(NoticeSettings {
        follow_own: row.follow_own,
        digest_hour: u8::try_from(row.digest_hour).unwrap_or_default(),
        kinds: kinds.collect(),
    })
}

/// Changes what is given; the rest stays.
///
/// # Errors
/// 422 for an hour that is none.
pub async fn update(tx: &Tx, member: Uuid, change: &UpdateNoticeSettings) -> AppResult<()> {
    let mut row = setting(tx, member).await?;
    if let Some(hour) = change.digest_hour {
        if hour > LAST_HOUR {
            let detail = "is none of 0 to 23";
            return Err(AppError::invalid(
                "/digest_hour",
                FieldCode::OutOfRange,
                detail,
            ));
        }
        row.digest_hour = hour.into();
    }
    row.follow_own = change.follow_own.unwrap_or(row.follow_own);
    store_setting(tx, row).await?;
    for one in change.kinds.iter().flatten() {
        let (in_app, mail) = (one.in_app, one.mail.into());
        ways::store(tx, member, one.kind.into(), Ways { in_app, mail }).await?;
    }
    Ok(())
}
