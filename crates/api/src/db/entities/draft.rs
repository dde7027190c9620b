//! What a member is still writing at a place.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    pub target_id: Option<Uuid>,
    pub title: Option<String>,
    pub body: String,
    /// One a line.
    pub topics: String,
    pub urgency: Option<String>,
    /// Words, with commas between them.
    pub forms: String,
    pub wanted_by: Option<i64>,
    /// Who it is to be for, as the API writes it.
    pub audience: Option<String>,
    pub reason: Option<String>,
    pub nameless: bool,
    pub base_version: Option<i32>,
    pub version: i32,
    pub updated_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
