//! Links that work once: first admin, invitation, confirming an address, another password.

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr,
    EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::one_time_token::{ActiveModel, Column, Entity, Model};

tacit_domain::words! {
    /// What a link is for.
    pub enum Purpose {
        /// Becoming the first admin.
        FirstAdmin = "first_admin",
        /// Becoming a member by invitation.
        Invitation = "invitation",
        /// Confirming the address one registered with.
        ConfirmAddress = "confirm_address",
        /// Choosing another password.
        ResetPassword = "reset_password",
    }
}

/// A link that can still be used.
///
/// # Errors
/// When the database fails.
pub async fn find_usable(
    db: &impl ConnectionTrait,
    hash: &str,
    purposes: &[Purpose],
    now: Timestamp,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .filter(Column::Purpose.is_in(purposes.iter().map(|p| p.as_str())))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.micros()))
        .one(db)
        .await
}

/// A new link.
///
/// # Errors
/// When the database fails.
pub async fn insert(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    row.insert(db).await
}

/// Notes that a link was used.
///
/// # Errors
/// When the database fails.
pub async fn mark_used(db: &impl ConnectionTrait, id: Uuid, now: Timestamp) -> Result<(), DbErr> {
    ActiveModel {
        id: Set(id),
        used_at: Set(Some(now.micros())),
        ..Default::default()
    }
    .update(db)
    .await
    .map(drop)
}

/// Takes back all unused links of a purpose.
///
/// # Errors
/// When the database fails.
pub async fn delete_unused(db: &impl ConnectionTrait, purpose: Purpose) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Purpose.eq(purpose.as_str()))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await
        .map(drop)
}

/// Takes back the unused links of a purpose that a member has.
///
/// # Errors
/// When the database fails.
pub async fn delete_unused_of(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    member: Uuid,
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Purpose.eq(purpose.as_str()))
        .filter(Column::MemberId.eq(member))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await
        .map(drop)
}

/// Takes back the unused invitations to an address.
///
/// # Errors
/// When the database fails.
pub async fn delete_invitations_to(db: &impl ConnectionTrait, email: &str) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Purpose.eq(Purpose::Invitation.as_str()))
        .filter(Column::Email.eq(email))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await
        .map(drop)
}

/// Takes back one unused invitation; tells whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn delete_invitation(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Purpose.eq(Purpose::Invitation.as_str()))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Invitations, newest first, from below `before` on.
///
/// # Errors
/// When the database fails.
pub async fn list_invitations(
    db: &impl ConnectionTrait,
    before: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut rows = Entity::find().filter(Column::Purpose.eq(Purpose::Invitation.as_str()));
    if let Some((created_at, id)) = before {
        rows = rows.filter(
            Column::CreatedAt
                .lt(created_at)
                .or(Column::CreatedAt.eq(created_at).and(Column::Id.lt(id))),
        );
    }
    rows.order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// The addresses of invitations.
///
/// # Errors
/// When the database fails.
pub async fn addresses(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, String)>, DbErr> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let named = rows
        .into_iter()
        .filter_map(|row| Some((row.id, row.email?)));
    Ok(named.collect())
}

/// Those of these addresses that have an invitation nobody used.
///
/// # Errors
/// When the database fails.
pub async fn invited(
    db: &impl ConnectionTrait,
    emails: &[String],
) -> Result<HashSet<String>, DbErr> {
    let mut found = HashSet::new();
    for chunk in emails.chunks(500) {
        let rows = Entity::find()
            .filter(Column::Purpose.eq(Purpose::Invitation.as_str()))
            .filter(Column::UsedAt.is_null())
            .filter(Column::Email.is_in(chunk.iter().cloned()))
            .all(db)
            .await?;
        found.extend(rows.into_iter().filter_map(|row| row.email));
    }
    Ok(found)
}
