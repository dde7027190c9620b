//! A question's page: the part that is the same for all who may see it, and the part that is the viewer's own.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::moderation::ClosingFacts;
use tacit_contract::posts::{Comment, PostViewer};
use tacit_contract::questions::{Answer, QuestionDetail, QuestionViewer};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::deletion::{Standing, offers_delete};
use tacit_domain::moderation::flags::can_flag;
use tacit_domain::moderation::policy as moderation_policy;
use tacit_domain::moderation::renewal::can_renew;
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::questions::{CloseReason, QuestionState, Urgency, policy};
use uuid::Uuid;

use super::mapping;
use super::repo::questions::{
    ActRow, QuestionRow, find, find_shared_refs, list_acts, list_answers, list_links,
};
use crate::blocks::{self, repo::Blocks};
use crate::communities::repo::communities;
use crate::communities::service::{Here, here};
use crate::drafts;
use crate::error::{AppError, AppResult};
use crate::follows::service::is_following;
use crate::identity::repo::member_refs;
use crate::moderation::mapping as moderation_mapping;
use crate::moderation::repo::closings::{self, ClosingRow};
use crate::moderation::repo::deletions::{has_duplicates, list_of_page};
use crate::moderation::repo::flags::{FlagRow, open_on};
use crate::moderation::repo::renewals::{self, RenewalRow};
use crate::nameless::identity;
use crate::notices::service::unread_of_page;
use crate::posts::act::{is_hidden_author, judged_on};
use crate::posts::audience::shown_people;
use crate::posts::mapping::{People, by_name, byline, comment, post_viewer, source};
use crate::posts::repo::comments::list_comments;
use crate::posts::repo::load::find_visible_kind;
use crate::posts::repo::{PostRow, marks};
use crate::settings::keys::Keys;
use crate::topics::repo::topics::of_posts;

/// Everything that stands on a page, as rows.
struct Rows {
    post: PostRow,
    question: QuestionRow,
    answers: Vec<PostRow>,
    comments: Vec<(Uuid, PostRow)>,
}

impl Rows {
    async fn load(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<Self> {
        let post = find_visible_kind(db, viewer, id, PostKind::Question)
            .await?
            .post;
        let question = find(db, id).await?;
        let mut answers = list_answers(db, viewer, id).await?;
        let mut comments = list_comments(db, viewer, id).await?;
        // What stands under a deleted answer is gone with it.
        comments.retain(|(under, _)| *under == id || answers.iter().any(|row| row.id == *under));
        let written = comments.iter_mut().map(|(_, row)| row).chain(&mut answers);
        identity::recognise(db, viewer, written).await?;
        Ok(Self {
            post,
            question,
            answers,
            comments,
        })
    }

    fn posts(&self) -> impl Iterator<Item = &PostRow> {
        let comments = self.comments.iter().map(|(_, row)| row);
        std::iter::once(&self.post)
            .chain(&self.answers)
            .chain(comments)
    }
}

/// The shared part.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn detail(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<QuestionDetail> {
    let rows = Rows::load(db, viewer, id).await?;
    let acts = list_acts(db, id).await?;
    let authors = rows.posts().filter_map(|row| row.author_id);
    let actors = acts.iter().filter_map(|act| act.actor_id);
    let closing = closings::find(db, id).await?;
    let closer = closing.as_ref().and_then(|closing| closing.closed_by);
    let answers: Vec<Uuid> = rows.answers.iter().map(|row| row.id).collect();
    let renewals = renewals::of_answers(db, &answers).await?;
    let renewers = renewals.values().filter_map(|row| row.renewed_by);
    let asked = shown_people(db, &rows.post).await?;
    let place = rows.post.community_id;
    let places = communities::find_refs(db, place).await?;
    let named = authors.chain(actors).chain(closer).chain(renewers);
    let named = named.chain(asked.iter().copied());
    let people = member_refs(db, named).await?;
    let topics = of_posts(db, &[id]).await?.remove(&id).unwrap_or_default();
    let links = list_links(db, id).await?;
    let named: Vec<Uuid> = links
        .duplicates
        .iter()
        .chain(&links.related)
        .copied()
        .chain(rows.question.duplicate_of_id)
        .collect();
    let others = find_shared_refs(db, viewer, &rows.post, &named).await?;
    let pick = |ids: &[Uuid]| {
        ids.iter()
            .filter_map(|id| others.get(id).cloned())
            .collect()
    };
    let duplicate_of = rows.question.duplicate_of_id;
    let closed = rows.question.closed_reason.as_deref();
    let closed = closed.map(str::parse::<CloseReason>).transpose()?;
    let Rows {
        post,
        question,
        answers,
        comments,
    } = rows;
    let mut comments = by_parent(comments, &people);
    Ok(QuestionDetail {
        id,
        by: byline(&post, &people),
        source: source(&post),
        state: question.state.parse::<QuestionState>()?.into(),
        urgency: question.urgency.parse::<Urgency>()?.into(),
        audience: post.audience.parse::<AudienceKind>()?.into(),
        community: place.and_then(|id| places.get(&id).cloned()),
        people: by_name(&asked, &people),
        topics,
        comments: comments.remove(&id).unwrap_or_default(),
        accepted_at: question.accepted_at.map(from_micros),
        answers: accepted_first(answers, &question, comments, &renewals, &people),
        acts: map_acts(acts, &people)?,
        closed_reason: closed.map(Into::into),
        closing: closing.map(|closing| closing_facts(closing, &people)),
        duplicate_of: duplicate_of.and_then(|id| others.get(&id).cloned()),
        duplicates: pick(&links.duplicates),
        related: pick(&links.related),
        title: question.title,
        body: post.body,
        body_html: post.body_html,
        language: post.language,
        helpful_count: post.helpful_count,
        version: post.version,
        created_at: from_micros(post.created_at),
        edited_at: post.edited_at.map(from_micros),
    })
}

fn closing_facts(row: ClosingRow, people: &People) -> ClosingFacts {
    ClosingFacts {
        by: row.closed_by.and_then(|id| people.get(&id).cloned()),
        note: row.note,
        at: from_micros(row.closed_at),
    }
}

fn map_acts(
    acts: Vec<ActRow>,
    people: &People,
) -> AppResult<Vec<tacit_contract::questions::PostAct>> {
    acts.into_iter()
        .map(|row| mapping::act(row, people))
        .collect()
}

fn by_parent(rows: Vec<(Uuid, PostRow)>, people: &People) -> HashMap<Uuid, Vec<Comment>> {
    let mut under: HashMap<Uuid, Vec<Comment>> = HashMap::new();
    for (parent, row) in rows {
        under.entry(parent).or_default().push(comment(row, people));
    }
    under
}

/// The rows come by helpful marks; the sort keeps that among the others.
fn accepted_first(
    mut rows: Vec<PostRow>,
    question: &QuestionRow,
    mut comments: HashMap<Uuid, Vec<Comment>>,
    renewals: &HashMap<Uuid, RenewalRow>,
    people: &People,
) -> Vec<Answer> {
    let accepted = |id: Uuid| question.accepted_answer_id == Some(id);
    rows.sort_by_key(|row| !accepted(row.id));
    rows.into_iter()
        .map(|row| {
            let comments = comments.remove(&row.id).unwrap_or_default();
            let accepted = accepted(row.id);
            let renewal = renewals.get(&row.id);
            let renewal = renewal.map(|row| moderation_mapping::renewal_facts(row, people));
            let answer = mapping::answer(row, question.post_id, accepted, comments, people);
            Answer { renewal, ..answer }
        })
        .collect()
}

/// The viewer's own part.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn viewer(
    db: &impl ConnectionTrait,
    keys: &Keys,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<QuestionViewer> {
    let rows = Rows::load(db, viewer, id).await?;
    let ids: Vec<Uuid> = rows.posts().map(|row| row.id).collect();
    let marked = marks::marked_by(db, viewer.member_id, &ids).await?;
    let state: QuestionState = rows.question.state.parse()?;
    let asker = rows.post.author_id;
    let here = here(db, viewer, rows.post.community_id).await?;
    let open = here.writes && policy::can_answer(state).is_ok();
    let order = Order {
        here,
        answered: rows.question.answer_count > 0,
        accepted: rows.question.accepted_answer_id,
        has_duplicates: has_duplicates(db, viewer, id).await?,
        is_hidden_asker: is_hidden_author(viewer, &rows.post),
        knows: renewals::knows_topics_of(db, viewer, id).await?,
        flags: open_on(db, &ids).await?,
        blocks: blocks::repo::of_member(db, viewer.member_id).await?,
    };
    Ok(QuestionViewer {
        may_accept: open && policy::may_accept(viewer, asker),
        accept_needs_reason: policy::acceptance_needs_reason(viewer, asker),
        may_answer: open,
        may_close: here.writes && moderation_policy::can_close(viewer, asker).is_ok(),
        reopen_needs_reason: moderation_policy::acts_in_office(viewer, asker),
        drafts: drafts::repo::places_on(db, viewer.member_id, &ids).await?,
        following: is_following(db, id, asker, viewer.member_id).await?,
        unread_notices: unread_of_page(db, keys, viewer, id).await?,
        posts: rows
            .posts()
            .map(|row| own_part(viewer, row, marked.contains(&row.id), &order))
            .collect::<AppResult<_>>()?,
        deleted: moderation_mapping::deleted(db, viewer, list_of_page(db, viewer, id).await?)
            .await?,
    })
}

/// What decides which acts of keeping order a page offers.
struct Order {
    here: Here,
    answered: bool,
    accepted: Option<Uuid>,
    has_duplicates: bool,
    is_hidden_asker: bool,
    knows: bool,
    flags: HashMap<Uuid, Vec<FlagRow>>,
    blocks: Blocks,
}

fn own_part(viewer: &Viewer, row: &PostRow, helpful: bool, order: &Order) -> AppResult<PostViewer> {
    let kind: PostKind = row.kind.parse()?;
    let standing = Standing {
        kind,
        author: row.author_id,
        answered: order.answered,
        accepted: order.accepted == Some(row.id),
        has_duplicates: kind == PostKind::Question && order.has_duplicates,
    };
    let delete = offers_delete(&judged_on(viewer, row), &standing);
    let author = row.author_id.filter(|_| !row.author_hidden);
    let flags = order.flags.get(&row.id).map_or(&[][..], Vec::as_slice);
    let (flagged, said) = moderation_mapping::flags_for(viewer, row.author_id, flags);
    Ok(PostViewer {
        may_delete: delete.is_some(),
        delete_needs_reason: delete == Some(true),
        may_flag: can_flag(viewer, row.author_id).is_ok(),
        flagged,
        said,
        may_renew: order.here.writes
            && standing.accepted
            && can_renew(viewer, row.author_id, order.knows).is_ok(),
        may_show_name: is_hidden_author(viewer, row)
            && (kind == PostKind::Question || !order.is_hidden_asker),
        folded: author.is_some_and(|id| order.blocks.contains_key(&id)),
        ..post_viewer(viewer, row.id, row.author_id, helpful, order.here)
    })
}

/// One answer as it stands on its page.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn answer(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<Answer> {
    let placed = find_visible_kind(db, viewer, id, PostKind::Answer).await?;
    let page = detail(db, viewer, placed.question_id).await?;
    let answer = page.answers.into_iter().find(|answer| answer.id == id);
    answer.ok_or_else(AppError::not_found)
}

/// Title and Markdown of a question.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn texts(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<(String, String)> {
    let placed = find_visible_kind(db, viewer, id, PostKind::Question).await?;
    Ok((find(db, id).await?.title, placed.post.body))
}
