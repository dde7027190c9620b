//! Who last looked at an accepted answer again.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer_renewal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub answer_id: Uuid,
    pub renewed_by: Option<Uuid>,
    pub renewed_at: i64,
    /// The answer that says it now; none when this one is still right.
    pub replaced_by_id: Option<Uuid>,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
