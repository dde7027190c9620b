//! Asking to join, and deciding on it.

use tacit_domain::communities::RequestState;
use tacit_domain::communities::policy::{self, Decision};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use super::super::page::declined_at;
use super::super::repo::requests::{self, RequestRow};
use super::super::repo::{members, removals};
use super::join::enter;
use super::{load_facilitated, load_visible};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members as people;
use crate::posts::Act;

/// Asks to join. Asked again while it waits, the new message counts, and nobody is told again.
///
/// # Errors
/// 404, 403 where one is invited, 409 where one joins freely, belongs already, or was declined lately.
pub async fn ask(tx: &Tx, act: &Act, id: Uuid, message: &str) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    let me = act.viewer.member_id;
    let before = requests::find(tx, id, me).await?;
    let declined = before.as_ref().and_then(declined_at);
    policy::can_ask_to_join(&place.standing, declined, act.now)?;
    policy::can_come_back(removals::removed_at(tx, id, me).await?, act.now)?;
    let waiting = before.filter(|row| row.state == RequestState::Waiting.as_str());
    let asked_at = waiting.as_ref().map_or(act.at.micros(), |row| row.asked_at);
    let row = RequestRow {
        community_id: id,
        member_id: me,
        message: message.to_owned(),
        state: RequestState::Waiting.as_str().to_owned(),
        word: String::new(),
        decided_by_id: None,
        asked_at,
        decided_at: None,
    };
    requests::put(tx, row).await?;
    if waiting.is_some() {
        return Ok(());
    }
    let looking_after = members::facilitating(tx, id).await?;
    let facilitators = looking_after.iter().map(|row| row.member_id).collect();
    let body = EventBody::CommunityJoinAsked { facilitators };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Asks no more. Where nobody waits, nothing changes: what was decided stays.
///
/// # Errors
/// 404.
pub async fn withdraw(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    load_visible(tx, &act.viewer, id).await?;
    let me = act.viewer.member_id;
    let row = requests::find(tx, id, me).await?;
    if row.is_none_or(|row| row.state != RequestState::Waiting.as_str()) {
        return Ok(());
    }
    requests::delete(tx, id, me).await?;
    let audience = Audience::Community(id);
    act.tell(tx, id, audience, EventBody::CommunityJoinWithdrawn)
        .await
}

/// Decides on a wish to join. Two who decide the same agree.
///
/// # Errors
/// 404 when they do not ask or cannot sign in, 403 for who does not look after it, 409 when it was decided otherwise.
pub async fn decide(
    tx: &Tx,
    act: &Act,
    (id, member): (Uuid, Uuid),
    (approve, word): (bool, &str),
) -> AppResult<()> {
    let place = load_facilitated(tx, &act.viewer, id).await?;
    let row = requests::find(tx, id, member).await?;
    let mut row = row.ok_or_else(AppError::not_found)?;
    if policy::can_decide(row.state.parse()?, approve)? == Decision::SaidBefore {
        return Ok(());
    }
    policy::can_open_doors(&place.standing)?;
    let asker = people::find(tx, member).await?;
    if asker.is_none_or(|row| row.status != MemberStatus::Active.as_str()) {
        return Err(AppError::not_found());
    }
    let state = match approve {
        true => RequestState::Approved,
        false => RequestState::Declined,
    };
    row.state = state.as_str().to_owned();
    row.word = word.to_owned();
    row.decided_by_id = Some(act.viewer.member_id);
    row.decided_at = Some(act.at.micros());
    if approve {
        enter(tx, act, id, member).await?;
    }
    // After coming in, which forgets how one asked: they read the word on the page.
    requests::put(tx, row).await?;
    let body = EventBody::CommunityJoinDecided {
        member,
        approved: approve,
    };
    act.tell(tx, id, Audience::Community(id), body).await
}
