//! Keeping order.

use sea_orm::{EntityTrait, QueryOrder};
use tacit_api::db::entities::{audit_entry, event};

use crate::support::app::TestApp;

mod audit;
mod close;
mod delete;
mod flags;
mod renewal;

/// The acts of office so far: who, what, to whom, why.
async fn audited(app: &TestApp) -> Vec<audit_entry::Model> {
    audit_entry::Entity::find()
        .order_by_asc(audit_entry::Column::OccurredAt)
        .order_by_asc(audit_entry::Column::Id)
        .all(app.state().db.reader())
        .await
        .unwrap()
}

/// How often something happened.
async fn happened(app: &TestApp, kind: &str) -> usize {
    let rows = event::Entity::find()
        .all(app.state().db.reader())
        .await
        .unwrap();
    rows.iter().filter(|row| row.kind == kind).count()
}
