//! Inviting by link: whoever has its secret comes in. The secret is shown once and kept nowhere.
//!
//! Whatever is wrong with a link, the answer is the same.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::ProblemCode;
use tacit_domain::communities::{LINKS_MAX, Refusal, policy};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::super::repo::communities::{self, CommunityRow};
use super::super::repo::links::{self, LinkRow};
use super::super::repo::{members, removals};
use super::join::enter;
use super::load_facilitated;
use crate::auth::token;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::posts::Act;

/// What a new link allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// Days it works.
    pub days: i64,
    /// How many may come.
    pub uses: i32,
}

/// A link that works, and where it leads.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The link.
    pub link: LinkRow,
    /// The community.
    pub community: CommunityRow,
    /// Whether the viewer belongs to it already.
    pub member: bool,
}

/// Makes a link. Its secret has this hash.
///
/// # Errors
/// 404, 403, 409 when the community is archived or has too many links.
pub async fn create(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    (hash, new): (&str, NewLink),
) -> AppResult<LinkRow> {
    let place = load_facilitated(tx, &act.viewer, id).await?;
    policy::can_open_doors(&place.standing)?;
    if links::count(tx, id, act.now).await? >= LINKS_MAX {
        return Err(Refusal::TooManyLinks.into());
    }
    let row = LinkRow {
        id: act.ids.next(),
        community_id: id,
        token_hash: hash.to_owned(),
        by_id: Some(act.viewer.member_id),
        uses: 0,
        uses_max: new.uses,
        created_at: act.now.micros(),
        expires_at: act.now.plus_days(new.days).micros(),
    };
    links::insert(tx, row.clone()).await?;
    Ok(row)
}

/// Takes a link back; it lets in nobody from the next request on. Where there is none, nothing changes.
///
/// # Errors
/// 404, 403.
pub async fn take_back(tx: &Tx, act: &Act, (id, link): (Uuid, Uuid)) -> AppResult<()> {
    load_facilitated(tx, &act.viewer, id).await?;
    Ok(links::delete(tx, id, link).await?)
}

/// What a secret leads to.
///
/// # Errors
/// 400 for whatever lets nobody in.
pub async fn open(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    secret: &str,
    now: Timestamp,
) -> AppResult<Opened> {
    let gone = || AppError::new(ProblemCode::InvalidLink);
    let link = links::find_usable(db, &token::hash(secret), now).await?;
    let link = link.ok_or_else(gone)?;
    let community = communities::find(db, link.community_id).await?;
    let community = community.ok_or_else(gone)?;
    let role = members::role_of(db, community.id, viewer.member_id).await?;
    let member = role.is_some();
    let removed = removals::removed_at(db, community.id, viewer.member_id).await?;
    let shut = community.archived_at.is_some() || policy::can_come_back(removed, now).is_err();
    if shut && !member {
        return Err(gone());
    }
    Ok(Opened {
        link,
        community,
        member,
    })
}

/// Comes in by a link. Who belongs to it already does so, and uses nothing up.
///
/// # Errors
/// 400 for whatever lets nobody in.
pub async fn join(tx: &Tx, act: &Act, secret: &str) -> AppResult<CommunityRow> {
    let opened = open(tx, &act.viewer, secret, act.now).await?;
    if opened.member {
        return Ok(opened.community);
    }
    if !links::use_once(tx, opened.link.id, act.now).await? {
        return Err(AppError::new(ProblemCode::InvalidLink));
    }
    let id = opened.community.id;
    enter(tx, act, id, act.viewer.member_id).await?;
    let audience = Audience::Community(id);
    act.tell(tx, id, audience, EventBody::CommunityJoined)
        .await?;
    Ok(opened.community)
}
