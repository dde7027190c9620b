//! From rows of questions to what goes over the wire.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::communities::CommunityRef;
use tacit_contract::posts::Comment;
use tacit_contract::questions::{ActKind, Answer, PostAct, QuestionRef, QuestionSummary};
use tacit_contract::time::from_micros;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::AudienceKind;
use tacit_domain::questions::{self, QuestionState, Urgency};
use uuid::Uuid;

use super::repo::lists::Listed;
use super::repo::questions::{ActRow, find_refs};
use crate::communities::repo::communities;
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::markdown::excerpt;
use crate::posts::audience::people_of_posts;
use crate::posts::mapping::{People, by_name, byline, byline_of, source};
use crate::posts::repo::PostRow;
use crate::topics::repo::topics::of_posts;

const EXCERPT: usize = 220;

/// Questions of a list, with everything they name, in a fixed number of queries.
///
/// # Errors
/// A failure of the database.
pub async fn summaries(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<Listed>,
) -> AppResult<Vec<QuestionSummary>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let originals: Vec<Uuid> = rows.iter().filter_map(|row| row.duplicate_of_id).collect();
    let named = people_of_posts(db, &ids).await?;
    let authors = rows.iter().filter_map(|row| row.author_id);
    let people = member_refs(db, authors.chain(named.values().flatten().copied())).await?;
    let places = rows.iter().filter_map(|row| row.community_id);
    let around = Around {
        communities: communities::find_refs(db, places).await?,
        originals: find_refs(db, viewer, &originals).await?,
        named,
        people,
    };
    let mut topics = of_posts(db, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let topics = topics.remove(&row.id).unwrap_or_default();
            summary(row, topics, &around)
        })
        .collect()
}

/// What the questions of a list name.
struct Around {
    people: People,
    named: HashMap<Uuid, Vec<Uuid>>,
    communities: HashMap<Uuid, CommunityRef>,
    originals: HashMap<Uuid, QuestionRef>,
}

fn summary(row: Listed, topics: Vec<TopicRef>, around: &Around) -> AppResult<QuestionSummary> {
    let place = row.community_id.and_then(|id| around.communities.get(&id));
    let named = around.named.get(&row.id).map_or(&[][..], Vec::as_slice);
    Ok(QuestionSummary {
        id: row.id,
        title: row.title,
        excerpt: excerpt(&row.beginning, EXCERPT),
        language: row.language,
        state: row.state.parse::<QuestionState>()?.into(),
        urgency: row.urgency.parse::<Urgency>()?.into(),
        audience: row.audience.parse::<AudienceKind>()?.into(),
        community: place.cloned(),
        people: by_name(named, &around.people),
        by: byline_of(row.author_id, row.author_hidden, &around.people),
        topics,
        answer_count: row.answer_count,
        helpful_count: row.helpful_count,
        created_at: from_micros(row.created_at),
        last_activity_at: from_micros(row.last_activity_at),
        duplicate_of: row
            .duplicate_of_id
            .and_then(|id| around.originals.get(&id).cloned()),
        duplicate_count: row.duplicate_count,
    })
}

/// An answer with its comments.
#[must_use]
pub fn answer(
    row: PostRow,
    question_id: Uuid,
    accepted: bool,
    comments: Vec<Comment>,
    people: &People,
) -> Answer {
    Answer {
        id: row.id,
        question_id,
        by: byline(&row, people),
        accepted,
        source: source(&row),
        body: row.body,
        body_html: row.body_html,
        language: row.language,
        helpful_count: row.helpful_count,
        comments,
        renewal: None,
        version: row.version,
        created_at: from_micros(row.created_at),
        edited_at: row.edited_at.map(from_micros),
    }
}

/// What a lead did for the asker.
///
/// # Errors
/// When the row is not sound.
pub fn act(row: ActRow, people: &People) -> AppResult<PostAct> {
    let kind: questions::ActKind = row.kind.parse()?;
    Ok(PostAct {
        kind: ActKind::from(kind),
        answer_id: row.answer_id,
        by: row.actor_id.and_then(|id| people.get(&id).cloned()),
        reason: row.reason,
        created_at: from_micros(row.created_at),
    })
}
