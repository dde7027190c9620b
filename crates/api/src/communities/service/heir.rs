//! A community is never without somebody who answers for it: when its owner cannot sign in any more, who has looked after it
//! longest takes over, else who has been there longest; when nobody was left, whoever comes next.

use tacit_domain::communities::{CommunityRole, policy};
use tacit_domain::events::{Audience, Event, EventBody, Origin};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::super::repo::{invitations, links, members};
use crate::db::Tx;
use crate::error::AppResult;
use crate::events;
use crate::state::Ids;

/// What becomes of the communities of somebody who cannot sign in any more: others own them, also deleted ones, which could
/// not be brought back otherwise. The links and invitations they made let in nobody
/// any more.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn member_left(tx: &Tx, ids: Ids, member: Uuid, now: Timestamp) -> AppResult<()> {
    links::delete_all_by(tx, member).await?;
    invitations::delete_all_by(tx, member).await?;
    for community in members::owned_by(tx, member).await? {
        pass_on(tx, ids, (community, member), now).await?;
    }
    Ok(())
}

/// Whoever can sign in again takes over where nobody was left to own their communities.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn member_back(tx: &Tx, ids: Ids, member: Uuid, now: Timestamp) -> AppResult<()> {
    for community in members::communities_with(tx, member).await? {
        member_came(tx, ids, community, now).await?;
    }
    Ok(())
}

/// Whoever came in takes over where nobody was left to own it.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn member_came(tx: &Tx, ids: Ids, community: Uuid, now: Timestamp) -> AppResult<()> {
    match members::lost_owner(tx, community).await? {
        Some(owner) => pass_on(tx, ids, (community, owner), now).await,
        None => Ok(()),
    }
}

async fn pass_on(
    tx: &Tx,
    ids: Ids,
    (community, owner): (Uuid, Uuid),
    now: Timestamp,
) -> AppResult<()> {
    let mut others = Vec::new();
    for row in members::all(tx, community).await? {
        if row.member_id != owner {
            let since = Timestamp::from_micros(row.joined_at);
            others.push((row.role.parse::<CommunityRole>()?, since, row.member_id));
        }
    }
    let Some(member) = policy::heir(&others) else {
        return Ok(());
    };
    members::hand_over(tx, community, (owner, CommunityRole::Member), member).await?;
    let role = CommunityRole::Owner;
    let body = EventBody::CommunityRoleChanged { member, role };
    let event = Event::new(ids.next(), None, community, body, now)
        .audience(Audience::Community(community))
        .origin(Origin::Live);
    events::append(tx, now, [event]).await
}
