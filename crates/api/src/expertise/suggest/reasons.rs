//! Why somebody is named, in the order of what tells most.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::SuggestionReason;
use tacit_contract::questions::QuestionRef;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::signals::{Gathered, SimilarAnswer};
use crate::error::AppResult;
use crate::expertise::people::strength_in;
use crate::questions::repo::questions::find_refs;

/// Similar questions that are named.
const NAMED: usize = 3;
/// A question is called similar when it is at least so much like the asked one as the most similar is.
const SIMILAR_ENOUGH: f64 = 0.45;
/// Days that count as lately.
const LATELY: i64 = 90;
/// So many answers lately are worth saying.
const MANY: usize = 3;

/// The reasons for each of these people.
///
/// # Errors
/// A failure of the database.
pub async fn of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    gathered: &Gathered,
    topics: &[TopicRef],
    people: &[Uuid],
    now: Timestamp,
) -> AppResult<HashMap<Uuid, Vec<SuggestionReason>>> {
    let similar: HashMap<Uuid, Vec<Uuid>> = people
        .iter()
        .map(|id| (*id, similar_enough(gathered, *id)))
        .collect();
    let named: HashSet<Uuid> = similar.values().flatten().copied().collect();
    let named: Vec<Uuid> = named.into_iter().collect();
    let questions = find_refs(db, viewer, &named).await?;
    let mut found = HashMap::with_capacity(people.len());
    for id in people {
        let own = similar.get(id).map_or(&[][..], Vec::as_slice);
        let mut reasons: Vec<SuggestionReason> =
            similar_reason(own, &questions).into_iter().collect();
        reasons.extend(topic_reasons(gathered, topics, *id, now));
        let lately = gathered.answered_since(*id, now.plus_days(-LATELY));
        if lately >= MANY {
            reasons.push(SuggestionReason::Active {
                answers: count(lately),
            });
        }
        found.insert(*id, reasons);
    }
    Ok(found)
}

/// The similar questions somebody answered, each once; at least the most similar one.
fn similar_enough(gathered: &Gathered, id: Uuid) -> Vec<Uuid> {
    let least = gathered.best_likeness() * SIMILAR_ENOUGH;
    let mut seen = HashSet::new();
    let answered = gathered.similar_to(id).iter();
    let each: Vec<&SimilarAnswer> = answered.filter(|one| seen.insert(one.question)).collect();
    let enough = each
        .iter()
        .filter(|one| one.likeness >= least)
        .count()
        .max(1);
    each.into_iter()
        .take(enough)
        .map(|one| one.question)
        .collect()
}

fn similar_reason(
    own: &[Uuid],
    questions: &HashMap<Uuid, QuestionRef>,
) -> Option<SuggestionReason> {
    let named = own.iter().filter_map(|id| questions.get(id));
    let named: Vec<QuestionRef> = named.take(NAMED).cloned().collect();
    (!named.is_empty()).then(|| SuggestionReason::Similar {
        questions: named,
        count: count(own.len()),
    })
}

fn topic_reasons(
    gathered: &Gathered,
    topics: &[TopicRef],
    id: Uuid,
    now: Timestamp,
) -> Vec<SuggestionReason> {
    let Some(known) = gathered.known(id) else {
        return Vec::new();
    };
    let mut reasons = Vec::with_capacity(topics.len());
    for asked in &gathered.topics {
        if let Some(strength) = strength_in(known, &asked.family, &asked.topic, now) {
            reasons.push(SuggestionReason::Topic { strength });
            continue;
        }
        let answers = known.answers_in(&asked.family).count();
        if answers > 0 {
            reasons.push(SuggestionReason::Answered {
                topic: asked.topic.clone(),
                answers: count(answers),
            });
        }
    }
    reasons
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
