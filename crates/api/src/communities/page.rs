//! A community's page: what all may know for whom it exists, and what is the viewer's own.

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{
    CommunityDeletion, CommunityDetail, CommunityViewer, MyCommunityInvitation, MyJoinRequest,
};
use tacit_contract::time::from_micros;
use tacit_domain::communities::{
    ASK_AGAIN_DAYS, DELETED_DAYS, JoinRule, NEW_DAYS, RequestState, Visibility, policy,
};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::mapping;
use super::repo::communities::{community_ref, topics_of};
use super::repo::lists::written_in;
use super::repo::requests::RequestRow;
use super::repo::{invitations, members, removals, requests};
use super::service::end::load_owned;
use super::service::{Place, load_visible};
use crate::error::AppResult;
use crate::identity::repo::member_refs;

/// What everybody for whom it exists may know of a community.
///
/// # Errors
/// 404 when there is none for the viewer.
pub async fn detail(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<CommunityDetail> {
    let row = load_visible(db, viewer, id).await?.row;
    let looking_after = members::facilitating(db, id).await?;
    let people = member_refs(db, looking_after.iter().map(|row| row.member_id)).await?;
    let mut facilitators = Vec::with_capacity(looking_after.len());
    for row in &looking_after {
        let member = (row.member_id, row.role.as_str(), row.joined_at);
        facilitators.extend(mapping::community_member(member, &people)?);
    }
    let topics = topics_of(db, &[id]).await?.remove(&id);
    let counts = members::counts_of(db, &[id]).await?;
    Ok(CommunityDetail {
        community: community_ref(&row),
        charter: mapping::charter(&row),
        visibility: row.visibility.parse::<Visibility>()?.into(),
        join_rule: row.join_rule.parse::<JoinRule>()?.into(),
        topics: topics.unwrap_or_default(),
        picture: row.picture_id,
        members: counts.get(&id).copied().unwrap_or_default(),
        facilitators,
        nameless_allowed: row.nameless_allowed,
        hold_nameless: row.hold_nameless,
        archived_at: row.archived_at.map(from_micros),
        version: row.version,
        created_at: from_micros(row.created_at),
        purpose: row.purpose,
        rules: row.rules,
        language: row.language,
    })
}

/// A community as it concerns the viewer.
///
/// # Errors
/// 404 when there is none for them.
pub async fn viewer(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> AppResult<CommunityViewer> {
    let place = load_visible(db, viewer, id).await?;
    let (standing, me) = (&place.standing, viewer.member_id);
    let membership = members::find(db, id, me).await?;
    let joined_at = membership.map(|row| row.joined_at);
    let request = requests::find(db, id, me).await?;
    let (may_join, may_ask) = ways_in(db, &place, (me, request.as_ref()), now).await?;
    let facilitates = policy::facilitates(standing.role);
    let waiting = match facilitates {
        true => requests::count_waiting(db, id).await?,
        false => 0,
    };
    let is_new = |joined: i64| Timestamp::from_micros(joined).plus_days(NEW_DAYS) > now;
    Ok(CommunityViewer {
        role: standing.role.map(Into::into),
        joined_at: joined_at.map(from_micros),
        may_read: standing.can_read(),
        may_post: policy::can_post_in(standing).is_ok(),
        may_join,
        may_ask,
        may_leave: policy::can_leave(standing.role).is_ok(),
        facilitates,
        owns: policy::can_own(standing.role).is_ok(),
        request: request.map(my_request).transpose()?,
        invitation: my_invitation(db, &place, me).await?,
        welcome: joined_at
            .filter(|at| is_new(*at) && !place.row.welcome.is_empty())
            .map(|_| place.row.welcome.clone()),
        waiting: i64::try_from(waiting).unwrap_or(i64::MAX),
    })
}

/// Whether somebody may join at once, and whether they may ask to.
async fn ways_in(
    db: &impl ConnectionTrait,
    place: &Place,
    (me, request): (Uuid, Option<&RequestRow>),
    now: Timestamp,
) -> AppResult<(bool, bool)> {
    let standing = &place.standing;
    if standing.role.is_some() {
        return Ok((false, false));
    }
    let removed = removals::removed_at(db, place.row.id, me).await?;
    let comes_back = policy::can_come_back(removed, now).is_ok();
    let joins = policy::can_join(standing).is_ok() && (standing.invited || comes_back);
    let waits = request.is_some_and(|row| row.state == RequestState::Waiting.as_str());
    let declined = request.and_then(declined_at);
    let asks = policy::can_ask_to_join(standing, declined, now).is_ok();
    Ok((joins, asks && comes_back && !waits && !standing.invited))
}

async fn my_invitation(
    db: &impl ConnectionTrait,
    place: &Place,
    me: Uuid,
) -> AppResult<Option<MyCommunityInvitation>> {
    if !place.standing.invited {
        return Ok(None);
    }
    let Some(row) = invitations::find(db, place.row.id, me).await? else {
        return Ok(None);
    };
    let people = member_refs(db, row.by_id).await?;
    Ok(Some(MyCommunityInvitation {
        by: row.by_id.and_then(|id| people.get(&id).cloned()),
        word: row.word,
        at: from_micros(row.invited_at),
    }))
}

/// What deleting a community would do, as its owner sees it.
///
/// # Errors
/// 404 when there is none for them, 403 for who does not own it.
pub async fn deletion(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> AppResult<CommunityDeletion> {
    load_owned(db, viewer, id).await?;
    let members = members::counts_of(db, &[id]).await?;
    let posts = written_in(db, viewer, id).await?;
    let count = |kind: PostKind| posts.get(kind.as_str()).copied().unwrap_or_default();
    Ok(CommunityDeletion {
        members: members.get(&id).copied().unwrap_or_default(),
        questions: count(PostKind::Question),
        answers: count(PostKind::Answer),
        comments: count(PostKind::Comment),
        erased_at: from_micros(now.plus_days(DELETED_DAYS).micros()),
    })
}

/// When a wish was declined; none when it was not.
#[must_use]
pub fn declined_at(row: &RequestRow) -> Option<Timestamp> {
    let declined = row.state == RequestState::Declined.as_str();
    row.decided_at
        .filter(|_| declined)
        .map(Timestamp::from_micros)
}

fn my_request(row: RequestRow) -> AppResult<MyJoinRequest> {
    let again = declined_at(&row).map(|at| at.plus_days(ASK_AGAIN_DAYS));
    Ok(MyJoinRequest {
        state: row.state.parse::<RequestState>()?.into(),
        again_at: again.map(|at| from_micros(at.micros())),
        message: row.message,
        word: row.word,
        asked_at: from_micros(row.asked_at),
    })
}
