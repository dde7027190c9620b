//! Use cases of following. Each runs inside `db::write`.

use sea_orm::ConnectionTrait;
use tacit_domain::events::{Audience, Event, EventBody};
use tacit_domain::follows::can_follow_member;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::repo;
use crate::db::Tx;
use crate::error::AppResult;
use crate::events;
use crate::identity::service::people;
use crate::nameless::identity::deliver_to;
use crate::notices::repo::read::setting;
use crate::posts::Act;
use crate::posts::repo::Placed;
use crate::posts::repo::load::find_visible_kind;

/// Whether a member follows a question: whoever asked it does unless they said otherwise.
///
/// # Errors
/// A failure of the database.
pub async fn is_following(
    db: &impl ConnectionTrait,
    question: Uuid,
    asker: Option<Uuid>,
    member: Uuid,
) -> AppResult<bool> {
    let said = repo::said_of_question(db, question, member).await?;
    Ok(said.unwrap_or(asker == Some(member)))
}

/// Follows a question or follows it no longer. Doing it again changes nothing.
///
/// # Errors
/// 404.
pub async fn follow_question(tx: &Tx, act: &Act, id: Uuid, following: bool) -> AppResult<()> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Question).await?;
    let member = act.viewer.member_id;
    if is_following(tx, id, placed.post.author_id, member).await? == following {
        return Ok(());
    }
    say(tx, &act.on(&placed.post), id, placed.audience()?, following).await
}

/// What one has asked is followed, unless one does not want that of what is one's own.
///
/// # Errors
/// A failure of the database.
pub async fn after_asking(tx: &Tx, act: &Act, id: Uuid, audience: Audience) -> AppResult<()> {
    if setting(tx, act.viewer.member_id).await?.follow_own {
        return Ok(());
    }
    say(tx, act, id, audience, false).await
}

/// What one has answered is followed, unless one has said something else about it or does not want that at all.
///
/// # Errors
/// A failure of the database.
pub async fn after_answering(
    tx: &Tx,
    act: &Act,
    question: Uuid,
    asker: Option<Uuid>,
    audience: Audience,
) -> AppResult<()> {
    let member = act.viewer.member_id;
    let said = repo::said_of_question(tx, question, member).await?;
    if said.is_some() || asker == Some(member) || !setting(tx, member).await?.follow_own {
        return Ok(());
    }
    say(tx, act, question, audience, true).await
}

/// Whoever follows a duplicate, its asker among them, follows the original from now on, unless they have said something
/// about that one. What they are told of it is theirs: each is the actor of their own following.
///
/// # Errors
/// A failure of the database.
pub async fn follow_original(
    tx: &Tx,
    act: &Act,
    duplicate: &Placed,
    original: &Placed,
) -> AppResult<()> {
    let (from, to) = (duplicate.post.id, original.post.id);
    let mut members = repo::followers_of(tx, from).await?;
    let hidden = deliver_to(tx, from).await?;
    let asker = duplicate.post.author_id.or(hidden);
    if let Some(asker) = asker
        && is_following(tx, from, Some(asker), asker).await?
        && !members.contains(&asker)
    {
        members.push(asker);
    }
    let (audience, own) = (original.audience()?, deliver_to(tx, to).await?);
    for member in members {
        let said = repo::said_of_question(tx, to, member).await?;
        if said.is_some() || [original.post.author_id, own].contains(&Some(member)) {
            continue;
        }
        repo::say_of_question(tx, to, member, true, act.at).await?;
        // The log names nobody who asked without a name.
        if hidden == Some(member) {
            continue;
        }
        let (id, body) = (act.ids.next(), EventBody::QuestionFollowed);
        let event = Event::new(id, Some(member), to, body, act.at)
            .audience(audience)
            .origin(act.origin);
        events::append(tx, act.now, [event]).await?;
    }
    Ok(())
}

async fn say(tx: &Tx, act: &Act, id: Uuid, audience: Audience, following: bool) -> AppResult<()> {
    repo::say_of_question(tx, id, act.viewer.member_id, following, act.at).await?;
    let body = if following {
        EventBody::QuestionFollowed
    } else {
        EventBody::QuestionUnfollowed
    };
    act.tell(tx, id, audience, body).await
}

/// Follows a person or follows them no longer. Doing it again changes nothing.
///
/// # Errors
/// 404, or 403 for oneself.
pub async fn follow_member(tx: &Tx, act: &Act, handle: &str, following: bool) -> AppResult<()> {
    let followed = people::find_shown(tx, handle).await?.id;
    let member = act.viewer.member_id;
    can_follow_member(&act.viewer, followed)?;
    let (changed, body) = if following {
        let changed = repo::insert_member(tx, followed, member, act.at).await?;
        (changed, EventBody::MemberFollowed)
    } else {
        let changed = repo::delete_member(tx, followed, member).await?;
        (changed, EventBody::MemberUnfollowed)
    };
    if changed {
        act.tell(tx, followed, Audience::Everyone, body).await?;
    }
    Ok(())
}
