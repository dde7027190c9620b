//! A topic of the one vocabulary.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    /// Markdown.
    pub description: String,
    /// Sanitised.
    pub description_html: String,
    pub renderer_version: i32,
    pub parent_id: Option<Uuid>,
    pub merged_into_id: Option<Uuid>,
    pub created_by: Option<Uuid>,
    pub version: i32,
    pub created_at: i64,
    pub source_site: Option<String>,
    pub source_id: Option<String>,
    pub source_url: Option<String>,
    pub source_license: Option<String>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
