//! Topics related to one from use, as far as the viewer may see the questions.

use std::collections::HashMap;

use sea_orm::sea_query::{ExprTrait, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use tacit_contract::topics::RelatedTopic;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use tacit_domain::topics::related::{TOGETHER_LEAST, closeness};
use uuid::Uuid;

use super::repo::topics::find_refs;
use crate::db::entities::{post, post_topic};
use crate::error::AppResult;
use crate::posts::visibility::visible_posts;

/// Topics that are compared, those most often together first.
const COMPARED: u64 = 50;
/// Topics named.
const NAMED: usize = 8;

/// The topics, closest first.
///
/// # Errors
/// A failure of the database.
pub async fn related(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topic: Uuid,
) -> AppResult<Vec<RelatedTopic>> {
    let together = together_with(db, viewer, topic).await?;
    let ids: Vec<Uuid> = together.iter().map(|(id, _)| *id).chain([topic]).collect();
    let all = questions_of(db, viewer, &ids).await?;
    let count = |id: &Uuid| all.get(id).copied().unwrap_or(0);
    let own = count(&topic);
    let mut close: Vec<(f64, Uuid, i64)> = together
        .into_iter()
        .filter_map(|(id, both)| Some((closeness(both, own, count(&id))?, id, both)))
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    close.truncate(NAMED);
    let mut names = find_refs(db, close.iter().map(|(_, id, _)| *id)).await?;
    let found = close.into_iter().filter_map(|(_, id, together)| {
        Some(RelatedTopic {
            topic: names.remove(&id)?,
            together,
        })
    });
    Ok(found.collect())
}

/// The other topics of the questions with a topic, and how many questions carry both.
async fn together_with(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topic: Uuid,
) -> Result<Vec<(Uuid, i64)>, DbErr> {
    use post_topic::Column as C;
    let with_it = post_topic::Entity::find()
        .select_only()
        .column(C::PostId)
        .filter(C::TopicId.eq(topic));
    post_topic::Entity::find()
        .select_only()
        .column(C::TopicId)
        .column_as(C::PostId.count(), "together")
        .filter(C::TopicId.ne(topic))
        .filter(C::PostId.in_subquery(with_it.into_query()))
        .filter(C::PostId.in_subquery(visible_questions(viewer)))
        .group_by(C::TopicId)
        .having(ExprTrait::gte(C::PostId.count(), TOGETHER_LEAST))
        .order_by_desc(C::PostId.count())
        .order_by_asc(C::TopicId)
        .limit(COMPARED)
        .into_tuple()
        .all(db)
        .await
}

/// How many questions carry each topic.
async fn questions_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topics: &[Uuid],
) -> Result<HashMap<Uuid, i64>, DbErr> {
    use post_topic::Column as C;
    let rows: Vec<(Uuid, i64)> = post_topic::Entity::find()
        .select_only()
        .column(C::TopicId)
        .column_as(C::PostId.count(), "questions")
        .filter(C::TopicId.is_in(topics.iter().copied()))
        .filter(C::PostId.in_subquery(visible_questions(viewer)))
        .group_by(C::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

fn visible_questions(viewer: &Viewer) -> SelectStatement {
    visible_posts(viewer)
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .into_query()
}
