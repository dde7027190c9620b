//! What a need has beyond its post.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub post_id: Uuid,
    pub wish: String,
    /// Words of `NeedForm`, comma-separated.
    pub forms: String,
    pub wanted_by: Option<i64>,
    /// A word of `NeedState`.
    pub state: String,
    pub state_at: i64,
    pub taken_by_id: Option<Uuid>,
    /// Whoever joined, and who has it.
    pub supporters: i32,
    pub responses: i32,
    pub last_activity_at: i64,
    /// When leads were told that many want it.
    pub alerted_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
