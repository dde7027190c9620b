//! The log of acts of office.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

use crate::db::entities::audit_entry;

/// A row of `audit_entry`.
pub type AuditRow = audit_entry::Model;

/// Writes an entry.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: AuditRow) -> Result<(), DbErr> {
    audit_entry::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
