//! What one can help with: waiting questions one was asked, then those in topics one knows, where one may answer.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::TopicStrength;
use tacit_contract::questions::{QuestionSort, QuestionSummary, Urgency};
use tacit_contract::routing::{HelpReason, HelpWanted};
use tacit_domain::blocks::BlockKind;
use tacit_domain::identity::Viewer;
use tacit_domain::questions::QuestionState;
use tacit_domain::routing::Cause;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::mapping::{self, People};
use super::repo::requests::RequestRow;
use super::repo::{choices, requests};
use crate::blocks::repo::{Blocks, of_member as blocks_of};
use crate::error::AppResult;
use crate::expertise::known::of_member;
use crate::expertise::people::strength_in;
use crate::expertise::tree::Tree;
use crate::nameless::identity::own_among;
use crate::questions::mapping::summaries;
use crate::questions::repo::lists::{self, QuestionFilter};
use crate::topics::repo::topics::find_refs;

/// Questions shown.
const SHOWN: usize = 5;
/// Questions looked at.
const LOOKED_AT: u64 = 200;
/// Older questions nobody waits for any more.
const DAYS: i64 = 180;

/// What one knows of a topic, by each topic of a question that shows it.
type Strengths = HashMap<Uuid, TopicStrength>;

/// The questions, with the reasons for each: what one was asked first, then urgent ones, then where one knows most.
///
/// # Errors
/// A failure of the database.
pub async fn wanted(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    now: Timestamp,
) -> AppResult<Vec<HelpWanted>> {
    let me = viewer.member_id;
    let mut out: HashSet<Uuid> = choices::dismissed(db, me).await?;
    out.extend(requests::passed_by(db, me).await?);
    let mut asked = requests::open_to(db, me, LOOKED_AT).await?;
    let blocks = blocks_of(db, me).await?;
    asked.retain(|row| row.by_id.and_then(|id| blocks.get(&id)) != Some(&BlockKind::Blocked));
    let strengths = strengths(db, viewer, now).await?;
    let questions = waiting(db, viewer, &asked, &strengths, now).await?;
    let ids: Vec<Uuid> = questions.iter().map(|question| question.id).collect();
    let nameless = own_among(db, viewer, &ids).await?;
    let named: Vec<Uuid> = asked.iter().filter_map(|row| row.by_id).collect();
    let mut reasons = Reasons {
        asked: asked.iter().map(|row| (row.question_id, row)).collect(),
        named: requests_of(db, &asked, &named).await?,
        people: HashMap::new(),
        strengths: &strengths,
    };
    reasons.people = mapping::people(db, &asked, None, None).await?;
    let mut found: Vec<HelpWanted> = questions
        .into_iter()
        .filter(|question| !out.contains(&question.id))
        .filter(|question| !is_own(question, me) && !nameless.contains(&question.id))
        .filter(|question| reaches(&blocks, question, &asked))
        .map(|question| HelpWanted {
            reasons: reasons.of(&question),
            question,
        })
        .filter(|one| !one.reasons.is_empty())
        .collect();
    found.sort_by_key(order);
    found.truncate(SHOWN);
    Ok(found)
}

/// Of whom the viewer has muted only what they ask the viewer in person is shown, of whom they have blocked nothing.
fn reaches(blocks: &Blocks, question: &QuestionSummary, asked: &[RequestRow]) -> bool {
    let author = question.by.author.as_ref();
    match author.and_then(|author| blocks.get(&author.id)) {
        None => true,
        Some(BlockKind::Blocked) => false,
        Some(BlockKind::Muted) => asked
            .iter()
            .any(|row| row.question_id == question.id && row.cause != Cause::Fits.as_str()),
    }
}

fn is_own(question: &QuestionSummary, me: Uuid) -> bool {
    question.by.author.as_ref().is_some_and(|by| by.id == me)
}

fn order(one: &HelpWanted) -> (bool, bool, u32, i64) {
    let asked = matches!(one.reasons.first(), Some(HelpReason::Asked { .. }));
    let known = one.reasons.iter().map(|reason| match reason {
        HelpReason::Topic { strength } => u32::from(strength.strength),
        HelpReason::Asked { .. } => 0,
    });
    (
        !asked,
        one.question.urgency != Urgency::Blocking,
        u32::MAX.saturating_sub(known.sum()),
        one.question.created_at.timestamp_micros(),
    )
}

/// What the viewer knows, by every topic that shows it: the topic itself and those under it.
async fn strengths(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    now: Timestamp,
) -> AppResult<Strengths> {
    let mut known = of_member(db, viewer, viewer.member_id).await?;
    known.leave_out_hidden();
    let topics = known.topics();
    let tree = Tree::under(db, topics.iter().copied()).await?;
    let names = find_refs(db, topics).await?;
    let mut found = Strengths::new();
    for (id, topic) in names {
        let family = tree.family(id);
        let Some(strength) = strength_in(&known, &family, &topic, now) else {
            continue;
        };
        for under in family.into_keys() {
            let better = found
                .get(&under)
                .is_none_or(|other| other.strength < strength.strength);
            if better || under == id {
                found.insert(under, strength.clone());
            }
        }
    }
    Ok(found)
}

async fn waiting(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    asked: &[RequestRow],
    strengths: &Strengths,
    now: Timestamp,
) -> AppResult<Vec<QuestionSummary>> {
    let open = QuestionFilter {
        states: Some(vec![QuestionState::Open]),
        writable_to: Some(viewer.member_id),
        ..QuestionFilter::default()
    };
    let to_me = QuestionFilter {
        ids: Some(asked.iter().map(|row| row.question_id).collect()),
        ..open.clone()
    };
    let known = QuestionFilter {
        any_topic: Some(strengths.keys().copied().collect()),
        since: Some(now.plus_days(-DAYS).micros()),
        ..open
    };
    let newest = QuestionSort::Newest;
    let mut rows = lists::list(db, viewer, &to_me, newest, None, LOOKED_AT).await?;
    let more = lists::list(db, viewer, &known, newest, None, LOOKED_AT).await?;
    let seen: HashSet<Uuid> = rows.iter().map(|row| row.id).collect();
    rows.extend(more.into_iter().filter(|row| !seen.contains(&row.id)));
    summaries(db, viewer, rows).await
}

/// The requests of those who named the viewer: their words stand there.
async fn requests_of(
    db: &impl ConnectionTrait,
    asked: &[RequestRow],
    named_by: &[Uuid],
) -> AppResult<HashMap<(Uuid, Uuid), RequestRow>> {
    let mut found = HashMap::new();
    for row in asked.iter().filter(|row| row.by_id.is_some()) {
        for one in requests::of_question(db, row.question_id).await? {
            if named_by.contains(&one.member_id) {
                found.insert((one.question_id, one.member_id), one);
            }
        }
    }
    Ok(found)
}

struct Reasons<'a> {
    asked: HashMap<Uuid, &'a RequestRow>,
    named: HashMap<(Uuid, Uuid), RequestRow>,
    people: People,
    strengths: &'a Strengths,
}

impl Reasons<'_> {
    fn of(&self, question: &QuestionSummary) -> Vec<HelpReason> {
        let asked = self.asked.get(&question.id);
        let asked = asked.and_then(|row| self.asked_reason(row, question));
        let mut seen = HashSet::new();
        let topics = question.topics.iter();
        let known = topics.filter_map(|topic| self.strengths.get(&topic.id));
        let known = known
            .filter(|strength| seen.insert(strength.topic.id))
            .map(|strength| HelpReason::Topic {
                strength: strength.clone(),
            });
        asked.into_iter().chain(known).collect()
    }

    fn asked_reason(&self, row: &RequestRow, question: &QuestionSummary) -> Option<HelpReason> {
        let cause: Cause = row.cause.parse().ok()?;
        let by = match cause {
            Cause::Wished => question.by.author.clone(),
            Cause::Named => row.by_id.and_then(|id| self.people.get(&id).cloned()),
            Cause::Fits | Cause::Leads => None,
        };
        let named = row
            .by_id
            .and_then(|by| self.named.get(&(row.question_id, by)));
        Some(HelpReason::Asked {
            cause: cause.into(),
            by,
            word: named.map(|one| one.word.clone()).unwrap_or_default(),
        })
    }
}
