//! Reading what clients send about communities.

use tacit_contract::communities::{Charter, CreateCommunity, CreateCommunityLink, EditCommunity};
use tacit_contract::problem::FieldCode;
use tacit_domain::communities::{
    CharterText, CommunityName, JoinRule, LINK_DAYS, LINK_DAYS_MAX, LINK_USES, LINK_USES_MAX,
    Purpose, TOPICS_MAX, Visibility, Word, policy,
};
use tacit_domain::posts::Reason;
use tacit_domain::topics::TopicName;

use super::service::edit::CommunityEdit;
use super::service::link::NewLink;
use crate::error::{AppError, AppResult};
use crate::markdown::tell_language;
use crate::posts::refusal;
use crate::topics::resolve::read_at_most;

/// A charter, read.
#[derive(Clone, Debug, Default)]
pub struct ReadCharter {
    /// Who it is for.
    pub for_whom: CharterText,
    /// What one gets.
    pub get: CharterText,
    /// What one gives.
    pub give: CharterText,
}

/// A community to found, read.
#[derive(Clone, Debug)]
pub struct NewCommunity {
    /// What it is called.
    pub name: CommunityName,
    /// What it is for.
    pub purpose: Purpose,
    /// Who knows of it.
    pub visibility: Visibility,
    /// How one comes in.
    pub join_rule: JoinRule,
    /// Up to ten.
    pub topics: Vec<TopicName>,
    /// Whom for, and what one gets and gives.
    pub charter: ReadCharter,
    /// Primary tag.
    pub language: String,
}

/// A community to found.
///
/// # Errors
/// 422 that points at what cannot be taken.
pub fn new_community(given: &CreateCommunity) -> AppResult<NewCommunity> {
    let (visibility, join_rule) = (given.visibility.into(), given.join_rule.into());
    policy::go_together(visibility, join_rule)?;
    let language = refusal::read_language(given.language.as_deref())?;
    let (name, purpose) = (name(&given.name)?, purpose(&given.purpose)?);
    let told = || {
        let charter = &given.charter;
        let parts = [
            purpose.as_str(),
            &charter.for_whom,
            &charter.get,
            &charter.give,
        ];
        tell_language(&parts.join("\n")).0
    };
    Ok(NewCommunity {
        visibility,
        join_rule,
        topics: read_at_most(&given.topics, TOPICS_MAX)?,
        charter: charter(&given.charter)?,
        language: language.map_or_else(told, |tag| tag.as_str().to_owned()),
        name,
        purpose,
    })
}

/// A change to a community.
///
/// # Errors
/// 422 that points at what cannot be taken.
pub fn edit(given: &EditCommunity) -> AppResult<CommunityEdit> {
    let topics = |names: &Vec<String>| read_at_most(names, TOPICS_MAX);
    let language = refusal::read_language(given.language.as_deref())?;
    Ok(CommunityEdit {
        name: given.name.as_deref().map(name).transpose()?,
        purpose: given.purpose.as_deref().map(purpose).transpose()?,
        charter: given.charter.as_ref().map(charter).transpose()?,
        rules: long("/rules", given.rules.as_deref())?,
        welcome: long("/welcome", given.welcome.as_deref())?,
        topics: given.topics.as_ref().map(topics).transpose()?,
        language: language.map(|tag| tag.as_str().to_owned()),
        visibility: given.visibility.map(Into::into),
        join_rule: given.join_rule.map(Into::into),
        nameless_allowed: given.nameless_allowed,
        hold_nameless: given.hold_nameless,
    })
}

fn long(pointer: &str, given: Option<&str>) -> AppResult<Option<CharterText>> {
    given
        .map(CharterText::parse_long)
        .transpose()
        .map_err(|error| refusal::of_text(pointer, error))
}

/// A name.
///
/// # Errors
/// 422 at `/name`.
pub fn name(text: &str) -> AppResult<CommunityName> {
    CommunityName::parse(text).map_err(|error| refusal::of_text("/name", error))
}

/// A purpose.
///
/// # Errors
/// 422 at `/purpose`.
pub fn purpose(text: &str) -> AppResult<Purpose> {
    Purpose::parse(text).map_err(|error| refusal::of_text("/purpose", error))
}

/// A charter.
///
/// # Errors
/// 422 at the part that cannot be taken.
pub fn charter(given: &Charter) -> AppResult<ReadCharter> {
    let part = |pointer: &str, text: &str| {
        CharterText::parse(text).map_err(|error| refusal::of_text(pointer, error))
    };
    Ok(ReadCharter {
        for_whom: part("/charter/for", &given.for_whom)?,
        get: part("/charter/get", &given.get)?,
        give: part("/charter/give", &given.give)?,
    })
}

/// A word that may be left out: then it is empty.
///
/// # Errors
/// 422 at the pointer.
pub fn word(pointer: &str, given: Option<&str>) -> AppResult<Word> {
    Word::parse(given.unwrap_or_default()).map_err(|error| refusal::of_text(pointer, error))
}

/// A word that must be there.
///
/// # Errors
/// 422 at the pointer.
pub fn said(pointer: &str, text: &str) -> AppResult<Reason> {
    Reason::parse(text).map_err(|error| refusal::of_text(pointer, error))
}

/// A link to make.
///
/// # Errors
/// 422 at what is out of range.
pub fn new_link(given: &CreateCommunityLink) -> AppResult<NewLink> {
    let days = within("/days", given.days.unwrap_or(LINK_DAYS), LINK_DAYS_MAX)?;
    let uses = within("/uses", given.uses.unwrap_or(LINK_USES), LINK_USES_MAX)?;
    Ok(NewLink {
        days: i64::from(days),
        uses,
    })
}

fn within(pointer: &str, given: u32, most: u32) -> AppResult<i32> {
    let fits = i32::try_from(given)
        .ok()
        .filter(|_| (1..=most).contains(&given));
    fits.ok_or_else(|| {
        let detail = format!("from 1 to {most}");
        AppError::invalid(pointer, FieldCode::OutOfRange, detail)
    })
}
