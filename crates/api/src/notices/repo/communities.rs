//! Notices about communities: those that still stand for the viewer, and what they name.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use tacit_contract::notices::NoticeCommunity;
use tacit_domain::communities::{CommunityRole, RequestState};
use tacit_domain::identity::Viewer;
use tacit_domain::notices::NoticeKind;
use uuid::Uuid;

use crate::communities::repo::lists::known_to;
use crate::communities::repo::members::roles_of;
use crate::db::entities::{
    community, community_invitation, community_member, community_removal, community_request, notice,
};
use crate::error::AppResult;

/// What a notice stands for, by its kind and community.
pub type Named = HashMap<(NoticeKind, Uuid), NoticeCommunity>;

/// The condition on rows of `notice` that are not about a community, or about one that exists for the viewer. Who asks to join
/// is told to who looks after it, as long as they wait. That one was taken out is told until one is back.
#[must_use]
pub fn stands(viewer: &Viewer) -> Condition {
    let is = |kind: NoticeKind| notice::Column::Kind.eq(kind.as_str());
    let kinds = NoticeKind::ALL.iter().filter(|kind| kind.is_of_community());
    let elsewhere = notice::Column::Kind.is_not_in(kinds.map(|kind| kind.as_str()));
    let about = |which: SelectStatement| notice::Column::SubjectId.in_subquery(which);
    let asked = Condition::all()
        .add(is(NoticeKind::CommunityAsked))
        .add(about(ids_of(known_to(viewer))))
        .add(about(facilitated_by(viewer)))
        .add(Expr::exists(waiting()));
    let removed = Condition::all()
        .add(is(NoticeKind::CommunityRemoved))
        .add(about(removed_from(viewer)));
    let other = [
        NoticeKind::CommunityDecided,
        NoticeKind::CommunityInvited,
        NoticeKind::CommunityRole,
    ];
    let known = Condition::all()
        .add(notice::Column::Kind.is_in(other.map(NoticeKind::as_str)))
        .add(about(ids_of(known_to(viewer))));
    Condition::any()
        .add(elsewhere)
        .add(asked)
        .add(removed)
        .add(known)
}

fn ids_of(which: Condition) -> SelectStatement {
    Query::select()
        .column(community::Column::Id)
        .from(community::Entity)
        .cond_where(which)
        .to_owned()
}

fn facilitated_by(viewer: &Viewer) -> SelectStatement {
    use community_member::Column as C;
    let looking_after = [CommunityRole::Owner, CommunityRole::Facilitator];
    Query::select()
        .column(C::CommunityId)
        .from(community_member::Entity)
        .and_where(C::MemberId.eq(viewer.member_id))
        .and_where(C::Role.is_in(looking_after.map(CommunityRole::as_str)))
        .to_owned()
}

/// The wish of the notice's actor, as long as nobody has decided.
fn waiting() -> SelectStatement {
    use community_request::Column as C;
    let of = |column: C| Expr::col((community_request::Entity, column));
    let notice = |column: notice::Column| Expr::col((notice::Entity, column));
    Query::select()
        .expr(Expr::val(1))
        .from(community_request::Entity)
        .and_where(of(C::CommunityId).eq(notice(notice::Column::SubjectId)))
        .and_where(of(C::MemberId).eq(notice(notice::Column::ActorId)))
        .and_where(of(C::State).eq(RequestState::Waiting.as_str()))
        .to_owned()
}

fn removed_from(viewer: &Viewer) -> SelectStatement {
    use community_removal::Column as C;
    Query::select()
        .column(C::CommunityId)
        .from(community_removal::Entity)
        .and_where(C::MemberId.eq(viewer.member_id))
        .to_owned()
}

/// What notices about communities stand for.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn named(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    which: Vec<(NoticeKind, Uuid)>,
) -> AppResult<Named> {
    let mut found = Named::new();
    if which.is_empty() {
        return Ok(found);
    }
    let ids: Vec<Uuid> = which.iter().map(|(_, id)| *id).collect();
    let known = known(db, viewer, &ids).await?;
    let removed = removals(db, viewer, &ids).await?;
    let said = said(db, viewer, &ids).await?;
    for (kind, id) in which {
        let shown = match kind {
            NoticeKind::CommunityRemoved => removed.get(&id),
            _ => known.get(&id),
        };
        if let Some(shown) = shown {
            let mut shown = shown.clone();
            if let Some(word) = said.get(&(kind, id)) {
                shown.word.clone_from(word);
            }
            found.insert((kind, id), shown);
        }
    }
    Ok(found)
}

async fn known(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, NoticeCommunity>> {
    let roles = roles_of(db, viewer, ids).await?;
    let rows = community::Entity::find()
        .filter(community::Column::Id.is_in(ids.iter().copied()))
        .filter(known_to(viewer))
        .all(db)
        .await?;
    let shown = |row: community::Model| {
        let shown = NoticeCommunity {
            id: row.id,
            name: row.name,
            language: row.language,
            role: roles.get(&row.id).copied().map(Into::into),
            word: String::new(),
        };
        (row.id, shown)
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Communities the viewer was taken out of, as they were called then, with what the viewer was told.
async fn removals(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, NoticeCommunity>> {
    use community_removal::Column as C;
    let rows = community_removal::Entity::find()
        .filter(C::MemberId.eq(viewer.member_id))
        .filter(C::CommunityId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let shown = |row: community_removal::Model| {
        let shown = NoticeCommunity {
            id: row.community_id,
            name: row.name,
            language: row.language,
            role: None,
            word: row.word,
        };
        (row.community_id, shown)
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// What was said to the viewer with an invitation and with a decision.
async fn said(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<(NoticeKind, Uuid), String>> {
    let mut said = HashMap::new();
    let invitations = community_invitation::Entity::find()
        .filter(community_invitation::Column::MemberId.eq(viewer.member_id))
        .filter(community_invitation::Column::CommunityId.is_in(ids.iter().copied()));
    for row in invitations.all(db).await? {
        said.insert((NoticeKind::CommunityInvited, row.community_id), row.word);
    }
    let decisions = community_request::Entity::find()
        .filter(community_request::Column::MemberId.eq(viewer.member_id))
        .filter(community_request::Column::CommunityId.is_in(ids.iter().copied()));
    for row in decisions.all(db).await? {
        said.insert((NoticeKind::CommunityDecided, row.community_id), row.word);
    }
    Ok(said)
}
