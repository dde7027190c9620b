//! Once a day, at the hour a member has chosen, in their time zone: a letter with all that is unread since the last one.

use chrono::{DateTime, Days, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef,
};
use tacit_domain::identity::MemberStatus;
use tacit_domain::notices::DIGEST_HOUR;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db;
use crate::db::entities::{member, notice, notice_setting};
use crate::error::AppResult;
use crate::mail::outbox::{LetterKind, NewLetter, keep};
use crate::state::AppState;

/// What nobody looked at for so long is not told any more.
const DAYS: i64 = 30;

/// Somebody whose last digest does not tell of everything.
#[derive(Clone, Debug, FromQueryResult)]
struct Candidate {
    id: Uuid,
    time_zone: String,
    digest_hour: Option<i32>,
    /// When the oldest that no digest told of happened.
    oldest: i64,
}

/// Writes down the digests whose hour has come.
pub async fn write_down(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    let mut letters = Vec::new();
    for one in candidates(state.db.reader(), now).await? {
        let hour = one.digest_hour.and_then(|hour| u32::try_from(hour).ok());
        let hour = hour.unwrap_or(DIGEST_HOUR.into());
        let zone: Tz = one.time_zone.parse().unwrap_or(Tz::UTC);
        if let Some((day, moment)) = last_moment(now, zone, hour)
            && one.oldest <= moment
        {
            letters.push(NewLetter {
                id: state.ids.next(),
                kind: LetterKind::Digest,
                member: Some(one.id),
                position: None,
                day: Some(day.to_string()),
                sealed: None,
            });
        }
    }
    if letters.is_empty() {
        return Ok(());
    }
    db::write(&state.db, move |tx| {
        let letters = letters.clone();
        Box::pin(async move { Ok(keep(tx, now, letters).await?) })
    })
    .await
}

/// When the oldest happened. What happened on a day at no hour of it has happened when the day is over: a letter before that
/// would tell the hour.
const OLDEST: &str = "MIN(CASE WHEN notice.occurred_at % 86400000000 = 0 \
     THEN notice.occurred_at + 86400000000 ELSE notice.occurred_at END)";

async fn candidates(db: &impl ConnectionTrait, now: Timestamp) -> AppResult<Vec<Candidate>> {
    let digested = Expr::col((notice_setting::Entity, notice_setting::Column::DigestedTo));
    let digested = Func::coalesce([digested, Expr::val(0)]);
    let position = Expr::col((notice::Entity, notice::Column::Position));
    Ok(notice::Entity::find()
        .join(JoinType::InnerJoin, to_member())
        .join(JoinType::LeftJoin, to_setting())
        .select_only()
        .column(member::Column::Id)
        .column(member::Column::TimeZone)
        .column(notice_setting::Column::DigestHour)
        .column_as(Expr::cust(OLDEST), "oldest")
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .filter(member::Column::Email.is_not_null())
        .filter(notice::Column::OccurredAt.gt(now.plus_days(-DAYS).micros()))
        .filter(position.gt(digested))
        .group_by(member::Column::Id)
        .group_by(member::Column::TimeZone)
        .group_by(notice_setting::Column::DigestHour)
        .into_model()
        .all(db)
        .await?)
}

/// The last time it was `hour` in a zone, with the day that was there. An hour that a day has not (the clocks go forward)
/// counts as the next.
fn last_moment(now: Timestamp, zone: Tz, hour: u32) -> Option<(NaiveDate, i64)> {
    let local = DateTime::from_timestamp_micros(now.micros())?.with_timezone(&zone);
    let today = local.date_naive();
    let day = if local.hour() >= hour {
        today
    } else {
        today.checked_sub_days(Days::new(1))?
    };
    let moment = (hour..24).find_map(|hour| {
        let naive = day.and_hms_opt(hour, 0, 0)?;
        zone.from_local_datetime(&naive).earliest()
    })?;
    Some((day, moment.timestamp_micros()))
}

fn to_member() -> RelationDef {
    notice::Entity::belongs_to(member::Entity)
        .from(notice::Column::MemberId)
        .to(member::Column::Id)
        .into()
}

fn to_setting() -> RelationDef {
    notice::Entity::belongs_to(notice_setting::Entity)
        .from(notice::Column::MemberId)
        .to(notice_setting::Column::MemberId)
        .into()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at(now: &str, zone: &str, hour: u32) -> (String, String) {
        let (day, moment) = last_moment(now.parse().unwrap(), zone.parse().unwrap(), hour).unwrap();
        let moment = DateTime::from_timestamp_micros(moment).unwrap();
        (day.to_string(), moment.format("%Y-%m-%dT%H:%M").to_string())
    }

    #[test]
    fn the_hour_is_one_of_the_members_own_day() {
        let pair = |day: &str, at: &str| (day.to_owned(), at.to_owned());
        assert_eq!(
            at("2026-11-24T07:30:00Z", "Europe/Stockholm", 8),
            pair("2026-11-24", "2026-11-24T07:00")
        );
        assert_eq!(
            at("2026-11-24T06:59:00Z", "Europe/Stockholm", 8),
            pair("2026-11-23", "2026-11-23T07:00")
        );
        assert_eq!(
            at("2026-11-24T06:59:00Z", "Asia/Tokyo", 8),
            pair("2026-11-24", "2026-11-23T23:00")
        );
        // On this night there is no 2 o'clock in Stockholm.
        assert_eq!(
            at("2026-03-29T09:00:00Z", "Europe/Stockholm", 2),
            pair("2026-03-29", "2026-03-29T01:00")
        );
    }
}
