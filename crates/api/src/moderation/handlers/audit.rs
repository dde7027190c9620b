//! The log of acts of office.

use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::Page;
use tacit_contract::moderation::{AuditEntry, ListAuditEntriesQuery};
use tacit_domain::identity::policy::can_administer;

use crate::auth::extract::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{AdminsOnly, BadQuery, SignedOut};
use crate::http::{PageRequest, ValidQuery, respond_page};
use crate::moderation::mapping::audit as mapping;
use crate::moderation::repo::audit::{self, AuditFilter, AuditKey};
use crate::state::AppState;

/// What leads and admins did in office, newest first: who, what, to what and to whom, why, when. What was done to posts that
/// the caller may not see is left out. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "List acts of office",
    params(ListAuditEntriesQuery),
    responses(
        (status = 200, description = "A page of the log", body = Page<AuditEntry>),
        BadQuery, SignedOut, AdminsOnly,
    ),
    security(("bearer" = []))
)]
#[get("/admin/audit")]
pub async fn list_audit_entries(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListAuditEntriesQuery>,
) -> AppResult<HttpResponse> {
    can_administer(&member.viewer)?;
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<AuditKey>::read(&state.keys, "audit", limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let rows = match AuditFilter::read(db, &query.0).await? {
        Some(filter) => audit::list(db, viewer, &filter, asked.after, asked.fetch()).await?,
        None => Vec::new(),
    };
    let page = asked.page(&state.keys, rows, AuditKey::of)?;
    let page = Page {
        items: mapping::entries(db, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}
