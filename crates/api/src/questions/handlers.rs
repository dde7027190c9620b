//! Operations of questions and answers.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put, web};
use tacit_contract::Page;
use tacit_contract::posts::EditPost;
use tacit_contract::questions::{
    AcceptAnswer, Answer, AskQuestion, CreateAnswer, EditQuestion, ListQuestionsQuery,
    QuestionDetail, QuestionSummary, QuestionViewer, WithdrawAcceptanceQuery,
};
use tacit_domain::posts::Body;
use tacit_domain::questions::{Title, Urgency};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::repo::lists::{self, QuestionKey};
use super::service::{self, NewQuestion, QuestionEdit};
use super::{accept, list, mapping, page};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{
    BadBody, BadQuery, InvalidField, NotAllowed, NotThere, SignedOut, Stale, WrongState,
};
use crate::http::{
    IdempotencyKey, IfMatch, PageRequest, ValidJson, ValidQuery, respond_page, respond_shared,
    respond_with_version,
};
use crate::posts::{Act, Written, refusal};
use crate::routing::service::read_wish;
use crate::state::AppState;
use crate::topics::resolve::read_names;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_questions)
        .service(ask_question)
        .service(get_question)
        .service(get_question_viewer)
        .service(edit_question)
        .service(post_answer)
        .service(edit_answer)
        .service(accept_answer)
        .service(withdraw_acceptance);
}

/// Questions the caller may see, in the order and with the filters asked for. A topic or a person that is not there gives
/// an empty page; a community the caller does not read is not there.
#[utoipa::path(
    tag = "Questions",
    summary = "List questions",
    params(ListQuestionsQuery),
    responses(
        (status = 200, description = "A page of questions", body = Page<QuestionSummary>),
        BadQuery, SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/questions")]
pub async fn list_questions(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListQuestionsQuery>,
) -> AppResult<HttpResponse> {
    let sort = query.0.sort.unwrap_or_default();
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<QuestionKey>::read(&state.keys, list::name(sort), limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let rows = match list::filter(db, viewer, &query.0).await? {
        Some(filter) => {
            lists::list(
                db,
                viewer,
                &filter,
                sort,
                asked.after.as_ref(),
                asked.fetch(),
            )
            .await?
        }
        None => Vec::new(),
    };
    let page = asked.page(&state.keys, rows, |row| QuestionKey::of(row, sort))?;
    let page = Page {
        items: mapping::summaries(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Asks a question of everyone, of a community, or of named people. It is brought to people likely to answer, first to the
/// one named in `ask`; named people are all asked, and nobody else. See `/questions/{id}/routing`. Topics may be named by
/// name, slug or synonym; what is new becomes a topic where everyone reads along. With `nameless` its author is `null` for
/// everybody but themselves, and so is what they do to it later; its times are days.
#[utoipa::path(
    tag = "Questions",
    summary = "Ask a question",
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once")),
    request_body = AskQuestion,
    responses(
        (status = 201, description = "Asked; `Location` is its address", body = QuestionDetail),
        BadBody, SignedOut, NotAllowed, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/questions")]
pub async fn ask_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    key: IdempotencyKey,
    question: ValidJson<AskQuestion>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &question.0)?;
    let mut new = read_new(&question.0).await?;
    new.text = new.text.naming(state.db.reader()).await?;
    let asked = question.0.ask.as_deref();
    new.wished = read_wish(state.db.reader(), &member.viewer, asked).await?;
    let act = Act::live(&state, member.viewer);
    let id = db::write(&state.db, move |tx| {
        let (once, new) = (once.clone(), new.clone());
        Box::pin(async move { once.run(tx, act.now, service::ask(tx, &act, &new)).await })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/questions/{id}")))
        .json(detail))
}

async fn read_new(question: &AskQuestion) -> AppResult<NewQuestion> {
    let title = read_title(&question.title)?;
    let body = read_body(&question.body)?;
    let language = refusal::read_language(question.language.as_deref())?;
    let topics = read_names(&question.topics)?;
    let text = Written::rendered(Some(title.as_str()), body.as_str(), language.as_ref());
    Ok(NewQuestion {
        text: text.await?,
        title,
        topics,
        urgency: question.urgency.map_or(Urgency::Normal, Into::into),
        wished: None,
        audience: question.audience.clone().unwrap_or_default(),
        nameless: question.nameless,
    })
}

fn read_title(title: &str) -> AppResult<Title> {
    Title::parse(title).map_err(|error| refusal::of_text("/title", error))
}

fn read_body(body: &str) -> AppResult<Body> {
    Body::parse(body).map_err(|error| refusal::of_text("/body", error))
}

/// A question with its answers and comments: the same bytes for everybody who may see it. What is the caller's own is in
/// `/viewer`.
#[utoipa::path(
    tag = "Questions",
    summary = "Read a question",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses(
        (status = 200, description = "The page", body = QuestionDetail),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/questions/{id}")]
pub async fn get_question(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let detail = page::detail(state.db.reader(), &member.viewer, id.into_inner()).await?;
    respond_shared(&request, &detail)
}

/// What is the caller's own on a question's page: their marks, and what they may do with each post.
#[utoipa::path(
    tag = "Questions",
    summary = "Read what is the caller's own on a question's page",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses(
        (status = 200, description = "Never cached", body = QuestionViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/questions/{id}/viewer")]
pub async fn get_question_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let viewer = page::viewer(
        state.db.reader(),
        &state.keys,
        &member.viewer,
        id.into_inner(),
    )
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}

/// Changes title, body, topics or urgency: of one's own question, or with a reason, as lead or admin, of anybody's (but
/// not its urgency). Every state it had is kept as a revision.
#[utoipa::path(
    tag = "Questions",
    summary = "Edit a question",
    params(
        ("id" = Uuid, Path, description = "Post id of the question"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = EditQuestion,
    responses(
        (status = 200, description = "Edited", body = QuestionDetail),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState, Stale,
    ),
    security(("bearer" = []))
)]
#[patch("/questions/{id}")]
pub async fn edit_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    read: IfMatch,
    edit: ValidJson<EditQuestion>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    let before = page::texts(state.db.reader(), &member.viewer, id).await?;
    let mut edit = read_edit(&edit.0, before).await?;
    if let Some(text) = edit.text {
        edit.text = Some(text.naming(state.db.reader()).await?);
    }
    db::write(&state.db, move |tx| {
        let edit = edit.clone();
        Box::pin(async move { service::edit(tx, &act, id, read, &edit).await })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(respond_with_version(detail.version, &detail))
}

/// Title and text tell the language together: what is not changed is taken from `before`.
async fn read_edit(edit: &EditQuestion, before: (String, String)) -> AppResult<QuestionEdit> {
    let title = edit.title.as_deref().map(read_title).transpose()?;
    let body = edit.body.as_deref().map(read_body).transpose()?;
    let text = if title.is_some() || body.is_some() {
        let title = title.as_ref().map_or(before.0.as_str(), Title::as_str);
        let body = body.as_ref().map_or(before.1.as_str(), Body::as_str);
        Some(Written::rendered(Some(title), body, None).await?)
    } else {
        None
    };
    Ok(QuestionEdit {
        title,
        text,
        topics: edit.topics.as_deref().map(read_names).transpose()?,
        urgency: edit.urgency.map(Into::into),
        reason: refusal::read_reason(edit.reason.as_deref())?,
    })
}

/// Answers a question, one's own too. A closed one takes no answers.
#[utoipa::path(
    tag = "Answers",
    summary = "Answer a question",
    params(
        ("id" = Uuid, Path, description = "Post id of the question"),
        ("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once"),
    ),
    request_body = CreateAnswer,
    responses(
        (status = 201, description = "Posted", body = Answer),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/questions/{id}/answers")]
pub async fn post_answer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    key: IdempotencyKey,
    answer: ValidJson<CreateAnswer>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &answer.0)?;
    let text = read_answer(&answer.0.body, answer.0.language.as_deref()).await?;
    let text = text.naming(state.db.reader()).await?;
    let (act, question) = (Act::live(&state, member.viewer), id.into_inner());
    let id = db::write(&state.db, move |tx| {
        let (once, text) = (once.clone(), text.clone());
        Box::pin(async move {
            let work = Box::pin(service::answer(tx, &act, question, &text));
            once.run(tx, act.now, work).await
        })
    })
    .await?;
    let answer = page::answer(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Created().json(answer))
}

async fn read_answer(body: &str, language: Option<&str>) -> AppResult<Written> {
    let body = Body::parse_filled(body).map_err(|error| refusal::of_text("/body", error))?;
    let language = refusal::read_language(language)?;
    Written::rendered(None, body.as_str(), language.as_ref()).await
}

/// Gives an answer another text: one's own, or with a reason, as lead or admin, anybody's. Every text it had is kept as a
/// revision.
#[utoipa::path(
    tag = "Answers",
    summary = "Edit an answer",
    params(
        ("id" = Uuid, Path, description = "Post id of the answer"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = EditPost,
    responses(
        (status = 200, description = "Edited", body = Answer),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState, Stale,
    ),
    security(("bearer" = []))
)]
#[patch("/answers/{id}")]
pub async fn edit_answer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    read: IfMatch,
    edit: ValidJson<EditPost>,
) -> AppResult<HttpResponse> {
    let text = read_answer(&edit.0.body, None).await?;
    let text = text.naming(state.db.reader()).await?;
    let reason = refusal::read_reason(edit.0.reason.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let (text, reason) = (text.clone(), reason.clone());
        Box::pin(
            async move { service::edit_answer(tx, &act, id, read, &text, reason.as_ref()).await },
        )
    })
    .await?;
    let answer = page::answer(state.db.reader(), &member.viewer, id).await?;
    Ok(respond_with_version(answer.version, &answer))
}

/// Accepts an answer, in place of the one accepted before: the asker, or with a reason a lead or admin. Doing it again
/// changes nothing.
#[utoipa::path(
    tag = "Answers",
    summary = "Accept an answer",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    request_body = AcceptAnswer,
    responses(
        (status = 204, description = "Accepted"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/questions/{id}/accepted-answer")]
pub async fn accept_answer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    accept: ValidJson<AcceptAnswer>,
) -> AppResult<HttpResponse> {
    let reason = refusal::read_reason(accept.0.reason.as_deref())?;
    let (act, question) = (Act::live(&state, member.viewer), id.into_inner());
    let answer = accept.0.answer_id;
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { accept::accept(tx, &act, question, answer, reason.as_ref()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes the acceptance back: the asker, or with a reason a lead or admin. Where none is, nothing changes.
#[utoipa::path(
    tag = "Answers",
    summary = "Take an acceptance back",
    params(("id" = Uuid, Path, description = "Post id of the question"), WithdrawAcceptanceQuery),
    responses(
        (status = 204, description = "No answer is accepted"),
        BadQuery, SignedOut, NotAllowed, NotThere, WrongState, InvalidField,
    ),
    security(("bearer" = []))
)]
#[delete("/questions/{id}/accepted-answer")]
pub async fn withdraw_acceptance(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<WithdrawAcceptanceQuery>,
) -> AppResult<HttpResponse> {
    let reason = refusal::read_reason(query.0.reason.as_deref())?;
    let (act, question) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { accept::withdraw(tx, &act, question, reason.as_ref()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
