//! What members have contributed, summed over the scopes the viewer may see: everyone, and the communities they are in.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationDef,
};
use tacit_contract::identity::MemberCounts;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::AudienceKind;
use uuid::Uuid;

use crate::db::entities::{answer, member_counter, post, post_topic, topic};
use crate::posts::visibility::{readable_communities, scopes_of};

/// Most topics named on a profile.
const TOPICS: u64 = 8;

/// The counts of these members.
///
/// # Errors
/// When the database fails.
pub async fn counts_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, MemberCounts>, DbErr> {
    let scopes = scopes_of(db, viewer).await?;
    let rows = member_counter::Entity::find()
        .filter(member_counter::Column::MemberId.is_in(ids.iter().copied()))
        .filter(member_counter::Column::Scope.is_in(scopes))
        .all(db)
        .await?;
    let mut sums: HashMap<Uuid, MemberCounts> = HashMap::new();
    for row in rows {
        let sum = sums.entry(row.member_id).or_default();
        sum.questions += i64::from(row.questions);
        sum.answers += i64::from(row.answers);
        sum.accepted += i64::from(row.accepted);
        sum.helpful += i64::from(row.helpful);
    }
    Ok(sums)
}

/// The topics a member has answered in most, by answers the viewer may see. Hidden authors have no name on their posts and
/// so count nowhere.
///
/// # Errors
/// When the database fails.
pub async fn topics_answered_in(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    member_id: Uuid,
) -> Result<Vec<TopicRef>, DbErr> {
    let communities = readable_communities(viewer);
    let visible = Condition::any()
        .add(post::Column::Audience.eq(AudienceKind::Everyone.as_str()))
        .add(post::Column::CommunityId.in_subquery(communities));
    let rows: Vec<(Uuid, String, String, i64)> = answer::Entity::find()
        .join(JoinType::InnerJoin, to_post())
        .join(JoinType::InnerJoin, to_topics_of_question())
        .join(JoinType::InnerJoin, to_topic())
        .select_only()
        .column(topic::Column::Id)
        .column(topic::Column::Slug)
        .column(topic::Column::Name)
        .column_as(answer::Column::PostId.count(), "answers")
        .filter(post::Column::AuthorId.eq(member_id))
        .filter(post::Column::DeletedAt.is_null())
        .filter(visible)
        .group_by(topic::Column::Id)
        .group_by(topic::Column::Slug)
        .group_by(topic::Column::Name)
        .order_by_desc(answer::Column::PostId.count())
        .order_by_asc(topic::Column::Name)
        .limit(TOPICS)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, slug, name, _)| TopicRef { id, slug, name })
        .collect())
}

fn to_post() -> RelationDef {
    answer::Entity::belongs_to(post::Entity)
        .from(answer::Column::PostId)
        .to(post::Column::Id)
        .into()
}

fn to_topics_of_question() -> RelationDef {
    answer::Entity::belongs_to(post_topic::Entity)
        .from(answer::Column::QuestionId)
        .to(post_topic::Column::PostId)
        .into()
}

fn to_topic() -> RelationDef {
    post_topic::Entity::belongs_to(topic::Entity)
        .from(post_topic::Column::TopicId)
        .to(topic::Column::Id)
        .into()
}
