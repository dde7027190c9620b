//! Operations of ending letters. They need no session: the token of the letter says who and what.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use tacit_contract::notices::{UnsubscribeQuery, Unsubscribing};
use url::Url;

use super::unsubscribe::{end, look, read};
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::ValidQuery;
use crate::http::refusals::BadLink;
use crate::state::AppState;

/// What the link of a letter ends. Ends nothing: programs that look at links do no harm. A browser is sent on to the page
/// of the app that asks.
#[utoipa::path(
    tag = "Notices",
    summary = "Look at what a letter's link ends",
    params(UnsubscribeQuery),
    responses(
        (status = 200, description = "What it ends", body = Unsubscribing),
        (status = 303, description = "To the page that asks, for a browser"),
        BadLink,
    ),
    security(())
)]
#[get("/unsubscribe")]
pub async fn get_unsubscribing(
    state: web::Data<AppState>,
    request: HttpRequest,
    query: ValidQuery<UnsubscribeQuery>,
) -> AppResult<HttpResponse> {
    if wants_page(&request) {
        let to = page(&state.settings.public_url, &query.0.token)?;
        return Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, to.as_str()))
            .finish());
    }
    let (member, what) = read(&state.keys, &query.0.token)?;
    let found = look(state.db.reader(), member, what).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Ends the letters, at once and for good; in the settings they can be had again. The body is not looked at: mail
/// programs send `List-Unsubscribe=One-Click`.
#[utoipa::path(
    tag = "Notices",
    summary = "Unsubscribe with one click (RFC 8058)",
    params(UnsubscribeQuery),
    responses(
        (status = 200, description = "Ended", body = Unsubscribing),
        BadLink,
    ),
    security(())
)]
#[post("/unsubscribe")]
pub async fn unsubscribe(
    state: web::Data<AppState>,
    query: ValidQuery<UnsubscribeQuery>,
) -> AppResult<HttpResponse> {
    let (member, what) = read(&state.keys, &query.0.token)?;
    let found = db::write(&state.db, move |tx| {
        Box::pin(async move {
            end(tx, member, what).await?;
            look(tx, member, what).await
        })
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

fn wants_page(request: &HttpRequest) -> bool {
    let accept = request.headers().get(header::ACCEPT);
    accept
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

fn page(public_url: &Url, token: &str) -> AppResult<Url> {
    let mut url = public_url.clone();
    url.path_segments_mut()
        .map_err(|()| AppError::internal("the public URL cannot be a base"))?
        .pop_if_empty()
        .push("unsubscribe");
    url.query_pairs_mut().append_pair("token", token);
    Ok(url)
}
