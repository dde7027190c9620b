//! What a viewer may see of posts. Every list and every load of posts starts from [`visible_to`].
//!
//! A post is for everyone, for one community, or for its author and named people; a deleted one is for nobody. What is in a
//! community is read by its members, in an open one by everybody; what is in a deleted one by nobody. What does not pass
//! does not exist: its address answers 404, and it is missing from lists and counts alike.

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select,
};
use tacit_domain::communities::Visibility;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::AudienceKind;
use uuid::Uuid;

use crate::db::entities::{community, community_member, post, post_deletion, post_person};
use crate::nameless::identity::nameless_of;

/// The condition on rows of `post`.
#[must_use]
pub fn visible_to(viewer: &Viewer) -> Condition {
    Condition::all()
        .add(post::Column::DeletedAt.is_null())
        .add(audience_includes(viewer))
}

/// The condition on rows of `post` that are for the viewer, deleted or not. For who may see what was deleted, and for the
/// log of acts of office; everything else asks [`visible_to`].
#[must_use]
pub fn audience_includes(viewer: &Viewer) -> Condition {
    let named = Query::select()
        .column(post_person::Column::PostId)
        .from(post_person::Entity)
        .and_where(post_person::Column::MemberId.eq(viewer.member_id))
        .to_owned();
    let audience = |kind: AudienceKind| post::Column::Audience.eq(kind.as_str());
    let in_community = Condition::all()
        .add(audience(AudienceKind::Community))
        .add(post::Column::CommunityId.in_subquery(readable_communities(viewer)));
    let among_people = Condition::all().add(audience(AudienceKind::People)).add(
        Condition::any()
            .add(post::Column::AuthorId.eq(viewer.member_id))
            .add(post::Column::Id.in_subquery(named)),
    );
    Condition::any()
        .add(audience(AudienceKind::Everyone))
        .add(in_community)
        .add(among_people)
}

/// The ids of the communities the viewer reads.
#[must_use]
pub fn readable_communities(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .column(community::Column::Id)
        .from(community::Entity)
        .cond_where(reads(viewer))
        .to_owned()
}

/// The condition on rows of `community` whose posts the viewer reads: the open ones and their own, while they are there.
#[must_use]
pub fn reads(viewer: &Viewer) -> Condition {
    let open = community::Column::Visibility.eq(Visibility::Open.as_str());
    Condition::all()
        .add(community::Column::DeletedAt.is_null())
        .add(
            Condition::any()
                .add(open)
                .add(community::Column::Id.in_subquery(communities_of(viewer))),
        )
}

/// The ids of the communities the viewer belongs to, also deleted ones.
#[must_use]
pub fn communities_of(viewer: &Viewer) -> SelectStatement {
    Query::select()
        .column(community_member::Column::CommunityId)
        .from(community_member::Entity)
        .and_where(community_member::Column::MemberId.eq(viewer.member_id))
        .to_owned()
}

/// The condition on rows of `post` that stand where a member writes: anywhere but in communities that are archived or not
/// theirs.
#[must_use]
pub fn written_where(member: Uuid) -> Condition {
    let going_on = Query::select()
        .column(community::Column::Id)
        .from(community::Entity)
        .and_where(community::Column::ArchivedAt.is_null())
        .to_owned();
    let theirs = Query::select()
        .column(community_member::Column::CommunityId)
        .from(community_member::Entity)
        .and_where(community_member::Column::MemberId.eq(member))
        .and_where(community_member::Column::CommunityId.in_subquery(going_on))
        .to_owned();
    Condition::any()
        .add(post::Column::CommunityId.is_null())
        .add(post::Column::CommunityId.in_subquery(theirs))
}

/// The condition on rows of `post` that are the viewer's own and were deleted by somebody else, who owes them a reason.
#[must_use]
pub fn taken_from(viewer: &Viewer) -> Condition {
    use post_deletion::Column as D;
    let deleted = |by: Condition| {
        let rows = Query::select()
            .column(D::PostId)
            .from(post_deletion::Entity)
            .cond_where(by)
            .to_owned();
        post::Column::Id.in_subquery(rows)
    };
    let by_another = Condition::any()
        .add(D::DeletedBy.is_null())
        .add(D::DeletedBy.ne(viewer.member_id));
    let named = Condition::all()
        .add(post::Column::AuthorId.eq(viewer.member_id))
        .add(deleted(by_another));
    // Nobody's name there is the hidden author's own deletion.
    let nameless = Condition::all()
        .add(post::Column::Id.in_subquery(nameless_of(viewer.member_id)))
        .add(deleted(Condition::all().add(D::DeletedBy.is_not_null())));
    Condition::all()
        .add(Condition::any().add(named).add(nameless))
        .add(audience_includes(viewer))
}

/// The posts a viewer may see: where every query of posts begins.
#[must_use]
pub fn visible_posts(viewer: &Viewer) -> Select<post::Entity> {
    post::Entity::find().filter(visible_to(viewer))
}

/// The audiences whose derived numbers a viewer may add up: `everyone` and the ids of the communities they read.
///
/// # Errors
/// A failure of the database.
pub async fn scopes_of(db: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<String>, DbErr> {
    let communities: Vec<Uuid> = community::Entity::find()
        .select_only()
        .column(community::Column::Id)
        .filter(reads(viewer))
        .into_tuple()
        .all(db)
        .await?;
    let everyone = AudienceKind::Everyone.as_str().to_owned();
    let ids = communities.iter().map(Uuid::to_string);
    Ok(std::iter::once(everyone).chain(ids).collect())
}
