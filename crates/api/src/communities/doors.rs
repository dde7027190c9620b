//! What facilitators see of who wants in and who was let in, and what a link leads to.

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{
    CommunityInvitation, CommunityLink, JoinRequest, OpenedCommunityLink,
};
use tacit_contract::time::from_micros;
use uuid::Uuid;

use super::mapping;
use super::repo::communities::community_ref;
use super::repo::invitations::InvitationRow;
use super::repo::links::LinkRow;
use super::repo::members;
use super::repo::requests::RequestRow;
use super::service::link::Opened;
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::posts::mapping::People;
use crate::settings::Settings;

/// Wishes to join with who has them.
///
/// # Errors
/// A failure of the database.
pub async fn join_requests(
    db: &impl ConnectionTrait,
    rows: Vec<RequestRow>,
) -> AppResult<Vec<JoinRequest>> {
    let people = member_refs(db, rows.iter().map(|row| row.member_id)).await?;
    let request = |row: RequestRow| {
        Some(JoinRequest {
            member: people.get(&row.member_id)?.clone(),
            message: row.message,
            asked_at: from_micros(row.asked_at),
        })
    };
    Ok(rows.into_iter().filter_map(request).collect())
}

/// Invitations with who is invited and by whom.
///
/// # Errors
/// A failure of the database.
pub async fn invitations(
    db: &impl ConnectionTrait,
    rows: Vec<InvitationRow>,
) -> AppResult<Vec<CommunityInvitation>> {
    let ids = |row: &InvitationRow| std::iter::once(row.member_id).chain(row.by_id);
    let people = member_refs(db, rows.iter().flat_map(ids)).await?;
    let invitation = |row: InvitationRow| {
        Some(CommunityInvitation {
            member: people.get(&row.member_id)?.clone(),
            by: row.by_id.and_then(|id| people.get(&id).cloned()),
            word: row.word,
            at: from_micros(row.invited_at),
        })
    };
    Ok(rows.into_iter().filter_map(invitation).collect())
}

/// Links with who made them.
///
/// # Errors
/// A failure of the database.
pub async fn links(db: &impl ConnectionTrait, rows: Vec<LinkRow>) -> AppResult<Vec<CommunityLink>> {
    let people = member_refs(db, rows.iter().filter_map(|row| row.by_id)).await?;
    Ok(rows.into_iter().map(|row| link(row, &people)).collect())
}

fn link(row: LinkRow, people: &People) -> CommunityLink {
    CommunityLink {
        id: row.id,
        by: row.by_id.and_then(|id| people.get(&id).cloned()),
        uses: row.uses,
        uses_max: row.uses_max,
        created_at: from_micros(row.created_at),
        expires_at: from_micros(row.expires_at),
    }
}

/// Where a link leads: what one may know of the place before one comes in.
///
/// # Errors
/// A failure of the database.
pub async fn opened(db: &impl ConnectionTrait, opened: Opened) -> AppResult<OpenedCommunityLink> {
    let row = opened.community;
    let people = member_refs(db, opened.link.by_id).await?;
    let counts = members::counts_of(db, &[row.id]).await?;
    let by = opened.link.by_id;
    Ok(OpenedCommunityLink {
        community: community_ref(&row),
        charter: mapping::charter(&row),
        members: counts.get(&row.id).copied().unwrap_or_default(),
        by: by.and_then(|id: Uuid| people.get(&id).cloned()),
        member: opened.member,
        purpose: row.purpose,
    })
}

/// The address of a link, at the public URL (never the Host header).
#[must_use]
pub fn address(settings: &Settings, secret: &str) -> String {
    let mut url = settings.public_url.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(["communities", "link"]);
    }
    url.query_pairs_mut().append_pair("token", secret);
    url.into()
}
