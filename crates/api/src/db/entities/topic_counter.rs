//! Counts of a topic within one audience scope.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_counter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: Uuid,
    /// `everyone` or the id of a community.
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    pub questions: i32,
    pub answers: i32,
    pub solved: i32,
    pub followers: i32,
    pub last_activity_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
