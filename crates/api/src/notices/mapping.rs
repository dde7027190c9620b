//! From groups of rows to what goes over the wire.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::identity::MemberRef;
use tacit_contract::needs::NeedRef;
use tacit_contract::notices::{Notice, NoticePost};
use tacit_contract::questions::QuestionRef;
use tacit_contract::time::from_micros;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::notices::{NoticeKind, NoticeReason};
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::repo::communities::{self, Named};
use super::repo::groups::{Group, NoticeRow, rows_of};
use super::repo::named;
use super::service::{id_of, seal};
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::markdown::excerpt;
use crate::needs::repo::needs;
use crate::posts::repo::PostRow;
use crate::questions::repo::questions::{find_refs, find_taken_refs};
use crate::settings::keys::Keys;
use crate::topics::repo::topics;

/// Characters of an excerpt.
const EXCERPT: usize = 160;

/// Names of one notice.
const NAMES: usize = 3;

/// A group with the rows it tells of.
struct Opened {
    group: Group,
    kind: NoticeKind,
    rows: Vec<NoticeRow>,
}

impl Opened {
    /// The people who did it, newest first.
    fn actors(&self) -> Vec<Uuid> {
        let mut actors: Vec<Uuid> = Vec::new();
        for actor in self.rows.iter().filter_map(|row| row.actor_id) {
            if !actors.contains(&actor) {
                actors.push(actor);
            }
        }
        actors.truncate(NAMES);
        actors
    }

    /// The question it is about, when there is one.
    fn question(&self) -> Option<Uuid> {
        let first = self.rows.first()?.question_id?;
        let same = self.rows.iter().all(|row| row.question_id == Some(first));
        same.then_some(first)
    }

    fn newest_post(&self) -> Option<Uuid> {
        self.rows.first()?.post_id
    }
}

/// What the ids in notices stand for.
struct Names {
    people: HashMap<Uuid, MemberRef>,
    questions: HashMap<Uuid, QuestionRef>,
    needs: HashMap<Uuid, NeedRef>,
    topics: HashMap<Uuid, TopicRef>,
    posts: HashMap<Uuid, PostRow>,
    closed: HashMap<Uuid, named::Closed>,
    deleted: HashMap<Uuid, String>,
    communities: Named,
}

/// Groups as they are shown. One whose rows went in the meantime is left out.
///
/// # Errors
/// A failure of the database.
pub async fn notices(
    db: &impl ConnectionTrait,
    keys: &Keys,
    viewer: &Viewer,
    read_to: i64,
    groups: Vec<Group>,
) -> AppResult<Vec<Notice>> {
    let mut with_rows = Vec::with_capacity(groups.len());
    for group in groups {
        let rows = rows_of(db, viewer, read_to, &group).await?;
        with_rows.push((group, rows));
    }
    shown(db, keys, viewer, with_rows).await
}

/// Groups with their rows as they are shown.
///
/// # Errors
/// A failure of the database.
pub async fn shown(
    db: &impl ConnectionTrait,
    keys: &Keys,
    viewer: &Viewer,
    groups: Vec<(Group, Vec<NoticeRow>)>,
) -> AppResult<Vec<Notice>> {
    let mut opened = Vec::with_capacity(groups.len());
    for (group, rows) in groups {
        let kind = group.kind.parse()?;
        opened.push(Opened { group, kind, rows });
    }
    opened.retain(|one| !one.rows.is_empty());
    let names = Names::load(db, viewer, &opened).await?;
    opened.iter().map(|one| notice(keys, one, &names)).collect()
}

impl Names {
    async fn load(
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        opened: &[Opened],
    ) -> AppResult<Self> {
        let subjects = |kind: NoticeKind| {
            opened
                .iter()
                .filter(move |one| one.kind == kind)
                .map(|one| one.group.subject_id)
        };
        let people = opened.iter().flat_map(Opened::actors);
        let people = people.chain(subjects(NoticeKind::MemberPost));
        let questions: Vec<Uuid> = opened.iter().filter_map(Opened::question).collect();
        let posts = opened.iter().filter_map(Opened::newest_post);
        let topics = subjects(NoticeKind::TopicQuestion).chain(subjects(NoticeKind::NeedSaid));
        let closed = subjects(NoticeKind::QuestionClosed);
        let deleted: Vec<Uuid> = subjects(NoticeKind::PostDeleted).collect();
        let of_community = opened.iter().filter(|one| one.kind.is_of_community());
        let of_community = of_community.map(|one| (one.kind, one.group.subject_id));
        let mut known = find_refs(db, viewer, &questions).await?;
        known.extend(find_taken_refs(db, viewer, &deleted).await?);
        let mut known_needs = needs::find_refs(db, viewer, &questions).await?;
        known_needs.extend(needs::find_taken_refs(db, viewer, &deleted).await?);
        Ok(Self {
            people: member_refs(db, people).await?,
            topics: topics::find_refs(db, topics).await?,
            posts: named::posts(db, viewer, posts).await?,
            closed: named::closings(db, closed).await?,
            deleted: named::deletion_reasons(db, deleted).await?,
            communities: communities::named(db, viewer, of_community.collect()).await?,
            questions: known,
            needs: known_needs,
        })
    }
}

fn notice(keys: &Keys, one: &Opened, names: &Names) -> AppResult<Notice> {
    let subject = one.group.subject_id;
    let newest = one.rows.first();
    let because = newest
        .map(|row| row.reason.parse::<NoticeReason>())
        .transpose()?;
    let post = one.newest_post().and_then(|id| names.posts.get(&id));
    let people = one.actors().into_iter();
    let closed = names.closed.get(&subject);
    Ok(Notice {
        id: id_of(&one.group),
        kind: one.kind.into(),
        because: because.unwrap_or(NoticeReason::QuestionFollowed).into(),
        unread: one.group.unread > 0,
        count: count(&one.group),
        by: people
            .filter_map(|id| names.people.get(&id).cloned())
            .collect(),
        question: one
            .question()
            .and_then(|id| names.questions.get(&id).cloned()),
        need: one.question().and_then(|id| names.needs.get(&id).cloned()),
        community: names.communities.get(&(one.kind, subject)).cloned(),
        topic: names.topics.get(&subject).cloned(),
        member: match one.kind {
            NoticeKind::MemberPost => names.people.get(&subject).cloned(),
            _ => None,
        },
        post: post.map(post_of).transpose()?,
        deleted_reason: match one.kind {
            NoticeKind::PostDeleted => names.deleted.get(&subject).cloned(),
            _ => None,
        },
        closed_reason: closed.map(|closed| closed.reason.into()),
        closed_words: closed.and_then(|closed| closed.words.clone()),
        at: from_micros(newest.map_or(0, |row| row.occurred_at)),
        through: seal(keys, one.group.last)?,
    })
}

fn post_of(row: &PostRow) -> AppResult<NoticePost> {
    Ok(NoticePost {
        id: row.id,
        kind: row.kind.parse::<PostKind>()?.into(),
        excerpt: excerpt(&row.body, EXCERPT),
        language: row.language.clone(),
    })
}

fn count(group: &Group) -> u32 {
    let counted = if group.unread > 0 {
        group.unread
    } else {
        group.total
    };
    u32::try_from(counted).unwrap_or_default()
}
