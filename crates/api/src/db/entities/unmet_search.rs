//! Words that were searched for in vain within a period of thirty days.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unmet_search")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The stems, by which the same search is known.
    pub words: String,
    /// Which thirty days since the epoch.
    pub period: i64,
    /// The words as they were typed first.
    pub typed: String,
    /// Different people.
    pub people: i32,
    /// The day it was last searched for.
    pub last_day: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
