//! Who wants what, as rows: what members say they are learning, needs that wait, who joined them, questions that wait.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, RelationDef,
};
use tacit_domain::expertise::Level;
use tacit_domain::identity::{MemberStatus, Role, Viewer};
use tacit_domain::needs::NeedState;
use tacit_domain::posts::AudienceKind;
use tacit_domain::questions::QuestionState;
use uuid::Uuid;

use super::needs::to_need;
use crate::db::entities::{
    member, member_topic, need, need_join, need_setting, post, post_topic, question,
};
use crate::posts::visibility::visible_posts;
use crate::questions::repo::questions::to_question;

/// A member wants to learn a topic since some time (microseconds).
pub type Wanting = (Uuid, Uuid, i64);

/// Topics that members say they are learning; what they hide is left out.
///
/// # Errors
/// A failure of the database.
pub async fn learning(db: &impl ConnectionTrait) -> Result<Vec<Wanting>, DbErr> {
    use member_topic::Column as C;
    member_topic::Entity::find()
        .select_only()
        .columns([C::TopicId, C::MemberId, C::DeclaredAt])
        .filter(C::Level.eq(Level::Learning.as_str()))
        .filter(C::Hidden.eq(false))
        .into_tuple()
        .all(db)
        .await
}

/// A need that waits, in one of its topics.
pub type Waiting = (Uuid, Uuid, Option<Uuid>, i64);

/// Topic, need, who has it and since when: of needs that wait and that the viewer may see. What is said to named people
/// counts nowhere.
///
/// # Errors
/// A failure of the database.
pub async fn waiting_needs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
) -> Result<Vec<Waiting>, DbErr> {
    let waiting = NeedState::ALL.iter().filter(|state| !state.is_settled());
    visible_posts(viewer)
        .join(JoinType::InnerJoin, to_need())
        .join(JoinType::InnerJoin, to_topic())
        .filter(need::Column::State.is_in(waiting.map(|state| state.as_str())))
        .filter(post::Column::Audience.ne(AudienceKind::People.as_str()))
        .select_only()
        .column(post_topic::Column::TopicId)
        .columns([
            post::Column::Id,
            post::Column::AuthorId,
            post::Column::CreatedAt,
        ])
        .into_tuple()
        .all(db)
        .await
}

/// Who joined these needs: need, member, since when.
///
/// # Errors
/// A failure of the database.
pub async fn joins_of(
    db: &impl ConnectionTrait,
    needs: &[Uuid],
) -> Result<Vec<(Uuid, Uuid, i64)>, DbErr> {
    use need_join::Column as C;
    let mut found = Vec::new();
    for chunk in needs.chunks(1_000) {
        let rows: Vec<(Uuid, Uuid, i64)> = need_join::Entity::find()
            .select_only()
            .columns([C::NeedId, C::MemberId, C::CreatedAt])
            .filter(C::NeedId.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// How many questions without an accepted answer, neither closed, each topic has that the viewer may see. What is asked of named people
/// counts nowhere.
///
/// # Errors
/// A failure of the database.
pub async fn waiting_questions(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
) -> Result<HashMap<Uuid, i64>, DbErr> {
    let waiting = [QuestionState::Open, QuestionState::Answered];
    let rows: Vec<(Uuid, i64)> = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question())
        .join(JoinType::InnerJoin, to_topic())
        .filter(question::Column::State.is_in(waiting.map(QuestionState::as_str)))
        .filter(post::Column::Audience.ne(AudienceKind::People.as_str()))
        .select_only()
        .column(post_topic::Column::TopicId)
        .column_as(post::Column::Id.count(), "waiting")
        .group_by(post_topic::Column::TopicId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many members have an account in use.
///
/// # Errors
/// A failure of the database.
pub async fn active_members(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    member::Entity::find()
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .count(db)
        .await
}

/// Leads and admins with an account in use.
///
/// # Errors
/// A failure of the database.
pub async fn leads(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let roles = [Role::Lead, Role::Admin].map(Role::as_str);
    member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .filter(member::Column::Role.is_in(roles))
        .into_tuple()
        .all(db)
        .await
}

/// What was set about telling leads; none when nothing was.
///
/// # Errors
/// A failure of the database.
pub async fn find_setting(db: &impl ConnectionTrait) -> Result<Option<need_setting::Model>, DbErr> {
    need_setting::Entity::find_by_id(1).one(db).await
}

/// Sets when leads are told.
///
/// # Errors
/// A failure of the database.
pub async fn put_setting(
    db: &impl ConnectionTrait,
    alert_at: Option<i32>,
    at: i64,
) -> Result<(), DbErr> {
    use need_setting::Column as C;
    let row = need_setting::ActiveModel {
        id: Set(1),
        alert_at: Set(alert_at),
        updated_at: Set(at),
    };
    let there = OnConflict::column(C::Id)
        .update_columns([C::AlertAt, C::UpdatedAt])
        .to_owned();
    need_setting::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn to_topic() -> RelationDef {
    post::Entity::belongs_to(post_topic::Entity)
        .from(post::Column::Id)
        .to(post_topic::Column::PostId)
        .into()
}
