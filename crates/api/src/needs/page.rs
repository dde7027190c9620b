//! A need's page: the part that is the same for all who may see it, and the part that is the viewer's own.

use sea_orm::ConnectionTrait;
use tacit_contract::needs::{MyConfirmation, NeedDetail, NeedViewer};
use tacit_contract::posts::PostViewer;
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::deletion::{Standing as PostStanding, offers_delete};
use tacit_domain::moderation::flags::can_flag;
use tacit_domain::moderation::policy::acts_in_office;
use tacit_domain::needs::{Helped, HelperKind, policy};
use tacit_domain::posts::{AudienceKind, PostKind};
use uuid::Uuid;

use super::mapping;
use super::repo::helpers::{self, HelperRow};
use super::repo::needs::list_steps;
use super::repo::responses;
use super::repo::supporters::{ConfirmationRow, find_join, list_confirmations, list_joins};
use super::service::{Need, load};
use crate::communities::service::{Here, here};
use crate::drafts;
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::moderation::mapping::flags_for;
use crate::moderation::repo::flags::open_on;
use crate::posts::audience::shown_people;
use crate::posts::mapping::{by_name, byline, post_viewer};
use crate::questions::repo::questions::find_shared_refs;
use crate::topics::repo::topics::of_posts;

/// So many of those who joined are named.
const NAMED: u64 = 100;

/// The shared part.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn detail(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<NeedDetail> {
    let Need { placed, row, .. } = load(db, viewer, id).await?;
    let post = placed.post;
    let joins = list_joins(db, id, NAMED).await?;
    let helpers = helpers::list(db, &[id]).await?;
    let linked = responses::list(db, &[id]).await?;
    let steps = list_steps(db, id).await?;
    let said = list_confirmations(db, id).await?;
    let mut named: Vec<Uuid> = post.author_id.into_iter().chain(row.taken_by_id).collect();
    named.extend(joins.iter().map(|row| row.member_id));
    named.extend(helpers.iter().map(|row| row.member_id));
    named.extend(helpers.iter().filter_map(|row| row.by_id));
    named.extend(linked.iter().filter_map(|row| row.added_by_id));
    named.extend(steps.iter().filter_map(|row| row.actor_id));
    named.extend(said.iter().map(|row| row.member_id));
    let said_to = shown_people(db, &post).await?;
    named.extend(said_to.iter().copied());
    let people = member_refs(db, named).await?;
    let questions: Vec<Uuid> = linked.iter().filter_map(|row| row.question_id).collect();
    let questions = find_shared_refs(db, viewer, &post, &questions).await?;
    let mut shown = Vec::with_capacity(linked.len());
    for row in linked {
        shown.extend(mapping::response(row, &people, &questions)?);
    }
    let state: tacit_domain::needs::NeedState = row.state.parse()?;
    let (offers, suggestions): (Vec<HelperRow>, Vec<HelperRow>) = helpers
        .into_iter()
        .partition(|row| row.kind == HelperKind::Volunteer.as_str());
    let result = mapping::result(said, &people)?;
    let topics = of_posts(db, &[id]).await?.remove(&id).unwrap_or_default();
    Ok(NeedDetail {
        id,
        by: byline(&post, &people),
        audience: post.audience.parse::<AudienceKind>()?.into(),
        people: by_name(&said_to, &people),
        state: state.into(),
        topics,
        forms: mapping::forms(&row.forms)?,
        wanted_by: row.wanted_by.map(from_micros),
        supporters: row.supporters,
        joined: filled(joins, |row| mapping::supporter(row, &people)),
        offers: filled(offers, |row| mapping::offer(row, &people)),
        suggestions: filled(suggestions, |row| mapping::suggestion(row, &people)),
        taken_by: row.taken_by_id.and_then(|id| people.get(&id).cloned()),
        responses: shown,
        steps: steps
            .into_iter()
            .map(|row| mapping::step(row, &people))
            .collect::<AppResult<_>>()?,
        result: state.is_met().then_some(result),
        wish: row.wish,
        why: post.body,
        why_html: post.body_html,
        language: post.language,
        version: post.version,
        created_at: from_micros(post.created_at),
        edited_at: post.edited_at.map(from_micros),
        state_at: from_micros(row.state_at),
    })
}

fn filled<R, T>(rows: Vec<R>, map: impl FnMut(R) -> Option<T>) -> Vec<T> {
    rows.into_iter().filter_map(map).collect()
}

/// The viewer's own part.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn viewer(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<NeedViewer> {
    let need = load(db, viewer, id).await?;
    let (standing, me) = (&need.standing, viewer.member_id);
    let join = find_join(db, id, me).await?;
    let helpers = helpers::list(db, &[id]).await?;
    let own = |kind: HelperKind| {
        let mut rows = helpers.iter();
        rows.find(|row| row.member_id == me && row.kind == kind.as_str())
    };
    let suggested = helpers
        .iter()
        .filter(|row| row.kind == HelperKind::Suggested.as_str());
    let linked = responses::list(db, &[id]).await?;
    let said = list_confirmations(db, id).await?;
    let mine = said.into_iter().find(|row| row.member_id == me);
    let joined = join.is_some();
    let here = here(db, viewer, need.placed.post.community_id).await?;
    let goes_on = here.goes_on;
    Ok(NeedViewer {
        post: own_post(db, viewer, &need, here).await?,
        edit_needs_reason: acts_in_office(viewer, standing.owner),
        may_join: goes_on && policy::can_join(viewer, standing).is_ok(),
        joined: join.map(|row| row.why),
        may_help: goes_on && policy::can_volunteer(viewer, standing).is_ok(),
        offering: own(HelperKind::Volunteer).map(|row| row.word.clone()),
        suggested: own(HelperKind::Suggested).is_some(),
        may_withdraw: suggested
            .filter(|row| {
                policy::can_withdraw_suggestion(viewer, standing, row.by_id, row.member_id).is_ok()
            })
            .map(|row| row.member_id)
            .collect(),
        may_respond: goes_on && policy::can_respond(standing).is_ok(),
        may_remove: linked
            .iter()
            .filter(|row| policy::can_remove_response(viewer, standing, row.added_by_id).is_ok())
            .map(|row| row.id)
            .collect(),
        moves: policy::offered_moves(viewer, standing)
            .iter()
            .copied()
            .filter(|_| goes_on)
            .map(Into::into)
            .collect(),
        may_take_on: goes_on
            && policy::can_take_on(viewer, standing).is_ok()
            && need.row.taken_by_id != Some(me),
        may_let_go: goes_on && policy::can_let_go(viewer).is_ok() && need.row.taken_by_id.is_some(),
        may_confirm: goes_on && policy::can_confirm(viewer, standing, joined).is_ok(),
        confirmed: mine.map(confirmation).transpose()?,
        drafts: drafts::repo::places_on(db, me, &[id]).await?,
    })
}

fn confirmation(row: ConfirmationRow) -> AppResult<MyConfirmation> {
    Ok(MyConfirmation {
        helped: row.helped.parse::<Helped>()?.into(),
        word: row.word,
    })
}

async fn own_post(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    need: &Need,
    here: Here,
) -> AppResult<PostViewer> {
    let (id, author) = (need.row.post_id, need.standing.owner);
    let delete = offers_delete(viewer, &post_standing(need));
    let flags = open_on(db, &[id]).await?;
    let flags = flags.get(&id).map_or(&[][..], Vec::as_slice);
    let (flagged, said) = flags_for(viewer, author, flags);
    Ok(PostViewer {
        may_mark: false,
        may_delete: delete.is_some(),
        delete_needs_reason: delete == Some(true),
        may_flag: can_flag(viewer, author).is_ok(),
        flagged,
        said,
        ..post_viewer(viewer, id, author, false, here)
    })
}

/// What decides whether a need may go.
#[must_use]
pub const fn post_standing(need: &Need) -> PostStanding {
    PostStanding {
        kind: PostKind::Need,
        author: need.standing.owner,
        answered: need.row.supporters > 1,
        accepted: false,
        has_duplicates: false,
    }
}

/// Wish and why of a need.
///
/// # Errors
/// 404 when there is none the viewer may see.
pub async fn texts(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<(String, String)> {
    let need = load(db, viewer, id).await?;
    Ok((need.row.wish, need.placed.post.body))
}
