//! From rows of communities to what goes over the wire.

use std::collections::HashSet;

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{
    Charter, CommunityMember, CommunityRole as WireRole, CommunitySummary,
};
use tacit_contract::time::from_micros;
use tacit_domain::communities::{CommunityRole, DELETED_DAYS, JoinRule, Visibility};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::communities::{CommunityRow, community_ref, topics_of};
use super::repo::lists::last_asked;
use super::repo::{invitations, members, requests};
use crate::error::AppResult;
use crate::posts::mapping::People;

/// Communities of a list, in a fixed number of queries.
///
/// # Errors
/// A failure of the database.
pub async fn summaries(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<CommunityRow>,
) -> AppResult<Vec<CommunitySummary>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut topics = topics_of(db, &ids).await?;
    let counts = members::counts_of(db, &ids).await?;
    let roles = members::roles_of(db, viewer, &ids).await?;
    let active = last_asked(db, viewer, &ids).await?;
    let asked: HashSet<Uuid> = requests::waiting_of(db, viewer.member_id)
        .await?
        .into_iter()
        .collect();
    let invited: HashSet<Uuid> = invitations::waiting_of(db, viewer.member_id)
        .await?
        .into_iter()
        .collect();
    let summary = |row: CommunityRow| {
        Ok(CommunitySummary {
            community: community_ref(&row),
            visibility: row.visibility.parse::<Visibility>()?.into(),
            join_rule: row.join_rule.parse::<JoinRule>()?.into(),
            topics: topics.remove(&row.id).unwrap_or_default(),
            picture: row.picture_id,
            members: counts.get(&row.id).copied().unwrap_or_default(),
            role: roles.get(&row.id).copied().map(Into::into),
            asked: asked.contains(&row.id),
            invited: invited.contains(&row.id),
            archived: row.archived_at.is_some(),
            erased_at: row.deleted_at.map(erased_at),
            last_activity_at: active.get(&row.id).copied().map(day),
            purpose: row.purpose,
            language: row.language,
        })
    };
    rows.into_iter().map(summary).collect()
}

/// The day of a time: when something was asked without a name is told no more exactly.
fn day(at: i64) -> chrono::DateTime<chrono::Utc> {
    from_micros(Timestamp::from_micros(at).day().micros())
}

/// When a community deleted then is erased.
fn erased_at(deleted: i64) -> chrono::DateTime<chrono::Utc> {
    let at = Timestamp::from_micros(deleted).plus_days(DELETED_DAYS);
    from_micros(at.micros())
}

/// Its charter.
#[must_use]
pub fn charter(row: &CommunityRow) -> Charter {
    Charter {
        for_whom: row.charter_for.clone(),
        get: row.charter_get.clone(),
        give: row.charter_give.clone(),
    }
}

/// A member of a community; none when they are not there any more.
///
/// # Errors
/// When the row is not sound.
pub fn community_member(
    (member, role, joined_at): (Uuid, &str, i64),
    people: &People,
) -> AppResult<Option<CommunityMember>> {
    let role: WireRole = role.parse::<CommunityRole>()?.into();
    Ok(people.get(&member).map(|member| CommunityMember {
        member: member.clone(),
        role,
        joined_at: from_micros(joined_at),
    }))
}
