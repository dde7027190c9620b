//! Writes the planned rows.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QuerySelect,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::plan::Plan;
use crate::db::Tx;
use crate::db::entities::{
    answer, availability, comment, community, community_invitation, community_member,
    community_pin, community_request, community_topic, department, endorsement, helpful_mark,
    member, member_topic, need, need_confirmation, need_helper, need_join, need_response,
    need_step, organisation, post, post_flag, post_link, post_topic, question, question_closing,
    revision, topic, topic_follow, topic_synonym, unmet_search,
};
use crate::error::AppResult;
use crate::events;

/// Rows of one INSERT; the widest has 21 columns.
const ROWS: usize = 500;

/// Whether there is anybody.
pub async fn is_inhabited(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let first: Option<Uuid> = member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(first.is_some())
}

/// Inserts everything, unless somebody came first. Tells whether it did.
pub async fn insert(tx: &Tx, plan: Plan, now: Timestamp) -> AppResult<bool> {
    if is_inhabited(tx).await? {
        return Ok(false);
    }
    let name = organisation::ActiveModel {
        id: Set(1),
        name: Set(plan.organisation),
        default_language: Set(plan.default_language),
        ..Default::default()
    };
    name.update(tx).await?;
    rows::<department::Entity, _>(tx, plan.departments).await?;
    rows::<member::Entity, _>(tx, plan.members).await?;
    let parents: Vec<_> = plan
        .topics
        .iter()
        .map(|topic| (topic.id, topic.parent_id))
        .collect();
    let orphans = plan.topics.into_iter().map(|topic| topic::Model {
        parent_id: None,
        ..topic
    });
    rows::<topic::Entity, _>(tx, orphans).await?;
    for (id, parent) in parents.into_iter().filter(|(_, parent)| parent.is_some()) {
        topic::ActiveModel {
            id: Set(id),
            parent_id: Set(parent),
            ..Default::default()
        }
        .update(tx)
        .await?;
    }
    rows::<topic_synonym::Entity, _>(tx, plan.synonyms).await?;
    rows::<topic_follow::Entity, _>(tx, plan.follows).await?;
    rows::<community::Entity, _>(tx, plan.communities).await?;
    rows::<community_topic::Entity, _>(tx, plan.community_topics).await?;
    rows::<community_member::Entity, _>(tx, plan.community_members).await?;
    rows::<community_request::Entity, _>(tx, plan.community_requests).await?;
    rows::<community_invitation::Entity, _>(tx, plan.community_invitations).await?;
    rows::<post::Entity, _>(tx, plan.posts).await?;
    rows::<question::Entity, _>(tx, plan.questions).await?;
    rows::<community_pin::Entity, _>(tx, plan.community_pins).await?;
    rows::<answer::Entity, _>(tx, plan.answers).await?;
    rows::<comment::Entity, _>(tx, plan.comments).await?;
    rows::<post_topic::Entity, _>(tx, plan.post_topics).await?;
    rows::<helpful_mark::Entity, _>(tx, plan.marks).await?;
    rows::<revision::Entity, _>(tx, plan.revisions).await?;
    rows::<question_closing::Entity, _>(tx, plan.closings).await?;
    rows::<post_link::Entity, _>(tx, plan.links).await?;
    rows::<post_flag::Entity, _>(tx, plan.flags).await?;
    rows::<member_topic::Entity, _>(tx, plan.member_topics).await?;
    rows::<endorsement::Entity, _>(tx, plan.endorsements).await?;
    rows::<availability::Entity, _>(tx, plan.availabilities).await?;
    rows::<need::Entity, _>(tx, plan.needs).await?;
    rows::<need_join::Entity, _>(tx, plan.need_joins).await?;
    rows::<need_helper::Entity, _>(tx, plan.need_helpers).await?;
    rows::<need_response::Entity, _>(tx, plan.need_responses).await?;
    rows::<need_step::Entity, _>(tx, plan.need_steps).await?;
    rows::<need_confirmation::Entity, _>(tx, plan.need_confirmations).await?;
    rows::<unmet_search::Entity, _>(tx, plan.unmet).await?;
    events::append(tx, now, plan.events).await?;
    Ok(true)
}

async fn rows<E, A>(tx: &Tx, models: impl IntoIterator<Item = E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait<ActiveModel = A>,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E> + Send,
{
    let rows: Vec<A> = models
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .collect();
    for chunk in rows.chunks(ROWS) {
        E::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
