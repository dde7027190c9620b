//! Rows of drafts. Every function takes whose they are.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use tacit_domain::drafts::DraftPlace;
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use crate::db::entities::{answer, comment, draft, post};
use crate::posts::repo::keyset;
use crate::posts::visibility::visible_posts;

/// A row of `draft`.
pub type DraftRow = draft::Model;

/// What the last row of a page sorts by: when it was saved, and its place.
pub type DraftKey = (i64, String);

/// Keeps a draft in place of the one before; its version goes up by one.
///
/// # Errors
/// A failure of the database.
pub async fn upsert(db: &impl ConnectionTrait, row: &DraftRow) -> Result<(), DbErr> {
    use draft::Column as C;
    let mut there = OnConflict::columns([C::MemberId, C::Place]);
    there
        .update_columns([
            C::Title,
            C::Body,
            C::Topics,
            C::Urgency,
            C::Forms,
            C::WantedBy,
            C::Audience,
            C::Nameless,
            C::Reason,
            C::BaseVersion,
            C::UpdatedAt,
        ])
        .value(C::Version, Expr::col((draft::Entity, C::Version)).add(1));
    let new = draft::ActiveModel {
        member_id: Set(row.member_id),
        place: Set(row.place.clone()),
        target_id: Set(row.target_id),
        title: Set(row.title.clone()),
        body: Set(row.body.clone()),
        topics: Set(row.topics.clone()),
        urgency: Set(row.urgency.clone()),
        forms: Set(row.forms.clone()),
        wanted_by: Set(row.wanted_by),
        audience: Set(row.audience.clone()),
        nameless: Set(row.nameless),
        reason: Set(row.reason.clone()),
        base_version: Set(row.base_version),
        version: Set(row.version),
        updated_at: Set(row.updated_at),
    };
    draft::Entity::insert(new)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A member's draft at a place.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    member: Uuid,
    place: DraftPlace,
) -> Result<Option<DraftRow>, DbErr> {
    draft::Entity::find_by_id((member, place.to_string()))
        .one(db)
        .await
}

/// Discards a member's draft at a place; where there is none, nothing happens.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    member: Uuid,
    place: DraftPlace,
) -> Result<(), DbErr> {
    draft::Entity::delete_by_id((member, place.to_string()))
        .exec(db)
        .await?;
    Ok(())
}

/// How many drafts a member has.
///
/// # Errors
/// A failure of the database.
pub async fn count(db: &impl ConnectionTrait, member: Uuid) -> Result<u64, DbErr> {
    draft::Entity::find()
        .filter(draft::Column::MemberId.eq(member))
        .count(db)
        .await
}

/// A member's drafts, last saved first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    member: Uuid,
    after: Option<&DraftKey>,
    limit: u64,
) -> Result<Vec<DraftRow>, DbErr> {
    let mut rows = draft::Entity::find().filter(draft::Column::MemberId.eq(member));
    if let Some((at, place)) = after {
        rows = rows.filter(keyset::after(&[
            (
                Expr::col(draft::Column::UpdatedAt),
                Order::Desc,
                (*at).into(),
            ),
            (
                Expr::col(draft::Column::Place),
                Order::Asc,
                place.as_str().into(),
            ),
        ]));
    }
    rows.order_by_desc(draft::Column::UpdatedAt)
        .order_by_asc(draft::Column::Place)
        .limit(limit)
        .all(db)
        .await
}

/// On which question's page each of these posts stands; what the viewer may not see is missing.
///
/// # Errors
/// A failure of the database.
pub async fn pages_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Uuid>, DbErr> {
    let visible: Vec<Uuid> = visible_posts(viewer)
        .filter(post::Column::Id.is_in(posts.iter().copied()))
        .select_only()
        .column(post::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let answers: Vec<(Uuid, Uuid)> = answer::Entity::find()
        .filter(answer::Column::PostId.is_in(visible.iter().copied()))
        .select_only()
        .columns([answer::Column::PostId, answer::Column::QuestionId])
        .into_tuple()
        .all(db)
        .await?;
    let comments: Vec<(Uuid, Uuid)> = comment::Entity::find()
        .filter(comment::Column::PostId.is_in(visible.iter().copied()))
        .select_only()
        .columns([comment::Column::PostId, comment::Column::QuestionId])
        .into_tuple()
        .all(db)
        .await?;
    let mut pages: HashMap<Uuid, Uuid> = visible.into_iter().map(|id| (id, id)).collect();
    pages.extend(answers);
    pages.extend(comments);
    Ok(pages)
}

/// Whether a draft of a member says these words.
///
/// # Errors
/// A failure of the database.
pub async fn names(db: &impl ConnectionTrait, member: Uuid, words: &str) -> Result<bool, DbErr> {
    let found = draft::Entity::find()
        .filter(draft::Column::MemberId.eq(member))
        .filter(draft::Column::Body.contains(words))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// The places on these posts where a member has a draft, last saved first.
///
/// # Errors
/// A failure of the database.
pub async fn places_on(
    db: &impl ConnectionTrait,
    member: Uuid,
    posts: &[Uuid],
) -> Result<Vec<String>, DbErr> {
    draft::Entity::find()
        .filter(draft::Column::MemberId.eq(member))
        .filter(draft::Column::TargetId.is_in(posts.iter().copied()))
        .order_by_desc(draft::Column::UpdatedAt)
        .select_only()
        .column(draft::Column::Place)
        .into_tuple()
        .all(db)
        .await
}
