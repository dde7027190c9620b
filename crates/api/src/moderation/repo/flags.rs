//! Private flags: setting, taking back, deciding.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::moderation::flags::FlagKind;
use uuid::Uuid;

use crate::db::entities::post_flag;

/// A row of `post_flag`.
pub type FlagRow = post_flag::Model;

/// How flags were decided on.
#[derive(Clone, Debug)]
pub struct Resolution<'a> {
    /// Who decided.
    pub by: Option<Uuid>,
    /// A word of `FlagOutcome`.
    pub outcome: &'a str,
    /// What was said about it.
    pub word: Option<&'a str>,
    /// When.
    pub at: i64,
}

/// The flag of a member.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    post: Uuid,
    member: Uuid,
    kind: FlagKind,
) -> Result<Option<FlagRow>, DbErr> {
    post_flag::Entity::find()
        .filter(post_flag::Column::PostId.eq(post))
        .filter(post_flag::Column::MemberId.eq(member))
        .filter(post_flag::Column::Kind.eq(kind.as_str()))
        .one(db)
        .await
}

/// Sets a flag; one that is there gets the new words, and is open again.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: FlagRow) -> Result<(), DbErr> {
    use post_flag::Column as C;
    let replace = OnConflict::columns([C::PostId, C::MemberId, C::Kind])
        .update_columns([
            C::Reason,
            C::CreatedAt,
            C::ResolvedAt,
            C::ResolvedBy,
            C::Outcome,
            C::Word,
        ])
        .to_owned();
    post_flag::Entity::insert(row.into_active_model())
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes an undecided flag back; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    post: Uuid,
    member: Uuid,
    kind: FlagKind,
) -> Result<bool, DbErr> {
    let done = post_flag::Entity::delete_many()
        .filter(post_flag::Column::PostId.eq(post))
        .filter(post_flag::Column::MemberId.eq(member))
        .filter(post_flag::Column::Kind.eq(kind.as_str()))
        .filter(post_flag::Column::ResolvedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// The kinds of undecided flags on a post.
///
/// # Errors
/// A failure of the database.
pub async fn open_kinds(db: &impl ConnectionTrait, post: Uuid) -> Result<Vec<String>, DbErr> {
    post_flag::Entity::find()
        .select_only()
        .column(post_flag::Column::Kind)
        .distinct()
        .filter(post_flag::Column::PostId.eq(post))
        .filter(post_flag::Column::ResolvedAt.is_null())
        .order_by_asc(post_flag::Column::Kind)
        .into_tuple()
        .all(db)
        .await
}

/// Decides on the undecided flags of one kind on a post; false when there were none.
///
/// # Errors
/// A failure of the database.
pub async fn resolve(
    db: &impl ConnectionTrait,
    post: Uuid,
    kind: FlagKind,
    resolution: &Resolution<'_>,
) -> Result<bool, DbErr> {
    use post_flag::Column as C;
    let done = post_flag::Entity::update_many()
        .col_expr(C::ResolvedAt, Expr::value(resolution.at))
        .col_expr(C::ResolvedBy, Expr::value(resolution.by))
        .col_expr(C::Outcome, Expr::value(resolution.outcome))
        .col_expr(C::Word, Expr::value(resolution.word.map(str::to_owned)))
        .filter(C::PostId.eq(post))
        .filter(C::Kind.eq(kind.as_str()))
        .filter(C::ResolvedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Undecided flags on these posts, oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn open_on(
    db: &impl ConnectionTrait,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Vec<FlagRow>>, DbErr> {
    let rows = post_flag::Entity::find()
        .filter(post_flag::Column::PostId.is_in(posts.iter().copied()))
        .filter(post_flag::Column::ResolvedAt.is_null())
        .order_by_asc(post_flag::Column::CreatedAt)
        .order_by_asc(post_flag::Column::Id)
        .all(db)
        .await?;
    let mut by_post: HashMap<Uuid, Vec<FlagRow>> = HashMap::new();
    for row in rows {
        by_post.entry(row.post_id).or_default().push(row);
    }
    Ok(by_post)
}
