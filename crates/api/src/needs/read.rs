//! Reading what clients send about needs.

use tacit_contract::needs::{EditNeed, NeedForm as WireForm, RespondToNeed, SayNeed};
use tacit_contract::problem::FieldCode;
use tacit_contract::time::WireTime;
use tacit_domain::identity::error::TextError;
use tacit_domain::needs::{Link, LinkTitle, NeedForm};
use tacit_domain::posts::{Body, Reason};
use tacit_domain::questions::Title;
use tacit_domain::time::Timestamp;

use super::service::respond::NewResponse;
use super::service::say::{NeedEdit, NewNeed};
use crate::error::{AppError, AppResult};
use crate::posts::{Written, refusal};
use crate::topics::resolve::read_names;

/// A need to say.
pub async fn new_need(need: &SayNeed) -> AppResult<NewNeed> {
    let wish = wish(&need.wish)?;
    let why = why(&need.why)?;
    let language = refusal::read_language(need.language.as_deref())?;
    let topics = read_names(&need.topics)?;
    let text = Written::rendered(Some(wish.as_str()), why.as_str(), language.as_ref()).await?;
    Ok(NewNeed {
        wish,
        text,
        topics,
        forms: forms(&need.forms),
        wanted_by: need.wanted_by.map(day),
        audience: need.audience.clone().unwrap_or_default(),
    })
}

/// A change to a need. Wish and why tell the language together: what is not changed is taken from `before`.
pub async fn edit(edit: &EditNeed, before: (String, String)) -> AppResult<NeedEdit> {
    let wish = edit.wish.as_deref().map(wish).transpose()?;
    let why = edit.why.as_deref().map(why).transpose()?;
    let text = if wish.is_some() || why.is_some() {
        let wish = wish.as_ref().map_or(before.0.as_str(), Title::as_str);
        let why = why.as_ref().map_or(before.1.as_str(), Body::as_str);
        Some(Written::rendered(Some(wish), why, None).await?)
    } else {
        None
    };
    Ok(NeedEdit {
        wish,
        text,
        topics: edit.topics.as_deref().map(read_names).transpose()?,
        forms: edit.forms.as_deref().map(forms),
        wanted_by: edit.wanted_by.map(|given| given.map(day)),
        reason: refusal::read_reason(edit.reason.as_deref())?,
    })
}

/// Something that meets a need: a question, or an address with its title.
pub fn response(given: &RespondToNeed) -> AppResult<NewResponse> {
    let word = word("/word", given.word.as_deref())?;
    match (given.question_id, given.url.as_deref()) {
        (Some(_), Some(_)) => {
            let detail = "either a question or an address";
            Err(AppError::invalid("/url", FieldCode::NotAllowed, detail))
        }
        (Some(question), None) => Ok(NewResponse::Question { question, word }),
        (None, Some(url)) => {
            let url = Link::parse(url).map_err(|error| refusal::of_text("/url", error))?;
            let title = given.title.as_deref().unwrap_or_default();
            let title =
                LinkTitle::parse(title).map_err(|error| refusal::of_text("/title", error))?;
            Ok(NewResponse::Link { url, title, word })
        }
        (None, None) => Err(refusal::of_text("/url", TextError::Empty)),
    }
}

/// A word that may be left out: then it is empty.
pub fn word(pointer: &str, given: Option<&str>) -> AppResult<String> {
    match given.map(str::trim) {
        None | Some("") => Ok(String::new()),
        Some(text) => Ok(said(pointer, text)?.as_str().to_owned()),
    }
}

/// A word that must be there.
pub fn said(pointer: &str, text: &str) -> AppResult<Reason> {
    Reason::parse(text).map_err(|error| refusal::of_text(pointer, error))
}

fn wish(text: &str) -> AppResult<Title> {
    Title::parse(text).map_err(|error| refusal::of_text("/wish", error))
}

fn why(text: &str) -> AppResult<Body> {
    Body::parse_filled(text).map_err(|error| refusal::of_text("/why", error))
}

/// Each once, in the order they are always named.
#[must_use]
pub fn forms(given: &[WireForm]) -> Vec<NeedForm> {
    let given: Vec<NeedForm> = given.iter().copied().map(Into::into).collect();
    let all = NeedForm::ALL.iter().copied();
    all.filter(|form| given.contains(form)).collect()
}

/// The day of a time.
#[must_use]
pub fn day(time: WireTime) -> Timestamp {
    Timestamp::from_micros(time.timestamp_micros()).day()
}
