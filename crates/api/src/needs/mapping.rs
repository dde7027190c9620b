//! From rows of needs to what goes over the wire.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use tacit_contract::identity::MemberRef;
use tacit_contract::needs::{
    NeedForm as WireForm, NeedOffer, NeedResponse, NeedResult, NeedStep, NeedSuggestion,
    NeedSummary, NeedSupporter, NeedVoice,
};
use tacit_contract::questions::QuestionRef;
use tacit_contract::time::from_micros;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::policy::{self, Standing};
use tacit_domain::needs::{Helped, HelperKind, NeedForm, NeedState, ResponseKind, StepKind};
use tacit_domain::posts::AudienceKind;
use uuid::Uuid;

use super::repo::helpers::{self, HelperRow};
use super::repo::lists::Listed;
use super::repo::needs::StepRow;
use super::repo::responses::{self, ResponseRow};
use super::repo::supporters::{ConfirmationRow, JoinRow, joined_by};
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::markdown::excerpt;
use crate::posts::mapping::{People, byline_of};
use crate::questions::repo::questions::find_refs;
use crate::topics::repo::topics::of_posts;

const EXCERPT: usize = 180;

/// What a list of needs names.
struct Around {
    viewer: Viewer,
    people: People,
    questions: HashMap<Uuid, QuestionRef>,
    joined: HashSet<Uuid>,
    offers: HashMap<Uuid, HelperRow>,
    responses: HashMap<Uuid, ResponseRow>,
}

/// Needs of a list, with everything they name, in a fixed number of queries.
///
/// # Errors
/// A failure of the database.
pub async fn summaries(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<Listed>,
) -> AppResult<Vec<NeedSummary>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut offers = HashMap::new();
    for row in helpers::list(db, &ids).await? {
        if row.kind == HelperKind::Volunteer.as_str() {
            // The first stays.
            offers.entry(row.need_id).or_insert(row);
        }
    }
    let linked = responses::list(db, &ids).await?;
    let questions: Vec<Uuid> = linked.iter().filter_map(|row| row.question_id).collect();
    let questions = find_refs(db, viewer, &questions).await?;
    // The newest that is still there stays.
    let responses: HashMap<Uuid, ResponseRow> = linked
        .into_iter()
        .filter(|row| row.question_id.is_none_or(|id| questions.contains_key(&id)))
        .map(|row| (row.need_id, row))
        .collect();
    let authors = rows.iter().filter_map(|row| row.author_id);
    let leads = rows.iter().filter_map(|row| row.taken_by_id);
    let helpers = offers.values().map(|row| row.member_id);
    let adders = responses.values().filter_map(|row| row.added_by_id);
    let named = authors.chain(leads).chain(helpers).chain(adders);
    let around = Around {
        viewer: *viewer,
        people: member_refs(db, named).await?,
        questions,
        joined: joined_by(db, viewer.member_id, &ids).await?,
        offers,
        responses,
    };
    let mut topics = of_posts(db, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let topics = topics.remove(&row.id).unwrap_or_default();
            summary(row, topics, &around)
        })
        .collect()
}

fn summary(row: Listed, topics: Vec<TopicRef>, around: &Around) -> AppResult<NeedSummary> {
    let state: NeedState = row.state.parse()?;
    let standing = Standing {
        owner: row.author_id,
        state,
        responses: u64::try_from(row.responses).unwrap_or_default(),
    };
    let viewer = &around.viewer;
    let offer = around.offers.get(&row.id).cloned();
    let response = around.responses.get(&row.id).cloned();
    Ok(NeedSummary {
        id: row.id,
        wish: row.wish,
        why: excerpt(&row.beginning, EXCERPT),
        language: row.language,
        state: state.into(),
        audience: row.audience.parse::<AudienceKind>()?.into(),
        by: byline_of(row.author_id, row.author_hidden, &around.people),
        topics,
        forms: forms(&row.forms)?,
        wanted_by: row.wanted_by.map(from_micros),
        supporters: row.supporters,
        taken_by: row
            .taken_by_id
            .and_then(|id| around.people.get(&id).cloned()),
        offer: offer.and_then(|row| self::offer(row, &around.people)),
        response: response
            .map(|row| self::response(row, &around.people, &around.questions))
            .transpose()?
            .flatten(),
        mine: row.author_id == Some(viewer.member_id),
        joined: around.joined.contains(&row.id),
        may_join: policy::can_join(viewer, &standing).is_ok(),
        may_help: policy::can_volunteer(viewer, &standing).is_ok(),
        created_at: from_micros(row.created_at),
        state_at: from_micros(row.state_at),
    })
}

/// The words of a row's forms.
///
/// # Errors
/// When the row is not sound.
pub fn forms(words: &str) -> AppResult<Vec<WireForm>> {
    let words = words.split(',').filter(|word| !word.is_empty());
    words
        .map(|word| Ok(word.parse::<NeedForm>()?.into()))
        .collect()
}

/// Somebody who offers to help; none when they are not there any more.
#[must_use]
pub fn offer(row: HelperRow, people: &People) -> Option<NeedOffer> {
    Some(NeedOffer {
        member: people.get(&row.member_id).cloned()?,
        word: row.word,
        at: from_micros(row.created_at),
    })
}

/// Somebody who was named as a helper.
#[must_use]
pub fn suggestion(row: HelperRow, people: &People) -> Option<NeedSuggestion> {
    Some(NeedSuggestion {
        member: people.get(&row.member_id).cloned()?,
        by: known(row.by_id, people),
        word: row.word,
        at: from_micros(row.created_at),
    })
}

/// Somebody who wants it too.
#[must_use]
pub fn supporter(row: JoinRow, people: &People) -> Option<NeedSupporter> {
    Some(NeedSupporter {
        member: people.get(&row.member_id).cloned()?,
        why: row.why,
        at: from_micros(row.created_at),
    })
}

/// What meets a need; none when the question may not be seen any more.
///
/// # Errors
/// When the row is not sound.
pub fn response(
    row: ResponseRow,
    people: &People,
    questions: &HashMap<Uuid, QuestionRef>,
) -> AppResult<Option<NeedResponse>> {
    let kind: ResponseKind = row.kind.parse()?;
    let question = row.question_id.and_then(|id| questions.get(&id).cloned());
    if kind == ResponseKind::Question && question.is_none() {
        return Ok(None);
    }
    Ok(Some(NeedResponse {
        id: row.id,
        kind: kind.into(),
        question,
        url: row.url,
        title: row.title,
        word: row.word,
        by: known(row.added_by_id, people),
        at: from_micros(row.created_at),
    }))
}

/// A step in the life of a need.
///
/// # Errors
/// When the row is not sound.
pub fn step(row: StepRow, people: &People) -> AppResult<NeedStep> {
    Ok(NeedStep {
        kind: row.kind.parse::<StepKind>()?.into(),
        state: row.state.parse::<NeedState>()?.into(),
        word: row.word,
        by: known(row.actor_id, people),
        at: from_micros(row.created_at),
    })
}

/// Whether it helped: numbers, and the words of those who said some.
///
/// # Errors
/// When a row is not sound.
pub fn result(rows: Vec<ConfirmationRow>, people: &People) -> AppResult<NeedResult> {
    let mut result = NeedResult::default();
    for row in rows {
        let helped: Helped = row.helped.parse()?;
        let count = match helped {
            Helped::Yes => &mut result.yes,
            Helped::Partly => &mut result.partly,
            Helped::No => &mut result.no,
        };
        *count = count.saturating_add(1);
        if let Some(member) = people.get(&row.member_id).filter(|_| !row.word.is_empty()) {
            result.voices.push(NeedVoice {
                member: member.clone(),
                helped: helped.into(),
                word: row.word,
                at: from_micros(row.created_at),
            });
        }
    }
    Ok(result)
}

fn known(id: Option<Uuid>, people: &People) -> Option<MemberRef> {
    id.and_then(|id| people.get(&id).cloned())
}
