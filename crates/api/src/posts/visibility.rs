//! What a viewer may see of posts. Every list and every load of posts starts from [`visible_to`].
//!
//! A post is for everyone, for one community, or for its author and named people; a deleted one is for nobody. What does
//! not pass does not exist: its address answers 404, and it is missing from lists and counts alike.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, Select};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::AudienceKind;

use crate::db::entities::{community_member, post, post_deletion, post_person};

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
    let communities = Query::select()
        .column(community_member::Column::CommunityId)
        .from(community_member::Entity)
        .and_where(community_member::Column::MemberId.eq(viewer.member_id))
        .to_owned();
    let named = Query::select()
        .column(post_person::Column::PostId)
        .from(post_person::Entity)
        .and_where(post_person::Column::MemberId.eq(viewer.member_id))
        .to_owned();
    let audience = |kind: AudienceKind| post::Column::Audience.eq(kind.as_str());
    let in_community = Condition::all()
        .add(audience(AudienceKind::Community))
        .add(post::Column::CommunityId.in_subquery(communities));
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

/// The condition on rows of `post` that are the viewer's own and were deleted by somebody else, who owes them a reason.
#[must_use]
pub fn taken_from(viewer: &Viewer) -> Condition {
    use post_deletion::Column as D;
    let by_another = Query::select()
        .column(D::PostId)
        .from(post_deletion::Entity)
        .cond_where(
            Condition::any()
                .add(D::DeletedBy.is_null())
                .add(D::DeletedBy.ne(viewer.member_id)),
        )
        .to_owned();
    Condition::all()
        .add(post::Column::AuthorId.eq(viewer.member_id))
        .add(post::Column::Id.in_subquery(by_another))
        .add(audience_includes(viewer))
}

/// The posts a viewer may see: where every query of posts begins.
#[must_use]
pub fn visible_posts(viewer: &Viewer) -> Select<post::Entity> {
    post::Entity::find().filter(visible_to(viewer))
}

/// The audiences whose derived numbers a viewer may add up: `everyone` and the ids of their communities.
///
/// # Errors
/// A failure of the database.
pub async fn scopes_of(
    db: &impl sea_orm::ConnectionTrait,
    viewer: &Viewer,
) -> Result<Vec<String>, sea_orm::DbErr> {
    let communities: Vec<uuid::Uuid> = community_member::Entity::find()
        .select_only()
        .column(community_member::Column::CommunityId)
        .filter(community_member::Column::MemberId.eq(viewer.member_id))
        .into_tuple()
        .all(db)
        .await?;
    let everyone = AudienceKind::Everyone.as_str().to_owned();
    let ids = communities.iter().map(uuid::Uuid::to_string);
    Ok(std::iter::once(everyone).chain(ids).collect())
}
