//! Use cases of all posts: commenting, marking, editing comments, looking at revisions. Each runs inside `db::write`.

use tacit_contract::posts::{Comment, HelpfulState, Revision};
use tacit_domain::drafts::DraftPlace;
use tacit_domain::events::EventBody;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::AuditAct;
use tacit_domain::moderation::policy::acts_in_office;
use tacit_domain::posts::{PostKind, Reason, policy};
use uuid::Uuid;

use super::repo::load::find_visible_kind;
use super::repo::revisions::{NewRevision, RevisionRow, insert_revision};
use super::repo::write::{NewPost, copy_people, insert_post, update_text};
use super::repo::{Placed, comments, find_visible, marks};
use super::{Act, Written, mapping};
use crate::communities::service::{check_going_on, check_writable};
use crate::db::Tx;
use crate::error::AppResult;
use crate::files::service::attach;
use crate::http::IfMatch;
use crate::identity::repo::member_refs;
use crate::moderation::audit::Entry;
use crate::nameless::{identity, rule};
use crate::posts::audience::reach_of;
use sea_orm::ConnectionTrait;

/// Comments on a question or an answer.
///
/// # Errors
/// 404, 403 for who only reads the community, 409 under a comment and when it is archived, or 422 at `/nameless` where names are not kept back.
pub async fn add_comment(
    tx: &Tx,
    act: &Act,
    parent: Uuid,
    text: &Written,
    nameless: bool,
) -> AppResult<Uuid> {
    let parent = find_visible(tx, &act.viewer, parent).await?;
    policy::can_comment(parent.kind)?;
    let act = &act_under(tx, *act, &parent, nameless).await?;
    let id = insert_under(tx, act, &parent, PostKind::Comment, text).await?;
    comments::insert_comment(tx, id, parent.post.id, parent.question_id).await?;
    act.forget_draft(tx, DraftPlace::Comment(parent.post.id))
        .await?;
    let body = EventBody::CommentPosted {
        parent: parent.post.id,
        question: parent.question_id,
    };
    act.tell(tx, id, parent.audience()?, body).await?;
    Ok(id)
}

/// With a name or without. Whoever asked without theirs goes on without it on that page.
///
/// # Errors
/// 422 at `/nameless`.
async fn act_under(tx: &Tx, act: Act, parent: &Placed, nameless: bool) -> AppResult<Act> {
    if identity::is_author(tx, &act.viewer, parent.question_id).await? {
        return Ok(act.namelessly());
    }
    if nameless {
        rule::check(tx, reach_of(tx, parent.audience()?).await?).await?;
        return Ok(act.namelessly());
    }
    Ok(act)
}

/// Inserts a post under another with its first revision; it is for whom the other is. In a community its members write.
///
/// # Errors
/// 403 for who only reads the community, 409 when it is archived.
pub async fn insert_under(
    tx: &Tx,
    act: &Act,
    parent: &Placed,
    kind: PostKind,
    text: &Written,
) -> AppResult<Uuid> {
    check_writable(tx, &act.viewer, parent.post.community_id).await?;
    let id = act.ids.next();
    let new = NewPost {
        id,
        kind,
        audience: &parent.post.audience,
        community_id: parent.post.community_id,
        author_id: act.viewer.member_id,
        nameless: act.nameless,
        text,
        at: act.at,
    };
    insert_post(tx, new).await?;
    copy_people(tx, &parent.post, id).await?;
    attach(tx, &act.viewer, id, &text.pictures).await?;
    let first = NewRevision {
        id: act.ids.next(),
        post_id: id,
        version: 1,
        title: None,
        body: &text.body,
        topics: None,
        editor_id: act.name(),
        reason: None,
        at: act.at,
    };
    insert_revision(tx, first).await?;
    Ok(id)
}

/// Gives a comment another text.
///
/// # Errors
/// 404, 403, 409 in an archived community, 412, or 422 without a reason for another's.
pub async fn edit_comment(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    read: IfMatch,
    text: &Written,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Comment).await?;
    let act = &act.on(&placed.post);
    let Some(version) = edit_text(tx, act, &placed, read, text, reason).await? else {
        return Ok(());
    };
    let body = EventBody::CommentEdited {
        parent: placed.parent_id.unwrap_or(placed.question_id),
        question: placed.question_id,
        version,
    };
    act.tell(tx, id, placed.audience()?, body).await
}

/// Edits a post that is nothing but its text. The new version, or none when the text is what it was.
///
/// # Errors
/// 403, 409 in an archived community, 412, or 422 without a reason for another's.
pub async fn edit_text(
    tx: &Tx,
    act: &Act,
    placed: &Placed,
    read: IfMatch,
    text: &Written,
    reason: Option<&Reason>,
) -> AppResult<Option<i32>> {
    check_writable(tx, &act.viewer, placed.post.community_id).await?;
    policy::can_edit_post(&act.viewer, placed.post.author_id, reason)?;
    read.check(placed.post.version)?;
    act.forget_draft(tx, DraftPlace::Edit(placed.post.id))
        .await?;
    if placed.post.body == text.body {
        return Ok(None);
    }
    let version = update_text(tx, &placed.post, text, act.at).await?;
    attach(tx, &act.viewer, placed.post.id, &text.pictures).await?;
    let revision = NewRevision {
        id: act.ids.next(),
        post_id: placed.post.id,
        version,
        title: None,
        body: &text.body,
        topics: None,
        editor_id: act.name(),
        reason: reason.map(Reason::as_str),
        at: act.at,
    };
    insert_revision(tx, revision).await?;
    log_edit(tx, act, placed, reason).await?;
    Ok(Some(version))
}

/// Editing somebody else's post is an act of office.
///
/// # Errors
/// A failure of the database.
pub async fn log_edit(
    tx: &Tx,
    act: &Act,
    placed: &Placed,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let author = placed.post.author_id;
    if !acts_in_office(&act.viewer, author) {
        return Ok(());
    }
    Entry::on_post(act, AuditAct::PostEdited, placed.post.id)
        .concerning(author)
        .detail(placed.kind.as_str())
        .reason(reason)
        .write(tx)
        .await
}

/// Sets the viewer's helpful mark, or takes it back. Doing it again changes nothing.
///
/// # Errors
/// 404, 403 for one's own post; marking, 409 in an archived community.
pub async fn mark(tx: &Tx, act: &Act, id: Uuid, marked: bool) -> AppResult<HelpfulState> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    policy::can_mark_helpful(&act.viewer, placed.post.author_id)?;
    policy::takes_marks(placed.kind)?;
    if marked {
        check_going_on(tx, placed.post.community_id).await?;
    }
    let member = act.viewer.member_id;
    let changed = if marked {
        marks::insert_mark(tx, id, member, act.at).await?
    } else {
        marks::delete_mark(tx, id, member).await?
    };
    let mut helpful_count = placed.post.helpful_count;
    if changed {
        let (change, body) = if marked {
            (1, EventBody::HelpfulMarked)
        } else {
            (-1, EventBody::HelpfulUnmarked)
        };
        marks::add_helpful(tx, id, change).await?;
        act.tell(tx, id, placed.audience()?, body).await?;
        helpful_count = helpful_count.saturating_add(change);
    }
    Ok(HelpfulState {
        marked,
        helpful_count,
    })
}

/// A comment as everybody reads it.
///
/// # Errors
/// 404.
pub async fn read_comment(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Comment> {
    let placed = find_visible_kind(db, viewer, id, PostKind::Comment).await?;
    let people = member_refs(db, placed.post.author_id).await?;
    Ok(mapping::comment(placed.post, &people))
}

/// Revisions with the people who made them.
///
/// # Errors
/// A failure of the database.
pub async fn with_editors(
    db: &impl ConnectionTrait,
    rows: Vec<RevisionRow>,
) -> AppResult<Vec<Revision>> {
    let people = member_refs(db, rows.iter().filter_map(|row| row.editor_id)).await?;
    let revisions = rows.into_iter().map(|row| mapping::revision(row, &people));
    Ok(revisions.collect())
}
