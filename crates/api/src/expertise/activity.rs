//! What somebody contributed month by month, as far as the viewer may see it and they show their name.

use chrono::{DateTime, Datelike, Months, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};
use tacit_contract::expertise::{ActivityMonth, MemberActivity};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use tacit_domain::time::Timestamp;

use crate::db::entities::post;
use crate::error::AppResult;
use crate::identity::service::people::find_shown;
use crate::posts::visibility::visible_posts;

/// Months told of, the present one among them.
const MONTHS: u32 = 12;

/// The last twelve months (UTC), oldest first.
///
/// # Errors
/// 404.
pub async fn activity(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    handle: &str,
    now: Timestamp,
) -> AppResult<MemberActivity> {
    let person = find_shown(db, handle).await?;
    let mut months = months(now);
    let since = months.first().and_then(|(first, _)| {
        let midnight = first.and_hms_opt(0, 0, 0)?;
        Some(midnight.and_utc().timestamp_micros())
    });
    let kinds = [PostKind::Question.as_str(), PostKind::Answer.as_str()];
    let rows: Vec<(String, i64)> = visible_posts(viewer)
        .select_only()
        .column(post::Column::Kind)
        .column(post::Column::CreatedAt)
        .filter(post::Column::AuthorId.eq(person.id))
        .filter(post::Column::AuthorHidden.eq(false))
        .filter(post::Column::Kind.is_in(kinds))
        .filter(post::Column::CreatedAt.gte(since.unwrap_or_default()))
        .into_tuple()
        .all(db)
        .await?;
    for (kind, at) in rows {
        let Some(first) = first_of_month(Timestamp::from_micros(at)) else {
            continue;
        };
        let Some((_, month)) = months.iter_mut().find(|(month, _)| *month == first) else {
            continue;
        };
        let count = if kind == PostKind::Question.as_str() {
            &mut month.questions
        } else {
            &mut month.answers
        };
        *count = count.saturating_add(1);
    }
    Ok(MemberActivity {
        months: months.into_iter().map(|(_, month)| month).collect(),
    })
}

fn months(now: Timestamp) -> Vec<(NaiveDate, ActivityMonth)> {
    let Some(last) = first_of_month(now) else {
        return Vec::new();
    };
    let before = (0..MONTHS).rev();
    let firsts = before.filter_map(|back| last.checked_sub_months(Months::new(back)));
    firsts
        .map(|first| {
            let month = first.format("%Y-%m").to_string();
            let empty = ActivityMonth {
                month,
                questions: 0,
                answers: 0,
            };
            (first, empty)
        })
        .collect()
}

fn first_of_month(at: Timestamp) -> Option<NaiveDate> {
    let day = DateTime::from_timestamp_micros(at.micros())?.date_naive();
    day.with_day(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_end_with_the_present_one() {
        let Ok(now) = "2026-01-31T23:59:59Z".parse() else {
            panic!()
        };
        let months: Vec<String> = months(now).into_iter().map(|(_, one)| one.month).collect();
        assert_eq!(months.len(), 12);
        assert_eq!(months.first().map(String::as_str), Some("2025-02"));
        assert_eq!(months.last().map(String::as_str), Some("2026-01"));
    }
}
