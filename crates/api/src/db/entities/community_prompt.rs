//! A question that a community is asked on a schedule.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "community_prompt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    pub set_by_id: Uuid,
    pub title: String,
    pub body: String,
    /// Names, comma-separated.
    pub topics: String,
    /// A word of `Rhythm`.
    pub rhythm: String,
    /// None when it is asked no more.
    pub next_at: Option<i64>,
    pub last_post_id: Option<Uuid>,
    pub last_at: Option<i64>,
    pub times: i32,
    pub created_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
