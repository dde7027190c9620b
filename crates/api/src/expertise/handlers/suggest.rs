//! People likely to answer a question.

use actix_web::http::header;
use actix_web::{HttpResponse, post, web};
use tacit_contract::expertise::{SuggestExperts, SuggestedExperts};

use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::expertise::suggest;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotThere, SignedOut};
use crate::state::AppState;

/// The people most likely to answer a question, while it is written or afterwards, each with reasons: similar questions
/// they answered, what they know of its topics, how much they answer these days. Who is away, has had enough this week,
/// may not see the question or does not belong to the community it is asked in, asked it or answered it already is not named; people of like strength take turns.
#[utoipa::path(
    tag = "Expertise",
    summary = "Suggest whom to ask",
    request_body = SuggestExperts,
    responses(
        (status = 200, description = "People, likeliest first", body = SuggestedExperts),
        SignedOut, NotThere, BadBody
    ),
    security(("bearer" = []))
)]
#[post("/experts/suggest")]
pub async fn suggest_experts(
    state: web::Data<AppState>,
    current: CurrentMember,
    question: ValidJson<SuggestExperts>,
) -> AppResult<HttpResponse> {
    let found = suggest::suggest(&state, &current.viewer, question.0).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}
