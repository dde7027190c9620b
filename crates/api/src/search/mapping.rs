//! From rows to what goes over the wire. A hit whose row went away meanwhile is left out.

use sea_orm::ConnectionTrait;
use tacit_contract::organisation::DepartmentRef;
use tacit_contract::posts::Byline;
use tacit_contract::search::{
    Completion, Fragment, MemberHit, QuestionHit, SearchHit, SimilarQuestion, TopicHit,
};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::questions::{QuestionState, Urgency};
use tacit_domain::search::{LiftReason, SearchKind};
use uuid::Uuid;

use super::analysis::Stemming;
use super::hits::{
    ShownMember, ShownQuestion, shown_members, shown_questions, shown_topics, topic_ref,
};
use super::marks::Marker;
use super::needs::{self, shown_needs};
use super::order::Lifted;
use crate::db::entities::topic;
use crate::error::AppResult;
use crate::identity::mapping::member_ref;
use crate::identity::repo::members::member_refs;
use crate::markdown::search_text;

fn of(hits: &[Lifted], kind: SearchKind) -> Vec<Uuid> {
    let own = hits.iter().filter(|hit| hit.hit.kind == kind);
    own.map(|hit| hit.hit.id).collect()
}

/// What was found, with marks and passages.
pub async fn hits(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    marker: &Marker<'_>,
    hits: &[Lifted],
) -> AppResult<Vec<SearchHit>> {
    let mut questions = shown_questions(db, viewer, &of(hits, SearchKind::Question)).await?;
    let mut topics = shown_topics(db, &of(hits, SearchKind::Topic)).await?;
    let mut members = shown_members(db, &of(hits, SearchKind::Member)).await?;
    let mut wanted = shown_needs(db, viewer, &of(hits, SearchKind::Need)).await?;
    let authors = questions.values().filter_map(author).collect::<Vec<_>>();
    let people = member_refs(db, authors).await?;
    let mut found = Vec::with_capacity(hits.len());
    for hit in hits {
        let id = hit.hit.id;
        match hit.hit.kind {
            SearchKind::Question => {
                if let Some(shown) = questions.remove(&id) {
                    let by = Byline {
                        author: author(&shown).and_then(|id| people.get(&id).cloned()),
                        hidden: shown.post.author_hidden,
                    };
                    found.push(question(marker, shown, by, &hit.reasons)?);
                }
            }
            SearchKind::Topic => {
                let shown = topics.remove(&id);
                found.extend(shown.map(|(row, synonyms)| topic(marker, row, synonyms)));
            }
            SearchKind::Member => {
                found.extend(members.remove(&id).map(|shown| member(marker, shown)));
            }
            SearchKind::Need => {
                if let Some(shown) = wanted.remove(&id) {
                    found.push(needs::need(marker, shown)?);
                }
            }
        }
    }
    Ok(found)
}

fn author(shown: &ShownQuestion) -> Option<Uuid> {
    shown.post.author_id.filter(|_| !shown.post.author_hidden)
}

fn question(
    marker: &Marker<'_>,
    shown: ShownQuestion,
    by: Byline,
    reasons: &[LiftReason],
) -> AppResult<SearchHit> {
    let (snippet, snippet_answer_id) = best_passage(marker, &shown);
    let (post, row) = (shown.post, shown.question);
    Ok(SearchHit::Question(QuestionHit {
        id: post.id,
        title: marker.whole(&row.title, Stemming::of(&post.language)),
        snippet,
        snippet_answer_id,
        state: row.state.parse::<QuestionState>()?.into(),
        urgency: row.urgency.parse::<Urgency>()?.into(),
        by,
        topics: shown.topics,
        answer_count: row.answer_count,
        helpful_count: post.helpful_count,
        created_at: from_micros(post.created_at),
        lifted_by: reasons.iter().copied().map(Into::into).collect(),
        language: post.language,
    }))
}

/// From the body, unless an answer says more about what was searched for.
fn best_passage(marker: &Marker<'_>, shown: &ShownQuestion) -> (Vec<Fragment>, Option<Uuid>) {
    let text = search_text(&shown.post.body);
    let (mut best, mut covered) = marker.passage(&text, Stemming::of(&shown.post.language));
    let mut from = None;
    for answer in &shown.answers {
        let text = search_text(&answer.body);
        let (passage, words) = marker.passage(&text, Stemming::of(&answer.language));
        if words > covered {
            (best, covered, from) = (passage, words, Some(answer.id));
        }
    }
    (best, from)
}

fn topic(marker: &Marker<'_>, row: topic::Model, synonyms: Vec<String>) -> SearchHit {
    let description = search_text(&row.description);
    SearchHit::Topic(TopicHit {
        name: marker.whole(&row.name, Stemming::Every),
        synonyms: synonyms
            .into_iter()
            .filter(|name| marker.has_hit(name, Stemming::Every))
            .collect(),
        snippet: marker.passage(&description, Stemming::Every).0,
        topic: topic_ref(row),
    })
}

fn member(marker: &Marker<'_>, (row, department): ShownMember) -> SearchHit {
    let bio = search_text(&row.bio);
    let about = [row.job_title.as_str(), bio.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    SearchHit::Member(MemberHit {
        member: member_ref(&row),
        name: marker.whole(&row.display_name, Stemming::Every),
        department: department.map(|row| DepartmentRef {
            id: row.id,
            name: row.name,
        }),
        snippet: marker.passage(&about, Stemming::Every).0,
    })
}

/// Titles and names, marked.
pub async fn completions(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    marker: &Marker<'_>,
    hits: &[Lifted],
) -> AppResult<Vec<Completion>> {
    let questions = shown_questions(db, viewer, &of(hits, SearchKind::Question)).await?;
    let topics = shown_topics(db, &of(hits, SearchKind::Topic)).await?;
    let members = shown_members(db, &of(hits, SearchKind::Member)).await?;
    let wanted = shown_needs(db, viewer, &of(hits, SearchKind::Need)).await?;
    let completion = |hit: &Lifted| {
        let id = hit.hit.id;
        let (name, text) = match hit.hit.kind {
            SearchKind::Question => {
                let shown = questions.get(&id)?;
                let stemming = Stemming::of(&shown.post.language);
                (None, marker.whole(&shown.question.title, stemming))
            }
            SearchKind::Topic => {
                let (row, _) = topics.get(&id)?;
                let text = marker.whole(&row.name, Stemming::Every);
                (Some(row.slug.clone()), text)
            }
            SearchKind::Member => {
                let (row, _) = members.get(&id)?;
                let text = marker.whole(&row.display_name, Stemming::Every);
                (Some(row.handle.clone()), text)
            }
            SearchKind::Need => {
                let shown = wanted.get(&id)?;
                let stemming = Stemming::of(&shown.post.language);
                (None, marker.whole(&shown.need.wish, stemming))
            }
        };
        Some(Completion {
            kind: hit.hit.kind.into(),
            id,
            name,
            text,
        })
    };
    Ok(hits.iter().filter_map(completion).collect())
}

/// Similar questions as they are offered.
pub async fn similar(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    hits: &[Lifted],
) -> AppResult<Vec<SimilarQuestion>> {
    let ids = of(hits, SearchKind::Question);
    let mut questions = shown_questions(db, viewer, &ids).await?;
    let mut found = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(shown) = questions.remove(&hit.hit.id) else {
            continue;
        };
        let (post, row) = (shown.post, shown.question);
        found.push(SimilarQuestion {
            id: post.id,
            title: row.title,
            state: row.state.parse::<QuestionState>()?.into(),
            answer_count: row.answer_count,
            helpful_count: post.helpful_count,
            topics: shown.topics,
            created_at: from_micros(post.created_at),
            lifted_by: hit.reasons.iter().copied().map(Into::into).collect(),
            language: post.language,
        });
    }
    Ok(found)
}
