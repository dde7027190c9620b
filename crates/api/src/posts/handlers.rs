//! Operations of all posts.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put, web};
use tacit_contract::Page;
use tacit_contract::posts::{
    Comment, CreateComment, EditPost, HelpfulState, ListRevisionsQuery, Preview, PreviewMarkdown,
    Revision,
};
use tacit_domain::posts::{Body, CommentBody};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::history::handlers as history;
use super::repo::revisions;
use super::{Act, Written, refusal, repo, service};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{
    BadBody, BadQuery, NotAllowed, NotThere, SignedOut, Stale, WrongState,
};
use crate::http::{
    IdempotencyKey, IfMatch, PageRequest, ValidJson, ValidQuery, respond_page, respond_with_version,
};
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(preview_markdown)
        .service(add_comment)
        .service(edit_comment)
        .service(mark_helpful)
        .service(unmark_helpful)
        .service(list_revisions)
        .service(history::compare_revision)
        .service(history::restore_revision);
}

/// What Markdown will look like after posting: the same renderer and sanitiser, nothing is kept.
#[utoipa::path(
    tag = "Posts",
    summary = "Preview Markdown",
    request_body = PreviewMarkdown,
    responses(
        (status = 200, description = "How it will look", body = Preview),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[post("/preview")]
pub async fn preview_markdown(
    state: web::Data<AppState>,
    _member: CurrentMember,
    markdown: ValidJson<PreviewMarkdown>,
) -> AppResult<HttpResponse> {
    let body = Body::parse(&markdown.0.body).map_err(|error| refusal::of_text("/body", error))?;
    let written = Written::rendered(None, body.as_str(), None).await?;
    let written = written.naming(state.db.reader()).await?;
    Ok(HttpResponse::Ok().json(Preview {
        html: written.html,
        language: written.language,
    }))
}

/// Comments on a question or an answer that the caller may see. The comment is for whom the post is. Comments take no
/// comments.
#[utoipa::path(
    tag = "Posts",
    summary = "Comment on a question or an answer",
    params(
        ("id" = Uuid, Path, description = "Post id of the question or answer"),
        ("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once"),
    ),
    request_body = CreateComment,
    responses(
        (status = 201, description = "Posted", body = Comment),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/posts/{id}/comments")]
pub async fn add_comment(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    key: IdempotencyKey,
    comment: ValidJson<CreateComment>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &comment.0)?;
    let text = read_comment_text(&comment.0.body).await?;
    let text = text.naming(state.db.reader()).await?;
    let (nameless, parent) = (comment.0.nameless, id.into_inner());
    let act = Act::live(&state, member.viewer);
    let id = db::write(&state.db, move |tx| {
        let (once, text) = (once.clone(), text.clone());
        Box::pin(async move {
            let work = service::add_comment(tx, &act, parent, &text, nameless);
            once.run(tx, act.now, work).await
        })
    })
    .await?;
    let comment = service::read_comment(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Created().json(comment))
}

async fn read_comment_text(body: &str) -> AppResult<Written> {
    let body = CommentBody::parse(body).map_err(|error| refusal::of_text("/body", error))?;
    Written::rendered(None, body.as_str(), None).await
}

/// Gives a comment another text: one's own, or with a reason, as lead or admin, anybody's. Every text it had is kept as a
/// revision.
#[utoipa::path(
    tag = "Posts",
    summary = "Edit a comment",
    params(
        ("id" = Uuid, Path, description = "Post id of the comment"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = EditPost,
    responses(
        (status = 200, description = "Edited", body = Comment),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState, Stale,
    ),
    security(("bearer" = []))
)]
#[patch("/comments/{id}")]
pub async fn edit_comment(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    read: IfMatch,
    edit: ValidJson<EditPost>,
) -> AppResult<HttpResponse> {
    let text = read_comment_text(&edit.0.body).await?;
    let text = text.naming(state.db.reader()).await?;
    let reason = refusal::read_reason(edit.0.reason.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let (text, reason) = (text.clone(), reason.clone());
        Box::pin(
            async move { service::edit_comment(tx, &act, id, read, &text, reason.as_ref()).await },
        )
    })
    .await?;
    let comment = service::read_comment(state.db.reader(), &member.viewer, id).await?;
    Ok(respond_with_version(comment.version, &comment))
}

/// Says that a question, an answer or a comment was helpful. Saying it again changes nothing; nobody marks their own.
#[utoipa::path(
    tag = "Posts",
    summary = "Mark a post as helpful",
    params(("id" = Uuid, Path, description = "Post id")),
    responses(
        (status = 200, description = "Marked", body = HelpfulState),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/posts/{id}/helpful")]
pub async fn mark_helpful(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    set_mark(&state, member, id.into_inner(), true).await
}

/// Takes the caller's helpful mark back. Where none is, nothing changes.
#[utoipa::path(
    tag = "Posts",
    summary = "Take a helpful mark back",
    params(("id" = Uuid, Path, description = "Post id")),
    responses(
        (status = 200, description = "Not marked any more", body = HelpfulState, example = json!({"marked": false, "helpful_count": 21})),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/posts/{id}/helpful")]
pub async fn unmark_helpful(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    set_mark(&state, member, id.into_inner(), false).await
}

async fn set_mark(
    state: &AppState,
    member: CurrentMember,
    id: Uuid,
    marked: bool,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    let now = db::write(&state.db, move |tx| {
        Box::pin(async move { service::mark(tx, &act, id, marked).await })
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(now))
}

/// What a question, an answer or a comment said at each version, newest first, with who made it so and why. The first of
/// all is the post as it was written.
#[utoipa::path(
    tag = "Posts",
    summary = "List what a post said before",
    params(("id" = Uuid, Path, description = "Post id"), ListRevisionsQuery),
    responses(
        (status = 200, description = "A page of revisions", body = Page<Revision>),
        BadQuery, SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/posts/{id}/revisions")]
pub async fn list_revisions(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<ListRevisionsQuery>,
) -> AppResult<HttpResponse> {
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<(Uuid, i32)>::read(&state.keys, "revisions", limit, cursor)?;
    let db = state.db.reader();
    let placed = repo::find_visible(db, &member.viewer, id.into_inner()).await?;
    let id = placed.post.id;
    let before = asked.after.filter(|(post, _)| *post == id);
    let before = before.map(|(_, version)| version);
    let rows = revisions::list_revisions(db, id, before, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (id, row.version))?;
    let items = service::with_editors(db, page.items).await?;
    let page = Page {
        items,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}
