//! How questions stand once their answers are there.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType,
    QueryFilter, QuerySelect, RelationDef,
};
use tacit_domain::questions::Progress;
use uuid::Uuid;

use super::posts::QuestionRow;
use crate::db::Tx;
use crate::db::entities::{answer, post, question};
use crate::error::AppResult;
use crate::imports::prepared::Question;
use crate::moderation::repo::closings::{self, ClosingRow};

/// How many answers these questions have, whoever wrote them.
pub async fn count_answers(
    db: &impl ConnectionTrait,
    questions: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, i32>, DbErr> {
    let to_post: RelationDef = answer::Entity::belongs_to(post::Entity)
        .from(answer::Column::PostId)
        .to(post::Column::Id)
        .into();
    let rows: Vec<(Uuid, i64)> = answer::Entity::find()
        .join(JoinType::InnerJoin, to_post)
        .select_only()
        .column(answer::Column::QuestionId)
        .column_as(answer::Column::PostId.count(), "answers")
        .filter(answer::Column::QuestionId.is_in(questions))
        .filter(post::Column::DeletedAt.is_null())
        .group_by(answer::Column::QuestionId)
        .into_tuple()
        .all(db)
        .await?;
    let counts = rows.into_iter();
    Ok(counts
        .map(|(id, count)| (id, i32::try_from(count).unwrap_or(i32::MAX)))
        .collect())
}

/// Keeps when a question was closed and what the site said of it, or forgets it where the question is open again.
pub async fn put_closing(tx: &Tx, id: Uuid, asked: &Question) -> Result<(), DbErr> {
    match asked.closed_at {
        Some(closed_at) => {
            let closing = ClosingRow {
                question_id: id,
                closed_by: None,
                note: asked.note.clone(),
                closed_at,
            };
            closings::put(tx, closing).await
        }
        None => closings::delete(tx, id).await,
    }
}

/// Writes how a question stands; its state follows from the rest.
pub async fn update_standing(tx: &Tx, mut row: QuestionRow) -> AppResult<()> {
    let progress = Progress {
        answers: row.answer_count,
        accepted: row.accepted_answer_id,
        closed: row.closed_reason.as_deref().map(str::parse).transpose()?,
    };
    row.state = progress.state().as_str().to_owned();
    let change = question::ActiveModel {
        post_id: Set(row.post_id),
        state: Set(row.state),
        accepted_answer_id: Set(row.accepted_answer_id),
        accepted_by: Set(row.accepted_by),
        accepted_at: Set(row.accepted_at),
        closed_reason: Set(row.closed_reason),
        duplicate_of_id: Set(row.duplicate_of_id),
        answer_count: Set(row.answer_count),
        last_activity_at: Set(row.last_activity_at),
        ..Default::default()
    };
    change.update(tx).await?;
    Ok(())
}
