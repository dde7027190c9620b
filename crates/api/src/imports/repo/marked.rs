//! Posts that imports marked.

use std::collections::HashMap;

use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use tacit_contract::imports::PostMark;
use tacit_domain::identity::Viewer;
use tacit_domain::imports::Outcome;
use uuid::Uuid;

use crate::db::entities::{answer, comment, import_item, post, question};
use crate::posts::repo::PostRow;
use crate::posts::visibility::visible_posts;

/// The posts with a mark that the viewer may see, by their ids, after one.
pub async fn list_marked(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    mark: PostMark,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<PostRow>, DbErr> {
    let mut posts = match mark {
        PostMark::Gone => visible_posts(viewer).filter(post::Column::SourceGoneAt.is_not_null()),
        PostMark::Kept => {
            let kept = Query::select()
                .column(import_item::Column::SubjectId)
                .from(import_item::Entity)
                .and_where(import_item::Column::Outcome.eq(Outcome::Kept.as_str()))
                .to_owned();
            visible_posts(viewer).filter(post::Column::Id.in_subquery(kept))
        }
    };
    if let Some(after) = after {
        posts = posts.filter(post::Column::Id.gt(after));
    }
    posts
        .order_by_asc(post::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// By post, the question on whose page it stands, and its title.
pub async fn titles(
    db: &impl ConnectionTrait,
    posts: &[PostRow],
) -> Result<HashMap<Uuid, (Uuid, String)>, DbErr> {
    let ids = || posts.iter().map(|row| row.id);
    let mut places: HashMap<Uuid, Uuid> = ids().map(|id| (id, id)).collect();
    let answers = answer::Entity::find()
        .filter(answer::Column::PostId.is_in(ids()))
        .all(db)
        .await?;
    places.extend(
        answers
            .into_iter()
            .map(|row| (row.post_id, row.question_id)),
    );
    let comments = comment::Entity::find()
        .filter(comment::Column::PostId.is_in(ids()))
        .all(db)
        .await?;
    places.extend(
        comments
            .into_iter()
            .map(|row| (row.post_id, row.question_id)),
    );
    let titles: Vec<(Uuid, String)> = question::Entity::find()
        .select_only()
        .columns([question::Column::PostId, question::Column::Title])
        .filter(question::Column::PostId.is_in(places.values().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let titles: HashMap<Uuid, String> = titles.into_iter().collect();
    let places = places.into_iter();
    Ok(places
        .filter_map(|(id, question)| Some((id, (question, titles.get(&question)?.clone()))))
        .collect())
}
