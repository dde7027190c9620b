//! Where one may write without one's name.

use sea_orm::ConnectionTrait;
use tacit_contract::nameless::NamelessRule;
use tacit_contract::problem::FieldCode;
use tacit_domain::communities::policy::can_post_in;
use tacit_domain::identity::Viewer;
use tacit_domain::nameless::{Allowed, are_few, can_be_nameless};
use tacit_domain::posts::audience::Reach;
use uuid::Uuid;

use crate::communities::repo::communities;
use crate::communities::repo::members::counts_of;
use crate::communities::service::load_visible;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members::count_active;
use crate::identity::repo::organisation;

/// Whether a post for these people may be written without a name.
///
/// # Errors
/// 422 at `/nameless`.
pub async fn check(db: &impl ConnectionTrait, reach: Reach) -> AppResult<()> {
    let allowed = allowed(db, reach).await?;
    can_be_nameless(allowed, reach).map_err(|refusal| {
        AppError::invalid("/nameless", FieldCode::NotAllowed, refusal.to_string())
    })
}

async fn allowed(db: &impl ConnectionTrait, reach: Reach) -> AppResult<Allowed> {
    let community = match reach {
        Reach::Community { id, .. } => {
            let row = communities::find(db, id).await?;
            // What would have to wait for a review is not taken.
            row.is_some_and(|row| row.nameless_allowed && !row.hold_nameless)
        }
        Reach::Everyone | Reach::People => true,
    };
    let organisation = organisation::find(db).await?;
    Ok(Allowed {
        organisation: organisation.is_some_and(|row| row.nameless_allowed),
        community,
    })
}

/// What it means in a community, or for everyone.
///
/// # Errors
/// 404 for a community that does not exist for the viewer.
pub async fn read(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Option<Uuid>,
) -> AppResult<NamelessRule> {
    let (reach, writes, possible) = match community {
        Some(id) => {
            let place = load_visible(db, viewer, id).await?;
            let writes = can_post_in(&place.standing).is_ok();
            let reach = Reach::Community { id, open: false };
            let members = counts_of(db, &[id]).await?.remove(&id);
            (
                reach,
                writes,
                u64::try_from(members.unwrap_or_default()).unwrap_or_default(),
            )
        }
        None => (Reach::Everyone, true, count_active(db).await?),
    };
    let allowed = allowed(db, reach).await?;
    Ok(NamelessRule {
        allowed: writes && can_be_nameless(allowed, reach).is_ok(),
        few: are_few(possible),
    })
}
