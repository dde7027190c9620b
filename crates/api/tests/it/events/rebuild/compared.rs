//! What is compared: derived rows, all in one order.

use sea_orm::{EntityTrait, QueryOrder};
use tacit_api::db::Database;
use tacit_api::db::entities::{expertise_answer, expertise_voice, member_counter, topic_counter};

/// The counters of topics and members.
pub async fn counters(db: &Database) -> (Vec<topic_counter::Model>, Vec<member_counter::Model>) {
    use {member_counter::Column as M, topic_counter::Column as T};
    let topics = topic_counter::Entity::find()
        .order_by_asc(T::TopicId)
        .order_by_asc(T::Scope)
        .all(db.reader());
    let members = member_counter::Entity::find()
        .order_by_asc(M::MemberId)
        .order_by_asc(M::Scope)
        .all(db.reader());
    (topics.await.unwrap(), members.await.unwrap())
}

/// What expertise is derived from.
pub async fn evidence(
    db: &Database,
) -> (Vec<expertise_answer::Model>, Vec<expertise_voice::Model>) {
    use {expertise_answer::Column as A, expertise_voice::Column as V};
    let answers = expertise_answer::Entity::find()
        .order_by_asc(A::AnswerId)
        .order_by_asc(A::TopicId)
        .all(db.reader());
    let voices = expertise_voice::Entity::find()
        .order_by_asc(V::TopicId)
        .order_by_asc(V::MemberId)
        .order_by_asc(V::ById)
        .order_by_asc(V::SourceId)
        .all(db.reader());
    (answers.await.unwrap(), voices.await.unwrap())
}
