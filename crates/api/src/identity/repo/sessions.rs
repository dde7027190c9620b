//! Sessions and the chain of refresh tokens of each.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr,
    EntityTrait as _, ExprTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationDef,
};
use tacit_domain::identity::MemberStatus;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{member, refresh_token, session};

fn to_member() -> RelationDef {
    session::Entity::belongs_to(member::Entity)
        .from(session::Column::MemberId)
        .to(member::Column::Id)
        .into()
}

/// The member and their role, when this session of theirs is alive and they may sign in.
///
/// # Errors
/// When the database fails.
pub async fn find_alive(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    now: Timestamp,
) -> Result<Option<(Uuid, String)>, DbErr> {
    session::Entity::find_by_id(session_id)
        .join(JoinType::InnerJoin, to_member())
        .select_only()
        .column(member::Column::Id)
        .column(member::Column::Role)
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now.micros()))
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .into_tuple()
        .one(db)
        .await
}

/// A session by id.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<session::Model>, DbErr> {
    session::Entity::find_by_id(id).one(db).await
}

/// The living sessions of a member, last used first.
///
/// # Errors
/// When the database fails.
pub async fn list_alive(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    now: Timestamp,
) -> Result<Vec<session::Model>, DbErr> {
    session::Entity::find()
        .filter(session::Column::MemberId.eq(member_id))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now.micros()))
        .order_by_desc(session::Column::LastUsedAt)
        .order_by_desc(session::Column::Id)
        .all(db)
        .await
}

/// A new session.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    db: &impl ConnectionTrait,
    row: session::ActiveModel,
) -> Result<session::Model, DbErr> {
    row.insert(db).await
}

/// Notes that a session was used, and moves its end.
///
/// # Errors
/// When the database fails.
pub async fn touch(
    db: &impl ConnectionTrait,
    id: Uuid,
    now: Timestamp,
    expires: Timestamp,
) -> Result<(), DbErr> {
    session::ActiveModel {
        id: Set(id),
        last_used_at: Set(now.micros()),
        expires_at: Set(expires.micros()),
        ..Default::default()
    }
    .update(db)
    .await
    .map(drop)
}

/// Ends a session. Its tokens stay: they still tell that an old one came back.
///
/// # Errors
/// When the database fails.
pub async fn end(db: &impl ConnectionTrait, id: Uuid, now: Timestamp) -> Result<(), DbErr> {
    session::Entity::update_many()
        .set(session::ActiveModel {
            ended_at: Set(Some(now.micros())),
            ..Default::default()
        })
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::EndedAt.is_null())
        .exec(db)
        .await
        .map(drop)
}

/// Ends all sessions of a member but one.
///
/// # Errors
/// When the database fails.
pub async fn end_all(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    except: Option<Uuid>,
    now: Timestamp,
) -> Result<(), DbErr> {
    let mut update = session::Entity::update_many()
        .set(session::ActiveModel {
            ended_at: Set(Some(now.micros())),
            ..Default::default()
        })
        .filter(session::Column::MemberId.eq(member_id))
        .filter(session::Column::EndedAt.is_null());
    if let Some(id) = except {
        update = update.filter(session::Column::Id.ne(id));
    }
    update.exec(db).await.map(drop)
}

/// A refresh token by its hash.
///
/// # Errors
/// When the database fails.
pub async fn find_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<refresh_token::Model>, DbErr> {
    refresh_token::Entity::find()
        .filter(refresh_token::Column::TokenHash.eq(hash))
        .one(db)
        .await
}

/// A new refresh token of a session.
///
/// # Errors
/// When the database fails.
pub async fn insert_token(
    db: &impl ConnectionTrait,
    id: Uuid,
    session_id: Uuid,
    hash: String,
    now: Timestamp,
) -> Result<(), DbErr> {
    let row = refresh_token::ActiveModel {
        id: Set(id),
        session_id: Set(session_id),
        token_hash: Set(hash),
        created_at: Set(now.micros()),
        replaced_at: Set(None),
    };
    refresh_token::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(drop)
}

/// Notes that a refresh token was replaced.
///
/// # Errors
/// When the database fails.
pub async fn replace_token(
    db: &impl ConnectionTrait,
    id: Uuid,
    now: Timestamp,
) -> Result<(), DbErr> {
    refresh_token::ActiveModel {
        id: Set(id),
        replaced_at: Set(Some(now.micros())),
        ..Default::default()
    }
    .update(db)
    .await
    .map(drop)
}

/// Forgets sessions that ended or expired before a time, with their tokens.
///
/// # Errors
/// When the database fails.
pub async fn delete_before(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    before: Timestamp,
) -> Result<(), DbErr> {
    let over = session::Column::ExpiresAt
        .lt(before.micros())
        .or(session::Column::EndedAt.lt(before.micros()));
    session::Entity::delete_many()
        .filter(session::Column::MemberId.eq(member_id))
        .filter(over)
        .exec(db)
        .await
        .map(drop)
}

/// Forgets the tokens of a session that were replaced before a time.
///
/// # Errors
/// When the database fails.
pub async fn delete_tokens_before(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    before: Timestamp,
) -> Result<(), DbErr> {
    refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.eq(session_id))
        .filter(refresh_token::Column::ReplacedAt.lt(before.micros()))
        .exec(db)
        .await
        .map(drop)
}
