//! A link that lets into a community whoever has it.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "community_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub community_id: Uuid,
    /// Of its secret, which is kept nowhere.
    pub token_hash: String,
    pub by_id: Option<Uuid>,
    /// How many came by it.
    pub uses: i32,
    /// How many may.
    pub uses_max: i32,
    pub created_at: i64,
    pub expires_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
