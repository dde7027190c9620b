//! Communities, who belongs to them, who waits to and who is invited.

use tacit_domain::communities::{CommunityName, CommunityRole, JoinRule, RequestState, Visibility};
use tacit_domain::events::{Audience, Event, EventBody, Origin};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Mistake, Names, Plan, id_at};
use crate::db::entities::{
    community, community_invitation, community_member, community_request, community_topic,
};
use crate::demo::content::Community;

/// Adds one, and says how it is called.
pub fn add(
    plan: &mut Plan,
    names: &mut Names,
    content: &Community,
    now: Timestamp,
) -> Result<(), Mistake> {
    let founded = now.plus_days(-content.days_ago);
    let id = id_at(founded);
    let visibility: Visibility = word("visibility", &content.visibility)?;
    plan.communities
        .push(row(content, id, visibility, founded)?);
    for (slug, position) in content.topics.iter().zip(0..) {
        plan.community_topics.push(community_topic::Model {
            community_id: id,
            topic_id: names.topic(slug)?,
            position,
        });
    }
    let owner = names.member(&content.owner)?;
    let body = EventBody::CommunityFounded { visibility };
    happened(plan, id, owner, body, founded);
    member(plan, id, owner, CommunityRole::Owner, founded);
    let facilitators = content.facilitators.iter();
    let facilitators = facilitators.map(|handle| (handle, CommunityRole::Facilitator));
    let members = content.members.iter();
    let members = members.map(|handle| (handle, CommunityRole::Member));
    for ((handle, role), nth) in facilitators.chain(members).zip(1..) {
        // Some days apart, the last long before what is asked now; nobody before they were here at all.
        let who = names.member(handle)?;
        let here = plan.members.iter().find(|row| row.id == who);
        let here = here.map_or(founded, |row| Timestamp::from_micros(row.created_at));
        let at = founded.plus_days(nth * 5).max(here.plus_days(1));
        member(plan, id, who, role, at);
        happened(plan, id, who, EventBody::CommunityJoined, at);
    }
    waiting(plan, names, content, (id, now))?;
    names.communities.insert(content.name.clone(), id);
    Ok(())
}

/// Who asks to be let in, and who is invited.
fn waiting(
    plan: &mut Plan,
    names: &Names,
    content: &Community,
    (id, now): (Uuid, Timestamp),
) -> Result<(), Mistake> {
    for asked in &content.asked {
        let at = now.plus_days(-asked.days_ago);
        plan.community_requests.push(community_request::Model {
            community_id: id,
            member_id: names.member(&asked.by)?,
            message: asked.message.clone(),
            state: RequestState::Waiting.as_str().to_owned(),
            word: String::new(),
            decided_by_id: None,
            asked_at: at.micros(),
            decided_at: None,
        });
    }
    for invited in &content.invited {
        let at = now.plus_days(-invited.days_ago);
        plan.community_invitations
            .push(community_invitation::Model {
                community_id: id,
                member_id: names.member(&invited.who)?,
                word: invited.word.clone(),
                by_id: Some(names.member(&invited.by)?),
                invited_at: at.micros(),
                declined_at: None,
            });
    }
    Ok(())
}

fn word<T: std::str::FromStr>(what: &str, word: &str) -> Result<T, Mistake> {
    word.parse().map_err(|_| Mistake::unknown(what, word))
}

fn member(plan: &mut Plan, id: Uuid, who: Uuid, role: CommunityRole, at: Timestamp) {
    plan.community_members.push(community_member::Model {
        community_id: id,
        member_id: who,
        role: role.as_str().to_owned(),
        joined_at: at.micros(),
    });
}

fn happened(plan: &mut Plan, id: Uuid, who: Uuid, body: EventBody, at: Timestamp) {
    let event = Event::new(Uuid::nil(), Some(who), id, body, at).audience(Audience::Community(id));
    plan.events.push(event.origin(Origin::Demo));
}

fn row(
    content: &Community,
    id: Uuid,
    visibility: Visibility,
    at: Timestamp,
) -> Result<community::Model, Mistake> {
    let name =
        CommunityName::parse(&content.name).map_err(|_| Mistake::unknown("name", &content.name))?;
    let join_rule: JoinRule = word("way in", &content.join_rule)?;
    Ok(community::Model {
        id,
        slug: name.slug(id.as_u128()),
        name: content.name.clone(),
        visibility: visibility.as_str().to_owned(),
        created_at: at.micros(),
        purpose: content.purpose.clone(),
        charter_for: content.for_whom.clone(),
        charter_get: content.get.clone(),
        charter_give: content.give.clone(),
        rules: content.rules.clone(),
        welcome: content.welcome.clone(),
        language: content.language.clone(),
        join_rule: join_rule.as_str().to_owned(),
        picture_id: None,
        nameless_allowed: false,
        hold_nameless: false,
        opened_at: (visibility == Visibility::Open).then(|| at.micros()),
        archived_at: None,
        deleted_at: None,
        version: 1,
        edited_at: None,
    })
}
