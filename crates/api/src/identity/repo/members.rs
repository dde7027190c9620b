//! One member, or a few by id.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _,
    ExprTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};
use tacit_contract::identity::MemberRef;
use tacit_domain::identity::{MemberStatus, Role};
use uuid::Uuid;

use crate::db::entities::member::{ActiveModel, Column, Entity, Model};
use crate::identity::mapping;

/// Most ids of one query: SQLite takes 32,766 parameters, PostgreSQL plans long lists badly.
const IDS: usize = 500;

/// A member by id, whatever the status.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// A member by the address they sign in with.
///
/// # Errors
/// When the database fails.
pub async fn find_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Email.eq(email)).one(db).await
}

/// A member by handle.
///
/// # Errors
/// When the database fails.
pub async fn find_by_handle(
    db: &impl ConnectionTrait,
    handle: &str,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::Handle.eq(handle))
        .one(db)
        .await
}

/// Those of these addresses that have an account, confirmed at least once.
///
/// # Errors
/// When the database fails.
pub async fn with_account(
    db: &impl ConnectionTrait,
    emails: &[String],
) -> Result<HashSet<String>, DbErr> {
    let mut found = HashSet::new();
    for chunk in emails.chunks(IDS) {
        let rows = Entity::find()
            .filter(Column::Email.is_in(chunk.iter().cloned()))
            .filter(Column::Status.ne(MemberStatus::Unconfirmed.as_str()))
            .all(db)
            .await?;
        found.extend(rows.into_iter().filter_map(|row| row.email));
    }
    Ok(found)
}

/// The members with these ids as they are named everywhere. Ids of nobody are left out.
///
/// # Errors
/// When the database fails.
pub async fn member_refs(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, MemberRef>, DbErr> {
    let mut ids: Vec<Uuid> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(IDS) {
        let rows = Entity::find()
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .all(db)
            .await?;
        found.extend(rows.iter().map(|row| (row.id, mapping::member_ref(row))));
    }
    Ok(found)
}

/// How many people can sign in.
///
/// # Errors
/// When the database fails.
pub async fn count_active(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::Status.eq(MemberStatus::Active.as_str()))
        .count(db)
        .await
}

/// The handles that begin like this one, to choose a free one from.
///
/// # Errors
/// When the database fails.
pub async fn handles_like(
    db: &impl ConnectionTrait,
    beginning: &str,
) -> Result<Vec<String>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Handle)
        .filter(Column::Handle.starts_with(beginning))
        .into_tuple()
        .all(db)
        .await
}

/// Active admins, leaving out one member.
///
/// # Errors
/// When the database fails.
pub async fn count_active_admins_except(
    db: &impl ConnectionTrait,
    id: Option<Uuid>,
) -> Result<u64, DbErr> {
    let mut admins = Entity::find()
        .filter(Column::Role.eq(Role::Admin.as_str()))
        .filter(Column::Status.eq(MemberStatus::Active.as_str()));
    if let Some(id) = id {
        admins = admins.filter(Column::Id.ne(id));
    }
    admins.count(db).await
}

/// A new member.
///
/// # Errors
/// When the database fails, or handle or address are taken.
pub async fn insert(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    row.insert(db).await
}

/// Writes the columns that are set, and gives back the whole row.
///
/// # Errors
/// When the database fails, or the handle is taken.
pub async fn update(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    row.update(db).await
}

/// Removes a registration that was never confirmed.
///
/// # Errors
/// When the database fails.
pub async fn delete_unconfirmed(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(MemberStatus::Unconfirmed.as_str()))
        .exec(db)
        .await
        .map(drop)
}

/// Whether words each begin a word of one of the columns. SQLite lowers ASCII only, so a word is also looked for with a
/// capital at its beginning.
#[must_use]
pub fn words_begin(words: &str, columns: &[Column]) -> sea_orm::Condition {
    let mut all = sea_orm::Condition::all();
    for word in words.split_whitespace().take(8) {
        let lower = like_literal(&word.to_lowercase());
        let mut chars = lower.chars();
        let capital: String = chars
            .next()
            .map(|c| c.to_uppercase().chain(chars).collect())
            .unwrap_or_default();
        let mut any = sea_orm::Condition::any();
        for column in columns {
            for form in [&lower, &capital] {
                for pattern in [
                    format!("{form}%"),
                    format!("% {form}%"),
                    format!("%-{form}%"),
                ] {
                    let like = sea_orm::sea_query::LikeExpr::new(pattern).escape('\\');
                    any = any.add(
                        Expr::expr(sea_orm::sea_query::Func::lower(Expr::col(*column))).like(like),
                    );
                }
            }
        }
        all = all.add(any);
    }
    all
}

/// A text that stands for itself in LIKE.
pub fn like_literal(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
