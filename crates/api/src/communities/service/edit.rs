//! Changing what a community says of itself, who knows of it and how one joins.

use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use tacit_domain::communities::{
    CharterText, CommunityName, JoinRule, Purpose, Visibility, policy,
};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use super::super::read::ReadCharter;
use super::super::repo::communities::{self, CommunityChange, CommunityRow};
use super::super::repo::requests;
use super::found::known_to;
use super::{Place, load_visible};
use crate::db::Tx;
use crate::error::AppResult;
use crate::http::IfMatch;
use crate::posts::Act;
use crate::topics::resolve::resolve_or_create;

/// What is changed; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct CommunityEdit {
    /// What it is called.
    pub name: Option<CommunityName>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// Whom for, and what one gets and gives.
    pub charter: Option<ReadCharter>,
    /// House rules.
    pub rules: Option<CharterText>,
    /// What new members read first.
    pub welcome: Option<CharterText>,
    /// What it is about.
    pub topics: Option<Vec<TopicName>>,
    /// Primary tag.
    pub language: Option<String>,
    /// Who knows of it.
    pub visibility: Option<Visibility>,
    /// How one comes in.
    pub join_rule: Option<JoinRule>,
    /// Whether one may ask without a name.
    pub nameless_allowed: Option<bool>,
    /// Whether what has no name waits for a facilitator.
    pub hold_nameless: Option<bool>,
}

impl CommunityEdit {
    /// Whether it changes what is the owner's to decide.
    #[must_use]
    pub const fn steers(&self) -> bool {
        self.visibility.is_some()
            || self.join_rule.is_some()
            || self.nameless_allowed.is_some()
            || self.hold_nameless.is_some()
    }
}

/// Changes a community. Where it is not joined by asking any more, nobody waits any more.
///
/// # Errors
/// 404, 403, 409 when it is archived or was written in and would open, 412 when somebody changed it since, 422 when visibility
/// and way in do not go together.
pub async fn edit(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    read: IfMatch,
    edit: &CommunityEdit,
) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    policy::can_edit(&place.standing, edit.steers())?;
    read.check(place.row.version)?;
    let standing = &place.standing;
    let visibility = edit.visibility.unwrap_or(standing.visibility);
    let join_rule = edit.join_rule.unwrap_or(standing.join_rule);
    policy::go_together(visibility, join_rule)?;
    check_opening(tx, &place, visibility).await?;
    if let Some(topics) = &edit.topics {
        let topics = resolve_or_create(tx, act, topics, known_to(visibility)).await?;
        communities::set_topics(tx, id, &topics).await?;
    }
    if join_rule != JoinRule::OnRequest {
        requests::delete_waiting(tx, id).await?;
    }
    communities::update(tx, change(act, &place.row, edit, visibility)).await?;
    let body = EventBody::CommunityEdited { visibility };
    act.tell(tx, id, Audience::Community(id), body).await
}

async fn check_opening(db: &impl ConnectionTrait, place: &Place, to: Visibility) -> AppResult<()> {
    let from = place.standing.visibility;
    if from == to {
        return Ok(());
    }
    let written = communities::was_written_in(db, place.row.id).await?;
    Ok(policy::can_become(from, to, written)?)
}

fn change(
    act: &Act,
    row: &CommunityRow,
    edit: &CommunityEdit,
    visibility: Visibility,
) -> CommunityChange {
    let at = act.at.micros();
    let mut change = CommunityChange {
        id: Set(row.id),
        version: Set(row.version + 1),
        edited_at: Set(Some(at)),
        visibility: Set(visibility.as_str().to_owned()),
        ..Default::default()
    };
    let opened = match visibility {
        Visibility::Open => row.opened_at.or(Some(at)),
        Visibility::OnRequest | Visibility::Hidden => None,
    };
    change.opened_at = Set(opened);
    set_texts(&mut change, edit);
    if let Some(rule) = edit.join_rule {
        change.join_rule = Set(rule.as_str().to_owned());
    }
    if let Some(allowed) = edit.nameless_allowed {
        change.nameless_allowed = Set(allowed);
    }
    if let Some(hold) = edit.hold_nameless {
        change.hold_nameless = Set(hold);
    }
    change
}

fn set_texts(change: &mut CommunityChange, edit: &CommunityEdit) {
    if let Some(name) = &edit.name {
        change.name = Set(name.as_str().to_owned());
    }
    if let Some(purpose) = &edit.purpose {
        change.purpose = Set(purpose.as_str().to_owned());
    }
    if let Some(charter) = &edit.charter {
        change.charter_for = Set(charter.for_whom.as_str().to_owned());
        change.charter_get = Set(charter.get.as_str().to_owned());
        change.charter_give = Set(charter.give.as_str().to_owned());
    }
    if let Some(rules) = &edit.rules {
        change.rules = Set(rules.as_str().to_owned());
    }
    if let Some(welcome) = &edit.welcome {
        change.welcome = Set(welcome.as_str().to_owned());
    }
    if let Some(language) = &edit.language {
        change.language = Set(language.clone());
    }
}
