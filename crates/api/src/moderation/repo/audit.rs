//! The log of acts of office.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Order,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::{Deserialize, Serialize};
use tacit_contract::moderation::ListAuditEntriesQuery;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use crate::db::entities::{audit_entry, post};
use crate::error::AppResult;
use crate::identity::repo::members::find_by_handle;
use crate::posts::repo::keyset::{self, Key};
use crate::posts::visibility::audience_includes;

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

/// Which entries; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    act: Option<AuditAct>,
    actor: Option<Uuid>,
    member: Option<Uuid>,
    since: Option<i64>,
    until: Option<i64>,
}

impl AuditFilter {
    /// The filter a query means; none when it names somebody who is not there.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn read(
        db: &impl ConnectionTrait,
        query: &ListAuditEntriesQuery,
    ) -> AppResult<Option<Self>> {
        let mut filter = Self {
            act: query.act.map(Into::into),
            since: query.since.map(|time| time.timestamp_micros()),
            until: query.until.map(|time| time.timestamp_micros()),
            ..Self::default()
        };
        for (handle, place) in [
            (&query.actor, &mut filter.actor),
            (&query.member, &mut filter.member),
        ] {
            if let Some(handle) = handle {
                let Some(member) = find_by_handle(db, handle).await? else {
                    return Ok(None);
                };
                *place = Some(member.id);
            }
        }
        Ok(Some(filter))
    }

    fn condition(&self) -> Condition {
        use audit_entry::Column as C;
        Condition::all()
            .add_option(self.act.map(|act| C::Act.eq(act.as_str())))
            .add_option(self.actor.map(|id| C::ActorId.eq(id)))
            .add_option(self.member.map(|id| C::MemberId.eq(id)))
            .add_option(self.since.map(|at| C::OccurredAt.gte(at)))
            .add_option(self.until.map(|at| C::OccurredAt.lt(at)))
    }
}

/// Where a page of the log goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct AuditKey {
    at: i64,
    id: Uuid,
}

impl AuditKey {
    /// The key of a row.
    #[must_use]
    pub const fn of(row: &AuditRow) -> Self {
        Self {
            at: row.occurred_at,
            id: row.id,
        }
    }
}

/// A page of the log, newest first. Posts for an audience that the viewer is not in do not exist here either.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &AuditFilter,
    after: Option<AuditKey>,
    limit: u64,
) -> Result<Vec<AuditRow>, DbErr> {
    use audit_entry::Column as C;
    let seen = post::Entity::find()
        .filter(audience_includes(viewer))
        .select_only()
        .column(post::Column::Id)
        .into_query();
    let on_seen = Condition::any()
        .add(C::SubjectKind.ne(AuditSubject::Post.as_str()))
        .add(C::SubjectId.in_subquery(seen));
    let mut rows = audit_entry::Entity::find()
        .filter(filter.condition())
        .filter(on_seen);
    if let Some(key) = after {
        let column = |column| Expr::col((audit_entry::Entity, column));
        let keys: [Key; 2] = [
            (column(C::OccurredAt), Order::Desc, key.at.into()),
            (column(C::Id), Order::Desc, key.id.into()),
        ];
        rows = rows.filter(keyset::after(&keys));
    }
    rows.order_by_desc(C::OccurredAt)
        .order_by_desc(C::Id)
        .limit(limit)
        .all(db)
        .await
}
