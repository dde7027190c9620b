//! Rows of answers, and the voices that confirmed them.
//!
//! An answer to one's own question shows nothing, and neither does what a hidden author wrote. An acceptance of which
//! nobody may know who gave it counts nothing: it could be the answerer's own.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use tacit_domain::posts::AudienceKind;
use uuid::Uuid;

use super::{Place, chunks};
use crate::db::entities::{
    answer, expertise_answer, expertise_voice, helpful_mark, post, post_topic, question,
};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::projections::counters::EVERYONE;

/// Rows of one INSERT.
const ROWS: usize = 500;

/// Forgets all rows of answers.
pub async fn forget(tx: &Tx) -> AppResult<()> {
    expertise_answer::Entity::delete_many().exec(tx).await?;
    expertise_voice::Entity::delete_many()
        .filter(expertise_voice::Column::Endorsed.eq(false))
        .exec(tx)
        .await?;
    Ok(())
}

/// Derives the rows of these answers anew, and notes in which places voices came or went.
pub async fn derive(
    tx: &Tx,
    answers: BTreeSet<Uuid>,
    places: &mut BTreeSet<Place>,
) -> AppResult<()> {
    for chunk in chunks(answers) {
        places.extend(clear(tx, &chunk).await?);
        let (rows, voices) = read(tx, &chunk).await?;
        places.extend(
            voices
                .iter()
                .map(|voice| (voice.topic_id, voice.scope.clone())),
        );
        for rows in rows.chunks(ROWS) {
            let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
            expertise_answer::Entity::insert_many(rows)
                .exec_without_returning(tx)
                .await?;
        }
        for voices in voices.chunks(ROWS) {
            let voices = voices
                .iter()
                .cloned()
                .map(IntoActiveModel::into_active_model);
            expertise_voice::Entity::insert_many(voices)
                .exec_without_returning(tx)
                .await?;
        }
    }
    Ok(())
}

async fn clear(tx: &Tx, answers: &[Uuid]) -> AppResult<Vec<Place>> {
    use expertise_voice::Column as V;
    let sources = || V::SourceId.is_in(answers.iter().copied());
    let places: Vec<Place> = expertise_voice::Entity::find()
        .select_only()
        .columns([V::TopicId, V::Scope])
        .distinct()
        .filter(sources())
        .into_tuple()
        .all(tx)
        .await?;
    expertise_voice::Entity::delete_many()
        .filter(sources())
        .exec(tx)
        .await?;
    expertise_answer::Entity::delete_many()
        .filter(expertise_answer::Column::AnswerId.is_in(answers.iter().copied()))
        .exec(tx)
        .await?;
    Ok(places)
}

/// An answer that shows something.
struct Shown {
    answer: post::Model,
    author: Uuid,
    question: Uuid,
    scope: String,
    /// Who confirmed it: accepted, helpful.
    voices: BTreeMap<Uuid, (bool, bool)>,
}

async fn read(
    tx: &Tx,
    answers: &[Uuid],
) -> AppResult<(Vec<expertise_answer::Model>, Vec<expertise_voice::Model>)> {
    let shown = shown(tx, answers).await?;
    let topics = topics_of(tx, shown.iter().map(|one| one.question).collect()).await?;
    let (mut rows, mut voices) = (Vec::new(), Vec::new());
    for one in shown {
        for topic in topics.get(&one.question).into_iter().flatten() {
            rows.push(expertise_answer::Model {
                answer_id: one.answer.id,
                topic_id: *topic,
                member_id: one.author,
                question_id: one.question,
                scope: one.scope.clone(),
                answered_at: one.answer.created_at,
                unknown_marks: one.answer.helpful_imported.max(0),
            });
            let confirmed = one.voices.iter();
            voices.extend(
                confirmed.map(|(by, (accepted, helpful))| expertise_voice::Model {
                    topic_id: *topic,
                    scope: one.scope.clone(),
                    member_id: one.author,
                    by_id: *by,
                    source_id: one.answer.id,
                    endorsed: false,
                    accepted: *accepted,
                    helpful: *helpful,
                    shown_at: one.answer.created_at,
                    circular: false,
                }),
            );
        }
    }
    Ok((rows, voices))
}

async fn shown(tx: &Tx, answers: &[Uuid]) -> AppResult<Vec<Shown>> {
    let links = answer::Entity::find()
        .filter(answer::Column::PostId.is_in(answers.iter().copied()))
        .all(tx)
        .await?;
    let asked: BTreeSet<Uuid> = links.iter().map(|link| link.question_id).collect();
    let ids: BTreeSet<Uuid> = links
        .iter()
        .map(|link| link.post_id)
        .chain(asked.clone())
        .collect();
    let posts = post::Entity::find()
        .filter(post::Column::Id.is_in(ids))
        .filter(post::Column::DeletedAt.is_null())
        .all(tx)
        .await?;
    let posts: HashMap<Uuid, post::Model> = posts.into_iter().map(|row| (row.id, row)).collect();
    let questions = question::Entity::find()
        .filter(question::Column::PostId.is_in(asked))
        .all(tx)
        .await?;
    let questions: HashMap<Uuid, question::Model> = questions
        .into_iter()
        .map(|row| (row.post_id, row))
        .collect();
    let mut marks = marks_on(tx, answers).await?;
    Ok(links
        .into_iter()
        .filter_map(|link| {
            let answer = posts.get(&link.post_id)?.clone();
            let asked = posts.get(&link.question_id)?;
            let question = questions.get(&link.question_id)?;
            let author = answer.author_id.filter(|_| !answer.author_hidden)?;
            if asked.author_id == Some(author) {
                return None;
            }
            let mut voices = marks.remove(&answer.id).unwrap_or_default();
            if question.accepted_answer_id == Some(answer.id)
                && let Some(by) = question.accepted_by
            {
                voices.entry(by).or_default().0 = true;
            }
            voices.remove(&author);
            Some(Shown {
                scope: scope(&answer)?,
                author,
                question: link.question_id,
                voices,
                answer,
            })
        })
        .collect())
}

/// Posts to named people count nowhere.
fn scope(post: &post::Model) -> Option<String> {
    if post.audience == AudienceKind::People.as_str() {
        return None;
    }
    let community = post.community_id.map(|id| id.to_string());
    Some(community.unwrap_or_else(|| EVERYONE.to_owned()))
}

async fn marks_on(
    tx: &Tx,
    posts: &[Uuid],
) -> AppResult<HashMap<Uuid, BTreeMap<Uuid, (bool, bool)>>> {
    let marks = helpful_mark::Entity::find()
        .filter(helpful_mark::Column::PostId.is_in(posts.iter().copied()))
        .all(tx)
        .await?;
    let mut found: HashMap<Uuid, BTreeMap<Uuid, (bool, bool)>> = HashMap::new();
    for mark in marks {
        let voices = found.entry(mark.post_id).or_default();
        voices.entry(mark.member_id).or_default().1 = true;
    }
    Ok(found)
}

async fn topics_of(tx: &Tx, questions: BTreeSet<Uuid>) -> AppResult<HashMap<Uuid, Vec<Uuid>>> {
    let links = post_topic::Entity::find()
        .filter(post_topic::Column::PostId.is_in(questions))
        .all(tx)
        .await?;
    let mut found: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for link in links {
        found.entry(link.post_id).or_default().push(link.topic_id);
    }
    Ok(found)
}
