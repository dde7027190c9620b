//! What is known of candidates: answers to similar questions, knowledge of the topics, activity.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tacit_contract::topics::TopicRef;
use tacit_domain::expertise::routing::{
    SIMILAR_POWER, Signals, activity, answer_weight, practised, recency, topic_weight,
};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{expertise_answer, post, topic_counter};
use crate::error::AppResult;
use crate::expertise::known::{Known, KnownMembers, in_topics};
use crate::expertise::repo::evidence::{Of, accepted_in, answered_since, answers};
use crate::expertise::repo::member_topics::hidden_by;
use crate::expertise::tree::{Family, Tree};
use crate::posts::visibility::{scopes_of, visible_posts};

/// Answers older than this tell nothing about how active somebody is.
const ACTIVE_DAYS: i64 = 730;

/// A topic of the question with what it tells.
pub struct Asked {
    /// The topic.
    pub topic: TopicRef,
    /// It and those under it.
    pub family: Family,
    weight: f64,
}

/// An answer to a similar question.
#[derive(Clone, Copy, Debug)]
pub struct SimilarAnswer {
    /// The question.
    pub question: Uuid,
    /// How similar.
    pub likeness: f64,
    weight: f64,
}

/// All that was gathered.
pub struct Gathered {
    /// The topics of the question.
    pub topics: Vec<Asked>,
    known: KnownMembers,
    similar: BTreeMap<Uuid, Vec<SimilarAnswer>>,
    active: HashMap<Uuid, Vec<Timestamp>>,
    best_likeness: f64,
}

impl Gathered {
    /// Gathers what is known in the topics, and who answered the similar questions.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn gather(
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        topics: &[TopicRef],
        alike: Vec<(Uuid, f64)>,
        now: Timestamp,
    ) -> AppResult<Self> {
        let tree = Tree::under(db, topics.iter().map(|topic| topic.id)).await?;
        let weights = topic_weights(db, viewer, topics).await?;
        let topics: Vec<Asked> = topics
            .iter()
            .map(|topic| Asked {
                family: tree.family(topic.id),
                weight: weights.get(&topic.id).copied().unwrap_or_default(),
                topic: topic.clone(),
            })
            .collect();
        let families = topics.iter().flat_map(|asked| asked.family.keys());
        let ids: BTreeSet<Uuid> = families.copied().collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        Ok(Self {
            known: in_topics(db, viewer, &ids).await?,
            best_likeness: alike.first().map_or(0.0, |(_, likeness)| *likeness),
            similar: similar_answers(db, viewer, alike, now).await?,
            active: HashMap::new(),
            topics,
        })
    }

    /// Everybody of whom anything is known.
    pub fn members(&self) -> Vec<Uuid> {
        let all: BTreeSet<Uuid> = self
            .known
            .keys()
            .chain(self.similar.keys())
            .copied()
            .collect();
        all.into_iter().collect()
    }

    /// Forgets all others.
    pub fn keep(&mut self, wanted: impl Fn(&Uuid) -> bool) {
        self.known.retain(|id, _| wanted(id));
        self.similar.retain(|id, _| wanted(id));
    }

    /// Finds out when they answered lately.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn find_active(
        &mut self,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        now: Timestamp,
    ) -> AppResult<()> {
        let since = now.plus_days(-ACTIVE_DAYS);
        for (member, _, at) in answered_since(db, viewer, &self.members(), since).await? {
            self.active.entry(member).or_default().push(at);
        }
        Ok(())
    }

    /// The signals of each.
    pub fn signals(&self, now: Timestamp) -> Vec<(Uuid, Signals)> {
        let of = |id: Uuid| {
            let recent = self.active.get(&id).into_iter().flatten();
            let signals = Signals {
                similar: self.similar_to(id).iter().map(|one| one.weight).sum(),
                topics: self
                    .known
                    .get(&id)
                    .map_or(0.0, |known| self.knows(known, now)),
                active: activity(recent.map(|at| recency(*at, now)).sum()),
            };
            (id, signals)
        };
        self.members().into_iter().map(of).collect()
    }

    fn knows(&self, known: &Known, now: Timestamp) -> f64 {
        let topics = self.topics.iter();
        let each = topics.map(|asked| asked.weight * practised(known.practice(&asked.family, now)));
        each.sum()
    }

    /// What is known of somebody in the topics.
    pub fn known(&self, id: Uuid) -> Option<&Known> {
        self.known.get(&id)
    }

    /// The similar questions somebody answered, most similar first.
    pub fn similar_to(&self, id: Uuid) -> &[SimilarAnswer] {
        self.similar.get(&id).map_or(&[], Vec::as_slice)
    }

    /// How similar the most similar question is.
    pub const fn best_likeness(&self) -> f64 {
        self.best_likeness
    }

    /// How often somebody answered since a time.
    pub fn answered_since(&self, id: Uuid, since: Timestamp) -> usize {
        let times = self.active.get(&id).into_iter().flatten();
        times.filter(|at| **at > since).count()
    }
}

/// What each topic tells: the rarer the more.
async fn topic_weights(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topics: &[TopicRef],
) -> AppResult<HashMap<Uuid, f64>> {
    use topic_counter::Column as C;
    if topics.is_empty() {
        return Ok(HashMap::new());
    }
    let all = visible_posts(viewer)
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .count(db)
        .await?;
    let all = f64::from(u32::try_from(all).unwrap_or(u32::MAX));
    let scopes = scopes_of(db, viewer).await?;
    let rows = topic_counter::Entity::find()
        .filter(C::TopicId.is_in(topics.iter().map(|topic| topic.id)))
        .filter(C::Scope.is_in(scopes))
        .all(db)
        .await?;
    let mut questions: HashMap<Uuid, f64> = topics.iter().map(|topic| (topic.id, 0.0)).collect();
    for row in rows {
        *questions.entry(row.topic_id).or_default() += f64::from(row.questions);
    }
    let weights = questions.into_iter();
    Ok(weights
        .map(|(id, with)| (id, topic_weight(all, with)))
        .collect())
}

/// Who answered these questions, without those who hide all topics the answer is in.
async fn similar_answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    alike: Vec<(Uuid, f64)>,
    now: Timestamp,
) -> AppResult<BTreeMap<Uuid, Vec<SimilarAnswer>>> {
    let likeness: HashMap<Uuid, f64> = alike.into_iter().collect();
    let questions: Vec<Uuid> = likeness.keys().copied().collect();
    let rows = answers(db, viewer, Of::Questions(&questions)).await?;
    let accepted = accepted_in(db, &questions).await?;
    let people: HashSet<Uuid> = rows.iter().map(|row| row.member_id).collect();
    let people: Vec<Uuid> = people.into_iter().collect();
    let hidden = hidden_by(db, &people).await?;
    let open = |row: &&expertise_answer::Model| !hidden.contains(&(row.member_id, row.topic_id));
    let mut seen = HashSet::new();
    let mut found: BTreeMap<Uuid, Vec<SimilarAnswer>> = BTreeMap::new();
    for row in rows.iter().filter(open) {
        if !seen.insert(row.answer_id) {
            continue;
        }
        let likeness = likeness.get(&row.question_id).copied().unwrap_or_default();
        let at = Timestamp::from_micros(row.answered_at);
        let weight = answer_weight(accepted.contains(&row.answer_id), at, now);
        found.entry(row.member_id).or_default().push(SimilarAnswer {
            question: row.question_id,
            likeness,
            weight: likeness.powf(SIMILAR_POWER) * weight,
        });
    }
    for answers in found.values_mut() {
        answers.sort_by(|a, b| {
            let by_id = || a.question.cmp(&b.question);
            b.likeness.total_cmp(&a.likeness).then_with(by_id)
        });
    }
    Ok(found)
}
