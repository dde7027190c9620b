//! An import, finished or not.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub site: String,
    pub file: String,
    /// `ImportReport` as JSON.
    pub report: String,
    pub started_at: i64,
    /// Of one that is not finished, when it began.
    pub finished_at: i64,
    /// `running` until it is `finished`; one that was cut off stays running until it is begun again.
    pub state: String,
    /// The newest moment the dump knows of.
    pub dump_at: Option<i64>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
