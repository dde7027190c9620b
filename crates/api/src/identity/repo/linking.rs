//! Giving what a person of an import wrote to a member: authorship, edits, acts and marks.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::blocks;
use crate::db::entities::{
    answer_renewal, helpful_mark, imported_badge, member_link, post, post_act, post_deletion,
    post_flag, post_person, question, question_closing, revision, topic_follow,
};

/// A row of `member_link`.
pub type LinkRow = member_link::Model;

/// The member a person turned out to be.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<LinkRow>, DbErr> {
    member_link::Entity::find_by_id(person).one(db).await
}

/// Keeps whom a person turned out to be.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: LinkRow) -> Result<(), DbErr> {
    member_link::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What names one member as who did it.
macro_rules! hand_over {
    ($db:expr, $from:expr, $to:expr, $($entity:ident . $column:ident),+ $(,)?) => {$(
        $entity::Entity::update_many()
            .col_expr($entity::Column::$column, Expr::value($to))
            .filter($entity::Column::$column.eq($from))
            .exec($db)
            .await?;
    )+};
}

/// Gives posts, edits and acts to a member. Gives back how many posts.
///
/// # Errors
/// A failure of the database.
pub async fn move_works(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<u64, DbErr> {
    let posts = post::Entity::update_many()
        .col_expr(post::Column::AuthorId, Expr::value(to))
        .filter(post::Column::AuthorId.eq(from))
        .exec(db)
        .await?;
    hand_over!(
        db,
        from,
        to,
        revision.EditorId,
        question.AcceptedBy,
        post_act.ActorId,
        question_closing.ClosedBy,
        post_deletion.DeletedBy,
        answer_renewal.RenewedBy,
        post_flag.ResolvedBy,
        imported_badge.MemberId,
    );
    Ok(posts.rows_affected)
}

/// What names a member once: marks, follows, named people, flags. Where the member has it too, theirs stays.
macro_rules! merge_rows {
    ($db:expr, $from:expr, $to:expr, $entity:ident, $member:ident, [$($key:ident),+]) => {{
        use $entity::Column as C;
        let rows = $entity::Entity::find().filter(C::$member.eq($from)).all($db).await?;
        let there = OnConflict::columns([$(C::$key),+, C::$member]).do_nothing().to_owned();
        for chunk in rows.chunks(500) {
            let rows = chunk.iter().cloned().map(|row| $entity::Model { member_id: $to, ..row }.into_active_model());
            $entity::Entity::insert_many(rows).on_conflict(there.clone()).exec_without_returning($db).await?;
        }
        $entity::Entity::delete_many().filter(C::$member.eq($from)).exec($db).await?;
    }};
}

/// Gives marks, follows and named places to a member. Where both had one, the posts' counts go down with it; nobody keeps
/// a mark or a flag on what is their own now.
///
/// # Errors
/// A failure of the database.
pub async fn move_marks(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let touched: Vec<Uuid> = helpful_mark::Entity::find()
        .select_only()
        .column(helpful_mark::Column::PostId)
        .filter(helpful_mark::Column::MemberId.is_in([from, to]))
        .into_tuple()
        .all(db)
        .await?;
    merge_rows!(db, from, to, helpful_mark, MemberId, [PostId]);
    merge_rows!(db, from, to, topic_follow, MemberId, [TopicId]);
    merge_rows!(db, from, to, post_person, MemberId, [PostId]);
    blocks::repo::move_to(db, from, to).await?;
    let own = || {
        Query::select()
            .column(post::Column::Id)
            .from(post::Entity)
            .and_where(post::Column::AuthorId.eq(to))
            .to_owned()
    };
    helpful_mark::Entity::delete_many()
        .filter(helpful_mark::Column::MemberId.eq(to))
        .filter(helpful_mark::Column::PostId.in_subquery(own()))
        .exec(db)
        .await?;
    post_flag::Entity::delete_many()
        .filter(post_flag::Column::MemberId.eq(to))
        .filter(post_flag::Column::PostId.in_subquery(own()))
        .exec(db)
        .await?;
    for chunk in touched.chunks(500) {
        count_anew(db, chunk).await?;
    }
    Ok(())
}

/// A post's count is its marks and those an import brought.
async fn count_anew(db: &impl ConnectionTrait, posts: &[Uuid]) -> Result<(), DbErr> {
    let marks = Query::select()
        .expr(Expr::col((helpful_mark::Entity, helpful_mark::Column::MemberId)).count())
        .from(helpful_mark::Entity)
        .and_where(
            Expr::col((helpful_mark::Entity, helpful_mark::Column::PostId))
                .equals((post::Entity, post::Column::Id)),
        )
        .to_owned();
    let marks = Expr::SubQuery(None, Box::new(marks.into())).cast_as("INTEGER");
    let count = Expr::col(post::Column::HelpfulImported).add(marks);
    post::Entity::update_many()
        .col_expr(post::Column::HelpfulCount, count)
        .filter(post::Column::Id.is_in(posts.iter().copied()))
        .exec(db)
        .await?;
    Ok(())
}
