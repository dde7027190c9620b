//! When members may be asked, and how often they are.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use tacit_domain::expertise::Availability;
use tacit_domain::expertise::availability::{CAP_DAYS, Standing};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::availability::{Column, Entity, Model};
use crate::db::entities::expertise_answer;
use crate::routing::repo::requests::asked_between;

/// A row.
pub type AvailabilityRow = Model;

/// What a member said.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, member_id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(member_id).one(db).await
}

/// What these members said.
///
/// # Errors
/// A failure of the database.
pub async fn of(
    db: &impl ConnectionTrait,
    members: &[Uuid],
) -> Result<HashMap<Uuid, Model>, DbErr> {
    let rows = Entity::find()
        .filter(Column::MemberId.is_in(members.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.member_id, row)).collect())
}

/// Writes what a member said over what was there.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let over = OnConflict::column(Column::MemberId)
        .update_columns([
            Column::AwayUntil,
            Column::WeeklyCap,
            Column::Asking,
            Column::UpdatedAt,
        ])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// How many questions each of these members was asked or answered in the days that a cap counts, whoever may see them.
///
/// # Errors
/// A failure of the database.
pub async fn load_of(
    db: &impl ConnectionTrait,
    members: &[Uuid],
    now: Timestamp,
) -> Result<HashMap<Uuid, u32>, DbErr> {
    use expertise_answer::Column as A;
    let since = now.plus_days(-CAP_DAYS);
    let rows: Vec<(Uuid, Uuid)> = expertise_answer::Entity::find()
        .select_only()
        .columns([A::MemberId, A::QuestionId])
        .distinct()
        .filter(A::MemberId.is_in(members.iter().copied()))
        .filter(A::AnsweredAt.gt(since.micros()))
        .filter(A::AnsweredAt.lte(now.micros()))
        .into_tuple()
        .all(db)
        .await?;
    let mut load: HashMap<Uuid, u32> = HashMap::new();
    let asked = asked_between(db, members, since, now).await?;
    // Who answered what they were asked did one thing.
    let questions: HashSet<(Uuid, Uuid)> = rows.into_iter().chain(asked).collect();
    for (member, _) in questions {
        let count = load.entry(member).or_default();
        *count = count.saturating_add(1);
    }
    Ok(load)
}

/// The rule of a row.
#[must_use]
pub fn rule(row: Option<&Model>) -> Availability {
    row.map_or_else(Availability::default, |row| Availability {
        away_until: row.away_until.map(Timestamp::from_micros),
        weekly_cap: row.weekly_cap.and_then(|cap| u8::try_from(cap).ok()),
    })
}

/// Who cannot be asked now: away, or as often asked this week as they take.
///
/// # Errors
/// A failure of the database.
pub async fn unavailable(db: &impl ConnectionTrait, now: Timestamp) -> Result<Vec<Uuid>, DbErr> {
    let limited = Condition::any()
        .add(Column::AwayUntil.gt(now.micros()))
        .add(Column::WeeklyCap.is_not_null());
    let rows = Entity::find().filter(limited).all(db).await?;
    let members: Vec<Uuid> = rows.iter().map(|row| row.member_id).collect();
    let load = load_of(db, &members, now).await?;
    let cannot = rows.into_iter().filter(|row| {
        let load = load.get(&row.member_id).copied().unwrap_or(0);
        rule(Some(row)).standing(now, load) != Standing::Free
    });
    Ok(cannot.map(|row| row.member_id).collect())
}
