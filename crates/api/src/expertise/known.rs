//! What is known of members: the evidence a viewer may see, put together for the formula.
//!
//! A topic that a member hides counts nowhere, neither for itself nor for the topics above it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ConnectionTrait, DbErr};
use tacit_domain::expertise::routing;
use tacit_domain::expertise::strength::{ENDORSED, fade, near};
use tacit_domain::expertise::{AnswerEvidence, Declared, Endorsement, Evidence, Level, Voice};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::evidence::{Of, answers, voices};
use super::repo::member_topics::{self, MemberTopicRow};
use super::tree::Family;
use crate::db::entities::{expertise_answer, expertise_voice};
use crate::posts::visibility::scopes_of;

/// All that is known of one member, in whatever topics were asked for.
#[derive(Clone, Debug, Default)]
pub struct Known {
    answers: Vec<expertise_answer::Model>,
    voices: Vec<expertise_voice::Model>,
    said: Vec<MemberTopicRow>,
}

/// All that is known of some members.
pub type KnownMembers = BTreeMap<Uuid, Known>;

/// What is known of a member.
///
/// # Errors
/// A failure of the database.
pub async fn of_member(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    member: Uuid,
) -> Result<Known, DbErr> {
    let of = [member];
    let scopes = scopes_of(db, viewer).await?;
    Ok(Known {
        answers: answers(db, viewer, Of::Members(&of)).await?,
        voices: voices(db, &scopes, Of::Members(&of)).await?,
        said: member_topics::list_of(db, member).await?,
    })
}

/// What is known of everybody in these topics; hidden topics are left out.
///
/// # Errors
/// A failure of the database.
pub async fn in_topics(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topics: &[Uuid],
) -> Result<KnownMembers, DbErr> {
    let scopes = scopes_of(db, viewer).await?;
    let mut members = KnownMembers::new();
    for row in answers(db, viewer, Of::Topics(topics)).await? {
        members.entry(row.member_id).or_default().answers.push(row);
    }
    for row in voices(db, &scopes, Of::Topics(topics)).await? {
        members.entry(row.member_id).or_default().voices.push(row);
    }
    for row in member_topics::list_in(db, topics).await? {
        members.entry(row.member_id).or_default().said.push(row);
    }
    for known in members.values_mut() {
        known.leave_out_hidden();
    }
    Ok(members)
}

impl Known {
    /// Forgets the topics that the member hides.
    pub fn leave_out_hidden(&mut self) {
        let hidden: BTreeSet<Uuid> = self.hidden().collect();
        self.answers.retain(|row| !hidden.contains(&row.topic_id));
        self.voices.retain(|row| !hidden.contains(&row.topic_id));
        self.said.retain(|row| !row.hidden);
    }

    /// The topics that the member hides.
    pub fn hidden(&self) -> impl Iterator<Item = Uuid> {
        let hidden = self.said.iter().filter(|row| row.hidden);
        hidden.map(|row| row.topic_id)
    }

    /// The topics in which anything is known.
    #[must_use]
    pub fn topics(&self) -> BTreeSet<Uuid> {
        let said = self.said.iter().map(|row| row.topic_id);
        let shown = self.answers.iter().map(|row| row.topic_id);
        let heard = self.voices.iter().map(|row| row.topic_id);
        said.chain(shown).chain(heard).collect()
    }

    /// What the member says, newest first.
    #[must_use]
    pub fn said(&self) -> &[MemberTopicRow] {
        &self.said
    }

    /// What the member says about a topic.
    #[must_use]
    pub fn level(&self, topic: Uuid) -> Option<Level> {
        let row = self.said.iter().find(|row| row.topic_id == topic)?;
        level_of(row)
    }

    /// The answers in a family, each once.
    pub fn answers_in<'a>(
        &'a self,
        family: &'a Family,
    ) -> impl Iterator<Item = &'a expertise_answer::Model> {
        let mut seen = BTreeSet::new();
        self.answers
            .iter()
            .filter(|row| family.contains_key(&row.topic_id))
            .filter(move |row| seen.insert(row.answer_id))
    }

    /// How much they did and are said to do in a family: answers, accepted ones more, their own word, endorsements that do
    /// not run around; all but the word fade.
    #[must_use]
    pub fn practice(&self, family: &Family, now: Timestamp) -> f64 {
        let evidence = self.evidence(family);
        let answers = evidence.answers.iter().map(|one| {
            let accepted = one.voices.iter().any(|voice| voice.accepted);
            routing::answer_weight(accepted, one.at, now) * near(one.steps)
        });
        let endorsed = evidence.endorsements.iter().filter(|one| !one.circular);
        let endorsed = endorsed.map(|one| ENDORSED * fade(one.at, now) * near(one.steps));
        let word = evidence.declared.iter();
        let word = word.map(|one| routing::word_weight(one.level) * near(one.steps));
        answers.sum::<f64>() + endorsed.sum::<f64>() + word.fold(0.0, f64::max)
    }

    /// The evidence in a topic and those under it.
    #[must_use]
    pub fn evidence(&self, family: &Family) -> Evidence {
        Evidence {
            declared: self.declared(family),
            endorsements: self.endorsements(family),
            answers: self.answers_with_voices(family),
        }
    }

    fn declared(&self, family: &Family) -> Vec<Declared> {
        let of = |row: &MemberTopicRow| {
            Some(Declared {
                level: level_of(row)?,
                topic: row.topic_id,
                steps: *family.get(&row.topic_id)?,
                at: Timestamp::from_micros(row.declared_at),
            })
        };
        self.said.iter().filter_map(of).collect()
    }

    fn endorsements(&self, family: &Family) -> Vec<Endorsement> {
        let of = |row: &expertise_voice::Model| {
            Some(Endorsement {
                by: row.by_id,
                topic: row.topic_id,
                steps: *family.get(&row.topic_id)?,
                at: Timestamp::from_micros(row.shown_at),
                circular: row.circular,
            })
        };
        let endorsed = self.voices.iter().filter(|row| row.endorsed);
        endorsed.filter_map(of).collect()
    }

    /// An answer in several topics of the family counts once, in the nearest.
    fn answers_with_voices(&self, family: &Family) -> Vec<AnswerEvidence> {
        let mut nearest: HashMap<Uuid, (u8, &expertise_answer::Model)> = HashMap::new();
        for row in &self.answers {
            let Some(steps) = family.get(&row.topic_id).copied() else {
                continue;
            };
            let entry = nearest.entry(row.answer_id).or_insert((steps, row));
            if (steps, row.topic_id) < (entry.0, entry.1.topic_id) {
                *entry = (steps, row);
            }
        }
        let mut voices: HashMap<Uuid, Vec<Voice>> = HashMap::new();
        for row in self.voices.iter().filter(|row| !row.endorsed) {
            let place = nearest.get(&row.source_id);
            if place.is_some_and(|(_, answer)| answer.topic_id == row.topic_id) {
                voices.entry(row.source_id).or_default().push(Voice {
                    by: row.by_id,
                    accepted: row.accepted,
                    helpful: row.helpful,
                    circular: row.circular,
                });
            }
        }
        let mut found: Vec<AnswerEvidence> = nearest
            .into_iter()
            .map(|(answer, (steps, row))| AnswerEvidence {
                answer,
                question: row.question_id,
                steps,
                at: Timestamp::from_micros(row.answered_at),
                unknown_marks: u32::try_from(row.unknown_marks).unwrap_or(0),
                voices: voices.remove(&answer).unwrap_or_default(),
            })
            .collect();
        found.sort_by_key(|one| (one.at, one.answer));
        found
    }
}

fn level_of(row: &MemberTopicRow) -> Option<Level> {
    row.level.as_deref()?.parse().ok()
}
