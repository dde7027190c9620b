//! A community and its settings.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "community")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    /// A word of `Visibility`.
    pub visibility: String,
    pub created_at: i64,
    pub purpose: String,
    /// Who it is for.
    pub charter_for: String,
    /// What one gets.
    pub charter_get: String,
    /// What one gives.
    pub charter_give: String,
    /// House rules.
    pub rules: String,
    /// What new members read first.
    pub welcome: String,
    /// Of these texts, primary tag of BCP 47.
    pub language: String,
    /// A word of `JoinRule`.
    pub join_rule: String,
    /// A row of `file`.
    pub picture_id: Option<Uuid>,
    /// Whether one may ask in it without a name, where the organisation allows it too.
    pub nameless_allowed: bool,
    /// Whether what has no name waits for a facilitator.
    pub hold_nameless: bool,
    /// Since when everybody reads it; none when not everybody does.
    pub opened_at: Option<i64>,
    pub archived_at: Option<i64>,
    pub deleted_at: Option<i64>,
    pub version: i32,
    pub edited_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
