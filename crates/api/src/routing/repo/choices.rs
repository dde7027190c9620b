//! What members chose: whether they want to be told of questions that fit, and which ones they do not want to see.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::expertise::Level;
use tacit_domain::routing::wants;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{member_topic, question_dismissal, routing_choice};

/// What a member chose; none when they go by what they say about topics.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, member: Uuid) -> Result<Option<bool>, DbErr> {
    let row = routing_choice::Entity::find_by_id(member).one(db).await?;
    Ok(row.map(|row| row.wanted))
}

/// Keeps what a member chose, or forgets it.
///
/// # Errors
/// A failure of the database.
pub async fn put(
    db: &impl ConnectionTrait,
    member: Uuid,
    wanted: Option<bool>,
) -> Result<(), DbErr> {
    let Some(wanted) = wanted else {
        routing_choice::Entity::delete_by_id(member)
            .exec(db)
            .await?;
        return Ok(());
    };
    let row = routing_choice::Model {
        member_id: member,
        wanted,
    };
    let over = OnConflict::column(routing_choice::Column::MemberId)
        .update_column(routing_choice::Column::Wanted)
        .to_owned();
    routing_choice::Entity::insert(row.into_active_model())
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Those of these members who want to be told of questions that fit.
///
/// # Errors
/// A failure of the database.
pub async fn who_wants(
    db: &impl ConnectionTrait,
    members: &[Uuid],
) -> Result<HashSet<Uuid>, DbErr> {
    let rows = routing_choice::Entity::find()
        .filter(routing_choice::Column::MemberId.is_in(members.iter().copied()))
        .all(db)
        .await?;
    let chosen: HashMap<Uuid, bool> = rows
        .into_iter()
        .map(|row| (row.member_id, row.wanted))
        .collect();
    let knows = Level::ALL.iter().filter(|level| level.knows());
    let says: Vec<Uuid> = member_topic::Entity::find()
        .select_only()
        .column(member_topic::Column::MemberId)
        .distinct()
        .filter(member_topic::Column::MemberId.is_in(members.iter().copied()))
        .filter(member_topic::Column::Level.is_in(knows.map(|level| level.as_str())))
        .into_tuple()
        .all(db)
        .await?;
    let says: HashSet<Uuid> = says.into_iter().collect();
    let members = members.iter().copied();
    Ok(members
        .filter(|id| wants(chosen.get(id).copied(), says.contains(id)))
        .collect())
}

/// Takes a question off what a member can help with. Doing it again changes nothing.
///
/// # Errors
/// A failure of the database.
pub async fn dismiss(
    db: &impl ConnectionTrait,
    member: Uuid,
    question: Uuid,
    at: Timestamp,
) -> Result<(), DbErr> {
    use question_dismissal::Column as C;
    let row = question_dismissal::Model {
        member_id: member,
        question_id: question,
        dismissed_at: at.micros(),
    };
    let kept = OnConflict::columns([C::MemberId, C::QuestionId])
        .do_nothing()
        .to_owned();
    question_dismissal::Entity::insert(row.into_active_model())
        .on_conflict(kept)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What a member does not want to see.
///
/// # Errors
/// A failure of the database.
pub async fn dismissed(db: &impl ConnectionTrait, member: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    let ids: Vec<Uuid> = question_dismissal::Entity::find()
        .select_only()
        .column(question_dismissal::Column::QuestionId)
        .filter(question_dismissal::Column::MemberId.eq(member))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}
