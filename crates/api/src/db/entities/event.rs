//! A line of the event log.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub position: Option<i64>,
    pub kind: String,
    pub actor: Option<Uuid>,
    pub subject: Uuid,
    pub audience: String,
    pub community_id: Option<Uuid>,
    pub origin: String,
    pub version: i32,
    pub payload: String,
    pub occurred_at: i64,
    pub recorded_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
