//! Use cases of communities. Each runs inside `db::write`.

pub mod ask;
pub mod edit;
pub mod end;
pub mod found;
pub mod heir;
pub mod invite;
pub mod join;
pub mod link;
pub mod members;
pub mod pin;

use sea_orm::{ConnectionTrait, DbErr};
use tacit_domain::communities::policy::{self, Standing};
use tacit_domain::communities::{CommunityRole, JoinRule, Visibility};
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use super::repo::communities::{self, CommunityRow};
use super::repo::{invitations, members as membership};
use crate::error::{AppError, AppResult};

/// A community that exists for the viewer.
#[derive(Clone, Debug)]
pub struct Place {
    /// The row.
    pub row: CommunityRow,
    /// How the viewer stands to it.
    pub standing: Standing,
}

impl Place {
    /// Who knows of it.
    #[must_use]
    pub const fn role(&self) -> Option<CommunityRole> {
        self.standing.role
    }
}

/// A community that exists for the viewer.
///
/// # Errors
/// 404 when there is none, or none for them.
pub async fn load_visible(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Place> {
    let row = communities::find(db, id).await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let standing = standing(db, &row, viewer.member_id).await?;
    if standing.exists() {
        Ok(Place { row, standing })
    } else {
        Err(AppError::not_found())
    }
}

/// A community that the viewer reads.
///
/// # Errors
/// 404 when there is none for them, 403 for who knows of it and does not read it.
pub async fn load_readable(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Place> {
    let place = load_visible(db, viewer, id).await?;
    if place.standing.can_read() {
        Ok(place)
    } else {
        Err(tacit_domain::communities::Refusal::MembersOnly.into())
    }
}

/// Whether the viewer reads a community, for what is narrowed to it: what they do not read holds nothing for them.
///
/// # Errors
/// 404 when they do not, also where they know of it.
pub async fn check_readable(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<()> {
    let place = load_visible(db, viewer, id).await?;
    if place.standing.can_read() {
        Ok(())
    } else {
        Err(AppError::not_found())
    }
}

/// A community that the viewer looks after.
///
/// # Errors
/// 404 when there is none for them, 403 for everybody else who knows of it.
pub async fn load_facilitated(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Place> {
    let place = load_visible(db, viewer, id).await?;
    policy::can_facilitate(place.role())?;
    Ok(place)
}

/// How a member stands to a community.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn standing(
    db: &impl ConnectionTrait,
    row: &CommunityRow,
    member: Uuid,
) -> AppResult<Standing> {
    let role = membership::role_of(db, row.id, member).await?;
    let invited = match role {
        Some(_) => false,
        None => invitations::find(db, row.id, member).await?.is_some(),
    };
    Ok(Standing {
        visibility: row.visibility.parse::<Visibility>()?,
        join_rule: row.join_rule.parse::<JoinRule>()?,
        archived: row.archived_at.is_some(),
        role,
        invited,
    })
}

/// Whether the viewer may write, and change what is written, where a post stands: anywhere but in communities they do not
/// belong to and archived ones. What one takes back or deletes is not asked here.
///
/// # Errors
/// 404 when there is no such community for them, 403 for who is no member, 409 when it is archived.
pub async fn check_writable(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Option<Uuid>,
) -> AppResult<()> {
    let Some(id) = community else { return Ok(()) };
    let place = load_visible(db, viewer, id).await?;
    Ok(policy::can_post_in(&place.standing)?)
}

/// Whether anybody writes where a post stands: anywhere but in communities that are archived or gone.
///
/// # Errors
/// A failure of the database.
pub async fn is_written_in(
    db: &impl ConnectionTrait,
    community: Option<Uuid>,
) -> Result<bool, DbErr> {
    let Some(id) = community else { return Ok(true) };
    let row = communities::find(db, id).await?;
    Ok(row.is_some_and(|row| row.archived_at.is_none()))
}

/// Whether whoever reads along may still mark, want and help where a post stands.
///
/// # Errors
/// 409 when its community is archived.
pub async fn check_going_on(db: &impl ConnectionTrait, community: Option<Uuid>) -> AppResult<()> {
    match is_written_in(db, community).await? {
        true => Ok(()),
        false => Err(tacit_domain::communities::Refusal::Archived.into()),
    }
}

/// What a page offers where a post stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// Whether the viewer writes here, as [`check_writable`] says.
    pub writes: bool,
    /// Whether it goes on here, as [`check_going_on`] says.
    pub goes_on: bool,
}

/// See [`Here`].
///
/// # Errors
/// 404 when there is no such community for them.
pub async fn here(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Option<Uuid>,
) -> AppResult<Here> {
    let Some(id) = community else {
        return Ok(Here {
            writes: true,
            goes_on: true,
        });
    };
    let standing = load_visible(db, viewer, id).await?.standing;
    Ok(Here {
        writes: policy::can_post_in(&standing).is_ok(),
        goes_on: !standing.archived,
    })
}
