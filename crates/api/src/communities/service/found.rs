//! Founding a community.

use tacit_domain::communities::{CommunityRole, Visibility};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::posts::audience::Reach;
use uuid::Uuid;

use super::super::read::NewCommunity;
use super::super::repo::communities::{CommunityRow, insert, set_topics};
use super::super::repo::members;
use crate::db::Tx;
use crate::error::AppResult;
use crate::posts::Act;
use crate::topics::resolve::resolve_or_create;

/// Founds a community; whoever does is its owner.
///
/// # Errors
/// 422 for a new topic of a hidden community; a failure of the database.
pub async fn found(tx: &Tx, act: &Act, new: &NewCommunity) -> AppResult<Uuid> {
    let id = act.ids.next();
    let at = act.at.micros();
    insert(tx, row(act, id, new)).await?;
    members::insert(tx, id, act.viewer.member_id, CommunityRole::Owner, at).await?;
    let topics = resolve_or_create(tx, act, &new.topics, known_to(new.visibility)).await?;
    set_topics(tx, id, &topics).await?;
    let body = EventBody::CommunityFounded {
        visibility: new.visibility,
    };
    act.tell(tx, id, Audience::Community(id), body).await?;
    Ok(id)
}

/// Who may learn of a community's topics: everyone, unless the community does not exist for everyone.
pub const fn known_to(visibility: Visibility) -> Reach {
    match visibility {
        Visibility::Open | Visibility::OnRequest => Reach::Everyone,
        Visibility::Hidden => Reach::People,
    }
}

fn row(act: &Act, id: Uuid, new: &NewCommunity) -> CommunityRow {
    let at = act.at.micros();
    CommunityRow {
        id,
        slug: new.name.slug(id.as_u128()),
        name: new.name.as_str().to_owned(),
        visibility: new.visibility.as_str().to_owned(),
        created_at: at,
        purpose: new.purpose.as_str().to_owned(),
        charter_for: new.charter.for_whom.as_str().to_owned(),
        charter_get: new.charter.get.as_str().to_owned(),
        charter_give: new.charter.give.as_str().to_owned(),
        rules: String::new(),
        welcome: String::new(),
        language: new.language.clone(),
        join_rule: new.join_rule.as_str().to_owned(),
        picture_id: None,
        nameless_allowed: false,
        hold_nameless: false,
        opened_at: (new.visibility == Visibility::Open).then_some(at),
        archived_at: None,
        deleted_at: None,
        version: 1,
        edited_at: None,
    }
}
