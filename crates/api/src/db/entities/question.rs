//! What a question has beyond its post.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub post_id: Uuid,
    pub title: String,
    /// `normal` or `blocking`.
    pub urgency: String,
    /// `open`, `answered`, `solved` or `closed`.
    pub state: String,
    pub accepted_answer_id: Option<Uuid>,
    pub accepted_by: Option<Uuid>,
    pub accepted_at: Option<i64>,
    pub closed_reason: Option<String>,
    pub duplicate_of_id: Option<Uuid>,
    pub answer_count: i32,
    pub last_activity_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
