//! Use cases of needs. Each runs inside `db::write`.

pub mod help;
pub mod join;
pub mod respond;
pub mod say;
pub mod steer;

use sea_orm::ConnectionTrait;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::policy::Standing;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::repo::needs::{NeedRow, find};
use crate::communities::service::check_going_on;
use crate::error::AppResult;
use crate::posts::repo::load::{Placed, find_visible_kind};

/// A need that the viewer may see.
pub struct Need {
    /// Its post.
    pub placed: Placed,
    /// What it has beyond that.
    pub row: NeedRow,
    /// What decides about it.
    pub standing: Standing,
}

/// A need that the viewer may see.
///
/// # Errors
/// 404 when there is none.
pub async fn load(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<Need> {
    let placed = find_visible_kind(db, viewer, id, PostKind::Need).await?;
    let row = find(db, id).await?;
    let standing = standing(&row, placed.post.author_id)?;
    Ok(Need {
        placed,
        row,
        standing,
    })
}

/// The same, for what goes on with it: whoever reads it takes part, until its community is archived. What one takes back is
/// not asked here.
///
/// # Errors
/// 404 when there is none, 409 in an archived community.
pub async fn load_going_on(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Need> {
    let need = load(db, viewer, id).await?;
    check_going_on(db, need.placed.post.community_id).await?;
    Ok(need)
}

/// What decides about a need.
///
/// # Errors
/// When the row is not sound.
pub fn standing(row: &NeedRow, owner: Option<Uuid>) -> AppResult<Standing> {
    Ok(Standing {
        owner,
        state: row.state.parse()?,
        responses: u64::try_from(row.responses).unwrap_or_default(),
    })
}
