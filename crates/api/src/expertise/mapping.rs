//! From strengths and rows to what goes over the wire.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::{
    Availability, Contribution, ContributionSource, MyAvailability, Standing, TopicStrength,
};
use tacit_contract::identity::MemberRef;
use tacit_contract::questions::QuestionRef;
use tacit_contract::time::from_micros;
use tacit_contract::topics::TopicRef;
use tacit_domain::expertise::{self as domain, Level, Source, Strength};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::availability::{AvailabilityRow, rule};
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::questions::repo::questions::find_refs as find_questions;
use crate::topics::repo::topics::find_refs as find_topics;

/// Days that count as the last year.
const YEAR: i64 = 365;

/// A strength as it is shown; none when nothing is known.
#[must_use]
pub fn topic_strength(
    topic: TopicRef,
    level: Option<Level>,
    strength: &Strength,
    now: Timestamp,
) -> Option<TopicStrength> {
    let band = strength.band()?;
    let [declared, endorsed, answered] = strength.parts().map(hundredths);
    let counting = || strength.contributions.iter().filter(|one| one.points > 0.0);
    let lately = now.plus_days(-YEAR);
    let (mut answers, mut accepted_answers, mut endorsements) = (0, 0, 0);
    let mut latest = None;
    for one in counting() {
        match one.source {
            Source::Answered { accepted, .. } if one.at > lately => {
                answers += 1;
                accepted_answers += u32::from(accepted);
            }
            Source::Endorsed { .. } => {
                endorsements += 1;
                latest = latest.max(Some(one.at));
            }
            Source::Answered { .. } | Source::Declared { .. } => {}
        }
    }
    Some(TopicStrength {
        topic,
        band: band.into(),
        strength: declared.saturating_add(endorsed).saturating_add(answered),
        declared,
        endorsed,
        answered,
        level: level.map(Into::into),
        answers,
        accepted: accepted_answers,
        endorsements,
        endorsed_at: latest.map(|at| from_micros(at.micros())),
    })
}

/// A number from 0 to 100, rounded.
fn hundredths(value: f64) -> u8 {
    // Counting up is the way to round without a cast that could go wrong.
    (0..=100_u8)
        .rev()
        .find(|whole| f64::from(*whole) <= value + 0.5)
        .unwrap_or(0)
}

/// Contributions with the names of what made them; what names nothing the viewer may see is left out.
///
/// # Errors
/// A failure of the database.
pub async fn contributions(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    strength: &Strength,
) -> AppResult<Vec<Contribution>> {
    let sources = || strength.contributions.iter().map(|one| one.source);
    let questions: Vec<Uuid> = sources()
        .filter_map(|source| match source {
            Source::Answered { question, .. } => Some(question),
            _ => None,
        })
        .collect();
    let endorsers = sources().filter_map(|source| match source {
        Source::Endorsed { by, .. } => Some(by),
        _ => None,
    });
    let topics = sources().filter_map(|source| match source {
        Source::Endorsed { topic, .. } | Source::Declared { topic, .. } => Some(topic),
        Source::Answered { .. } => None,
    });
    let names = Names {
        questions: find_questions(db, viewer, &questions).await?,
        people: member_refs(db, endorsers).await?,
        topics: find_topics(db, topics.collect::<Vec<_>>()).await?,
    };
    let found = strength.contributions.iter().filter_map(|one| {
        Some(Contribution {
            source: names.of(one.source)?,
            at: from_micros(one.at.micros()),
            share: hundredths(one.share * 100.0),
            circular: one.circular,
        })
    });
    Ok(found.collect())
}

struct Names {
    questions: HashMap<Uuid, QuestionRef>,
    people: HashMap<Uuid, MemberRef>,
    topics: HashMap<Uuid, TopicRef>,
}

impl Names {
    fn of(&self, source: Source) -> Option<ContributionSource> {
        Some(match source {
            Source::Declared { level, topic } => ContributionSource::Declared {
                level: level.into(),
                topic: self.topics.get(&topic)?.clone(),
            },
            Source::Endorsed { by, topic } => ContributionSource::Endorsed {
                by: self.people.get(&by)?.clone(),
                topic: self.topics.get(&topic)?.clone(),
            },
            Source::Answered {
                answer,
                question,
                accepted,
                helpful,
            } => ContributionSource::Answered {
                answer_id: answer,
                question: self.questions.get(&question)?.clone(),
                accepted,
                helpful,
            },
        })
    }
}

/// When a member may be asked, as others see it.
#[must_use]
pub fn availability(row: Option<&AvailabilityRow>, load: u32, now: Timestamp) -> Availability {
    let rule = rule(row);
    let standing = rule.standing(now, load);
    let away = standing == domain::availability::Standing::Away;
    let until = rule.away_until.filter(|_| away);
    Availability {
        standing: standing.into(),
        away_until: until.map(|at| from_micros(at.micros())),
        asking: row.map(|row| row.asking.clone()).unwrap_or_default(),
    }
}

/// Of somebody who said nothing about it.
#[must_use]
pub const fn always_free() -> Availability {
    Availability {
        standing: Standing::Free,
        away_until: None,
        asking: String::new(),
    }
}

/// What a member said, as they see it themselves.
#[must_use]
pub fn my_availability(row: Option<&AvailabilityRow>) -> MyAvailability {
    let rule = rule(row);
    MyAvailability {
        away_until: rule.away_until.map(|at| from_micros(at.micros())),
        weekly_cap: rule.weekly_cap,
        asking: row.map(|row| row.asking.clone()).unwrap_or_default(),
    }
}

/// Strongest first, then by name.
pub fn sort_strengths(strengths: &mut [TopicStrength]) {
    strengths.sort_by(|a, b| {
        let by_name = || a.topic.slug.cmp(&b.topic.slug);
        b.strength.cmp(&a.strength).then_with(by_name)
    });
}
