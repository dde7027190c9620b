//! Showing oneself: later, for a whole page, and for good.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use tacit_contract::problem::ProblemCode;
use tacit_domain::events::EventBody;
use tacit_domain::posts::{PostKind, Refusal};
use uuid::Uuid;

use super::identity;
use crate::db::Tx;
use crate::db::entities::{
    answer_renewal, post, post_deletion, post_flag, question, question_closing, revision,
};
use crate::error::{AppError, AppResult};
use crate::posts::Act;
use crate::posts::repo::find_visible;

/// Puts the viewer's name on a post they wrote without it, and with a question on all they wrote so on its page. Where the
/// name stands already nothing changes.
///
/// # Errors
/// 404, or 403 for what is not theirs.
pub async fn show_name(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    if placed.post.author_id != Some(act.viewer.member_id) {
        return Err(Refusal::NotTheAuthor.into());
    }
    if !placed.post.author_hidden {
        return Ok(());
    }
    let page = placed.question_id;
    // A name beside a nameless question would be taken for that of its author.
    if placed.kind != PostKind::Question && identity::is_author(tx, &act.viewer, page).await? {
        return Err(AppError::new(ProblemCode::WrongState).detail("show your name on the question"));
    }
    let shown = match placed.kind {
        PostKind::Question => identity::own_on_page(tx, &act.viewer, page).await?,
        PostKind::Answer | PostKind::Comment | PostKind::Need => vec![id],
    };
    identity::let_go(tx, &shown).await?;
    write_name(tx, &shown, act.viewer.member_id).await?;
    for post in shown {
        let body = EventBody::AuthorShown { question: page };
        act.tell(tx, post, placed.audience()?, body).await?;
    }
    Ok(())
}

/// Everywhere the name was left out. The times stay days.
async fn write_name(tx: &Tx, posts: &[Uuid], name: Uuid) -> Result<(), DbErr> {
    let posts = || posts.iter().copied();
    post::Entity::update_many()
        .col_expr(post::Column::AuthorId, Expr::value(name))
        .col_expr(post::Column::AuthorHidden, Expr::value(false))
        .filter(post::Column::Id.is_in(posts()))
        .exec(tx)
        .await?;
    revision::Entity::update_many()
        .col_expr(revision::Column::EditorId, Expr::value(name))
        .filter(revision::Column::PostId.is_in(posts()))
        .filter(revision::Column::EditorId.is_null())
        .exec(tx)
        .await?;
    question::Entity::update_many()
        .col_expr(question::Column::AcceptedBy, Expr::value(name))
        .filter(question::Column::PostId.is_in(posts()))
        .filter(
            question::Column::AcceptedAnswerId
                .is_not_null()
                .and(question::Column::AcceptedBy.is_null()),
        )
        .exec(tx)
        .await?;
    question_closing::Entity::update_many()
        .col_expr(question_closing::Column::ClosedBy, Expr::value(name))
        .filter(question_closing::Column::QuestionId.is_in(posts()))
        .filter(question_closing::Column::ClosedBy.is_null())
        .exec(tx)
        .await?;
    keeping_order(tx, posts().collect(), name).await
}

/// What they did to their own posts to keep order: deleting, looking again, and what was settled by that.
async fn keeping_order(tx: &Tx, posts: Vec<Uuid>, name: Uuid) -> Result<(), DbErr> {
    let posts = || posts.iter().copied();
    post_deletion::Entity::update_many()
        .col_expr(post_deletion::Column::DeletedBy, Expr::value(name))
        .filter(post_deletion::Column::PostId.is_in(posts()))
        .filter(post_deletion::Column::DeletedBy.is_null())
        .exec(tx)
        .await?;
    answer_renewal::Entity::update_many()
        .col_expr(answer_renewal::Column::RenewedBy, Expr::value(name))
        .filter(answer_renewal::Column::AnswerId.is_in(posts()))
        .filter(answer_renewal::Column::RenewedBy.is_null())
        .exec(tx)
        .await?;
    post_flag::Entity::update_many()
        .col_expr(post_flag::Column::ResolvedBy, Expr::value(name))
        .filter(post_flag::Column::PostId.is_in(posts()))
        .filter(
            post_flag::Column::ResolvedAt
                .is_not_null()
                .and(post_flag::Column::ResolvedBy.is_null()),
        )
        .exec(tx)
        .await?;
    Ok(())
}
