//! Linking what meets a need: a question here, or something outside.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::events::EventBody;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::{Link, LinkTitle, ResponseKind, policy};
use uuid::Uuid;

use super::{Need, load, load_going_on};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::needs::repo::needs::add;
use crate::needs::repo::responses::{self, ResponseRow};
use crate::posts::Act;
use crate::questions::repo::questions::find_shared_refs;

/// Something that meets a need, read.
#[derive(Clone, Debug)]
pub enum NewResponse {
    /// A question here.
    Question {
        /// Its post.
        question: Uuid,
        /// A word with it; may be empty.
        word: String,
    },
    /// Something outside.
    Link {
        /// Where.
        url: Link,
        /// What it is called.
        title: LinkTitle,
        /// A word with it; may be empty.
        word: String,
    },
}

/// Links something that meets a need.
///
/// # Errors
/// 404, 409 when it is not for now, the same is linked or the community archived, 422 for a question that not all who see the need may see.
pub async fn respond(tx: &Tx, act: &Act, id: Uuid, new: &NewResponse) -> AppResult<Uuid> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    policy::can_respond(&need.standing)?;
    let row = row(act, id, new);
    if let Some(question) = row.question_id {
        check_question(tx, &act.viewer, &need, question).await?;
    }
    if responses::is_linked(tx, &row).await? {
        return Err(AppError::new(ProblemCode::WrongState).detail("this is linked already"));
    }
    let response = row.id;
    responses::insert(tx, row).await?;
    add(tx, id, (0, 1), act.at.micros()).await?;
    let body = EventBody::NeedResponded { response };
    act.tell(tx, id, need.placed.audience()?, body).await?;
    Ok(response)
}

/// Removes a link.
///
/// # Errors
/// 404, 403 for another's, 409 for the last one of a need that is met.
pub async fn remove(tx: &Tx, act: &Act, id: Uuid, response: Uuid) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    let row = responses::find(tx, id, response).await?;
    let row = row.ok_or_else(AppError::not_found)?;
    policy::can_remove_response(&act.viewer, &need.standing, row.added_by_id)?;
    responses::delete(tx, response).await?;
    add(tx, id, (0, -1), act.at.micros()).await?;
    let body = EventBody::NeedResponseRemoved { response };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// A question that everybody who may see the need may see as well.
async fn check_question(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    need: &Need,
    question: Uuid,
) -> AppResult<()> {
    let found = find_shared_refs(db, viewer, &need.placed.post, &[question]).await?;
    if found.contains_key(&question) {
        return Ok(());
    }
    let detail = "is no question that everybody who sees this need may see";
    Err(AppError::invalid(
        "/question_id",
        FieldCode::NotFound,
        detail,
    ))
}

fn row(act: &Act, need: Uuid, new: &NewResponse) -> ResponseRow {
    let (kind, question_id, url, title, word) = match new {
        NewResponse::Question { question, word } => {
            (ResponseKind::Question, Some(*question), None, None, word)
        }
        NewResponse::Link { url, title, word } => {
            let (url, title) = (url.as_str().to_owned(), title.as_str().to_owned());
            (ResponseKind::Link, None, Some(url), Some(title), word)
        }
    };
    ResponseRow {
        id: act.ids.next(),
        need_id: need,
        kind: kind.as_str().to_owned(),
        question_id,
        url,
        title,
        word: word.clone(),
        added_by_id: Some(act.viewer.member_id),
        created_at: act.at.micros(),
    }
}
