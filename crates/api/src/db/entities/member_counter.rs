//! Counts of a member within one audience scope.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "member_counter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    /// `everyone` or the id of a community.
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    pub questions: i32,
    pub answers: i32,
    pub accepted: i32,
    pub helpful: i32,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
