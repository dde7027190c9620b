//! What all contributions share.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "post")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `question`, `answer` or `comment`.
    pub kind: String,
    /// `everyone`, `community` or `people`.
    pub audience: String,
    pub community_id: Option<Uuid>,
    pub author_id: Option<Uuid>,
    pub author_hidden: bool,
    pub language: String,
    /// Markdown.
    pub body: String,
    /// Sanitised.
    pub body_html: String,
    pub renderer_version: i32,
    pub helpful_imported: i32,
    /// Marks of members plus `helpful_imported`.
    pub helpful_count: i32,
    pub version: i32,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    pub deleted_at: Option<i64>,
    /// The name an import gave where no person stands behind it.
    pub source_author: Option<String>,
    pub source_site: Option<String>,
    pub source_id: Option<String>,
    pub source_url: Option<String>,
    pub source_license: Option<String>,
    /// Whether it belonged to everybody there, and so has no author.
    pub source_wiki: bool,
    /// When a dump first lacked it.
    pub source_gone_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
