//! Derived: a member is told of an event.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    /// The event's place in the log.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub kind: String,
    pub reason: String,
    /// Notices of a kind are grouped by it: a question, a topic or a member.
    pub subject_id: Uuid,
    pub actor_id: Option<Uuid>,
    pub post_id: Option<Uuid>,
    /// The post right above `post_id`.
    pub parent_id: Option<Uuid>,
    pub question_id: Option<Uuid>,
    pub occurred_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
