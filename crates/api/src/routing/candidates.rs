//! Who can be asked in a circle: never the asker, who may not see the question, who was asked or answered already, who is
//! away or has had enough this week, and who has no account in use. Whoever blocked the asker is left out where nobody can
//! tell; where the asker named them they are written down as asked and never told.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use tacit_contract::expertise::{Standing, SuggestExperts};
use tacit_contract::limits::PAGE_MAX;
use tacit_domain::identity::{MemberStatus, Role, Viewer};
use tacit_domain::questions::Urgency;
use tacit_domain::routing::{Circle, chosen};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::{choices, requests};
use crate::blocks::repo::{blocked_by, who_blocked};
use crate::communities::repo::members::facilitating;
use crate::db::entities::member;
use crate::error::AppResult;
use crate::expertise::people::availabilities;
use crate::expertise::repo::availability::load_of;
use crate::expertise::suggest::candidates::{LeftOut, left_out, shown};
use crate::expertise::suggest::suggest;
use crate::posts::repo::PostRow;
use crate::state::AppState;

/// A question for which people are looked for.
pub struct Wanted {
    /// Its post.
    pub post: PostRow,
    /// Title.
    pub title: String,
    /// Slugs of its topics.
    pub topics: Vec<String>,
    /// How much the asker waits.
    pub urgency: Urgency,
    /// Whom the asker wished for.
    pub wished: Option<Uuid>,
}

impl Wanted {
    /// The asker, unless their name is hidden.
    pub fn asker(&self) -> Option<Uuid> {
        self.post.author_id.filter(|_| !self.post.author_hidden)
    }
}

/// Who is asked in a circle, as the asker would find them.
///
/// # Errors
/// 404 when the asker may not see the question any more; a failure of the database.
pub async fn of_circle(
    state: &AppState,
    viewer: &Viewer,
    wanted: &Wanted,
    circle: Circle,
    now: Timestamp,
) -> AppResult<Vec<Uuid>> {
    let db = state.db.reader();
    let asked = requests::of_question(db, wanted.post.id).await?;
    let asked: HashSet<Uuid> = asked.into_iter().map(|row| row.member_id).collect();
    let mut scored = match circle {
        Circle::First | Circle::Wider => {
            return likely(state, viewer, wanted, circle, &asked).await;
        }
        Circle::Wished => wanted.wished.into_iter().map(|id| (id, 1.0)).collect(),
        Circle::Leads => looking_after(db, wanted, now).await?,
    };
    if circle == Circle::Leads {
        keep_apart(db, viewer, &mut scored).await?;
    }
    scored.retain(|(id, _)| !asked.contains(id));
    let ids: Vec<Uuid> = scored.iter().map(|(id, _)| *id).collect();
    let left_out = left_out(db, viewer, Some(wanted.post.id)).await?;
    let can = can_be_asked(db, &left_out, &ids, now).await?;
    scored.retain(|(id, _)| can.contains(id));
    Ok(chosen(circle, &scored))
}

async fn likely(
    state: &AppState,
    viewer: &Viewer,
    wanted: &Wanted,
    circle: Circle,
    asked: &HashSet<Uuid>,
) -> AppResult<Vec<Uuid>> {
    let question = SuggestExperts {
        title: wanted.title.clone(),
        body: wanted.post.body.clone(),
        topics: wanted.topics.clone(),
        question: Some(wanted.post.id),
        community_id: None,
        limit: Some(PAGE_MAX),
    };
    let found = suggest(state, viewer, question).await?.items;
    let ids: Vec<Uuid> = found.iter().map(|one| one.member.id).collect();
    // That somebody likely is not asked tells nothing: anybody may have said that they do not want to be.
    let away = who_blocked(state.db.reader(), viewer.member_id).await?;
    let wants = choices::who_wants(state.db.reader(), &ids).await?;
    let scored: Vec<(Uuid, f64)> = found
        .into_iter()
        .map(|one| (one.member.id, one.score))
        .filter(|(id, _)| wants.contains(id) && !asked.contains(id))
        .filter(|(id, _)| !away.contains(id))
        .collect();
    Ok(chosen(circle, &scored))
}

/// Leaves out those between whom and the asker one has blocked the other, unless nobody would be left: then they are written
/// down as asked, and are not told.
async fn keep_apart(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    scored: &mut Vec<(Uuid, f64)>,
) -> AppResult<()> {
    let mut apart = who_blocked(db, viewer.member_id).await?;
    apart.extend(blocked_by(db, viewer.member_id).await?);
    let others: Vec<(Uuid, f64)> = scored
        .iter()
        .copied()
        .filter(|(id, _)| !apart.contains(id))
        .collect();
    if !others.is_empty() {
        *scored = others;
    }
    Ok(())
}

/// Of these people those who may see the question, can sign in and can be asked now.
///
/// # Errors
/// A failure of the database.
pub async fn can_be_asked(
    db: &impl ConnectionTrait,
    left_out: &LeftOut,
    people: &[Uuid],
    now: Timestamp,
) -> AppResult<HashSet<Uuid>> {
    let shown = shown(db, people, left_out, false).await?;
    let free = free(db, people, now).await?;
    Ok(free
        .into_iter()
        .filter(|id| shown.contains_key(id))
        .collect())
}

/// Of these people, in their order, those who are neither away nor were asked often enough this week.
///
/// # Errors
/// A failure of the database.
pub async fn free(
    db: &impl ConnectionTrait,
    people: &[Uuid],
    now: Timestamp,
) -> AppResult<Vec<Uuid>> {
    let availability = availabilities(db, people, now).await?;
    let free = |id: &&Uuid| {
        let standing = availability.get(*id).map(|one| one.standing);
        standing.is_none_or(|standing| standing == Standing::Free)
    };
    Ok(people.iter().filter(free).copied().collect())
}

/// Facilitators and owners of the question's community, and leads; who was asked least this week comes first. Where
/// nobody is a lead, admins.
async fn looking_after(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    now: Timestamp,
) -> AppResult<Vec<(Uuid, f64)>> {
    let mut people = with_role(db, Role::Lead).await?;
    if people.is_empty() {
        people = with_role(db, Role::Admin).await?;
    }
    if let Some(community) = wanted.post.community_id {
        let facilitators = facilitating(db, community).await?;
        people.extend(facilitators.into_iter().map(|row| row.member_id));
    }
    people.sort_unstable();
    people.dedup();
    let load = load_of(db, &people, now).await?;
    let turn = |id: &Uuid| 1.0 / (1.0 + f64::from(load.get(id).copied().unwrap_or(0)));
    Ok(people.into_iter().map(|id| (id, turn(&id))).collect())
}

async fn with_role(db: &impl ConnectionTrait, role: Role) -> AppResult<Vec<Uuid>> {
    Ok(member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::Role.eq(role.as_str()))
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .into_tuple()
        .all(db)
        .await?)
}
