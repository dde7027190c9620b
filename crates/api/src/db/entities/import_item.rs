//! A row that an import wrote, as it left it.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub site: String,
    /// `person`, `topic`, `question`, `answer` or `comment`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub source_id: i64,
    pub subject_id: Uuid,
    /// Of the text as it was written.
    pub digest: String,
    /// Of everything else as it was written.
    pub state: String,
    /// The version the import left.
    pub version: i32,
    /// The run that last did something to it.
    pub run_id: Uuid,
    /// What that was: `new`, `changed`, `unchanged`, `kept` or `gone`.
    pub outcome: String,
    /// When a dump first lacked it.
    pub gone_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
