//! Demand and supply per topic, and when leads are told of a need.

use actix_web::http::header;
use actix_web::{HttpResponse, get, put, web};
use tacit_contract::needs::{Demand, DemandQuery, NeedAlert};
use tacit_domain::needs::demand::can_see_demand;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, SignedOut};
use crate::http::{ValidJson, ValidQuery};
use crate::needs::demand;
use crate::posts::Act;
use crate::state::AppState;

/// How many want to learn each topic and how many can help, with what waits in it, for leads and admins. Groups of fewer
/// than five are not counted out, nor those that leave out fewer than five. What many want and hardly anybody knows comes
/// first.
#[utoipa::path(
    tag = "Needs",
    summary = "Read demand and supply per topic",
    params(DemandQuery),
    responses(
        (status = 200, description = "Never cached", body = Demand),
        BadQuery, SignedOut, NotAllowed,
    ),
    security(("bearer" = []))
)]
#[get("/needs/demand")]
pub async fn get_demand(
    state: web::Data<AppState>,
    member: CurrentMember,
    query: ValidQuery<DemandQuery>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let demand = demand::read(db, &member.viewer, query.0.balance, now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(demand))
}

/// At how many supporters leads and admins are told of a need that nobody takes care of.
#[utoipa::path(
    tag = "Needs",
    summary = "Read when leads are told of a need",
    responses(
        (status = 200, description = "Never cached", body = NeedAlert),
        SignedOut, NotAllowed,
    ),
    security(("bearer" = []))
)]
#[get("/needs/alert")]
pub async fn get_need_alert(
    state: web::Data<AppState>,
    member: CurrentMember,
) -> AppResult<HttpResponse> {
    can_see_demand(&member.viewer)?;
    let supporters = demand::alert_at(state.db.reader()).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(NeedAlert { supporters }))
}

/// Sets at how many supporters leads and admins are told of a need, or that they are not.
#[utoipa::path(
    tag = "Needs",
    summary = "Set when leads are told of a need",
    request_body = NeedAlert,
    responses(
        (status = 200, description = "Set", body = NeedAlert),
        BadBody, SignedOut, NotAllowed,
    ),
    security(("bearer" = []))
)]
#[put("/needs/alert")]
pub async fn set_need_alert(
    state: web::Data<AppState>,
    member: CurrentMember,
    alert: ValidJson<NeedAlert>,
) -> AppResult<HttpResponse> {
    let at = demand::read_alert(alert.0)?;
    let act = Act::live(&state, member.viewer);
    db::write(&state.db, move |tx| {
        Box::pin(async move { demand::set_alert(tx, &act, at).await })
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(alert.0))
}
