//! The one organisation this server is for.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub name: String,
    pub logo: Option<Vec<u8>>,
    pub logo_type: Option<String>,
    pub default_language: String,
    /// `open`, `domains` or `invitation`.
    pub registration: String,
    /// Comma-separated.
    pub allowed_domains: String,
    /// Whether people may write without their name.
    pub nameless_allowed: bool,
    pub version: i32,
    pub updated_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
