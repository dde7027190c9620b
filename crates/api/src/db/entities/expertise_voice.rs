//! One person's confirmation of another in a topic.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expertise_voice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: Uuid,
    /// `everyone` or the id of a community.
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub by_id: Uuid,
    /// The answer; the topic itself for an endorsement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub source_id: Uuid,
    pub endorsed: bool,
    pub accepted: bool,
    pub helpful: bool,
    pub shown_at: i64,
    pub circular: bool,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
