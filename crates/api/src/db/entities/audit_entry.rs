//! What somebody did in office.

use sea_orm::entity::prelude::*;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None for the command line, and for whoever is gone.
    pub actor_id: Option<Uuid>,
    /// A word of `AuditAct`.
    pub act: String,
    /// A word of `AuditSubject`.
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// Whom it concerns.
    pub member_id: Option<Uuid>,
    pub detail: Option<String>,
    pub reason: Option<String>,
    pub occurred_at: i64,
}

/// Joins are written where they are used.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
