//! Who may be named at all.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::posts::{AudienceKind, PostKind};
use uuid::Uuid;

use crate::db::entities::{answer, community_member, department, member, post};
use crate::error::{AppError, AppResult};
use crate::posts::audience::people_of;
use crate::posts::visibility::visible_posts;
use crate::search::hits::ShownMember;

/// Ids of one IN list.
const IDS: usize = 1_000;

/// Who is not to be named for a question.
pub struct LeftOut {
    people: HashSet<Uuid>,
    /// Those who may see it, when not everyone may.
    only: Option<HashSet<Uuid>>,
}

/// Who is not to be named: the viewer; for a question that was asked its asker, who answered it, and who may not see it.
/// An asker whose name is hidden is nobody here, or their absence would tell.
///
/// # Errors
/// 404 when the viewer may not see the question.
pub async fn left_out(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Option<Uuid>,
) -> AppResult<LeftOut> {
    let mut people = HashSet::from([viewer.member_id]);
    let Some(question) = question else {
        return Ok(LeftOut { people, only: None });
    };
    // For a hidden asker people are found with nobody's eyes.
    let seen = match viewer.member_id.is_nil() {
        true => post::Entity::find().filter(post::Column::DeletedAt.is_null()),
        false => visible_posts(viewer),
    };
    let row = seen
        .filter(post::Column::Id.eq(question))
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .one(db)
        .await?
        .ok_or_else(AppError::not_found)?;
    people.extend(row.author_id.filter(|_| !row.author_hidden));
    people.extend(answerers(db, viewer, question).await?);
    let only = match row.audience.parse()? {
        AudienceKind::Everyone => None,
        AudienceKind::Community => Some(of_community(db, row.community_id).await?),
        AudienceKind::People => Some(people_of(db, question).await?.into_iter().collect()),
    };
    Ok(LeftOut { people, only })
}

async fn answerers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Uuid,
) -> AppResult<Vec<Uuid>> {
    let answers: Vec<Uuid> = answer::Entity::find()
        .select_only()
        .column(answer::Column::PostId)
        .filter(answer::Column::QuestionId.eq(question))
        .into_tuple()
        .all(db)
        .await?;
    let authors: Vec<Option<Uuid>> = visible_posts(viewer)
        .select_only()
        .column(post::Column::AuthorId)
        .filter(post::Column::Id.is_in(answers))
        .filter(post::Column::AuthorHidden.eq(false))
        .into_tuple()
        .all(db)
        .await?;
    Ok(authors.into_iter().flatten().collect())
}

async fn of_community(
    db: &impl ConnectionTrait,
    community: Option<Uuid>,
) -> AppResult<HashSet<Uuid>> {
    let members: Vec<Uuid> = community_member::Entity::find()
        .select_only()
        .column(community_member::Column::MemberId)
        .filter(community_member::Column::CommunityId.is_in(community))
        .into_tuple()
        .all(db)
        .await?;
    Ok(members.into_iter().collect())
}

impl LeftOut {
    /// Leaves out who does not belong to a community.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn keep_to(&mut self, db: &impl ConnectionTrait, community: Uuid) -> AppResult<()> {
        let mut members = of_community(db, Some(community)).await?;
        if let Some(only) = &self.only {
            members.retain(|id| only.contains(id));
        }
        self.only = Some(members);
        Ok(())
    }

    /// Leaves these out too.
    pub fn leave_out(&mut self, people: impl IntoIterator<Item = Uuid>) {
        self.people.extend(people);
    }
}

/// Of these people, those who may be named, with their departments.
///
/// # Errors
/// A failure of the database.
pub async fn shown(
    db: &impl ConnectionTrait,
    people: &[Uuid],
    left_out: &LeftOut,
    unclaimed: bool,
) -> AppResult<HashMap<Uuid, ShownMember>> {
    let mut statuses = vec![MemberStatus::Active.as_str()];
    if unclaimed {
        statuses.push(MemberStatus::Unclaimed.as_str());
    }
    let departments = department::Entity::find().all(db).await?;
    let departments: HashMap<Uuid, department::Model> =
        departments.into_iter().map(|row| (row.id, row)).collect();
    let may = |id: &Uuid| {
        let sees = left_out.only.as_ref().is_none_or(|only| only.contains(id));
        sees && !left_out.people.contains(id)
    };
    let people: Vec<Uuid> = people.iter().copied().filter(may).collect();
    let mut found = HashMap::with_capacity(people.len());
    for chunk in people.chunks(IDS) {
        let rows = member::Entity::find()
            .filter(member::Column::Id.is_in(chunk.iter().copied()))
            .filter(member::Column::Status.is_in(statuses.iter().copied()))
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|row| {
            let department = row.department_id.and_then(|id| departments.get(&id));
            (row.id, (row, department.cloned()))
        }));
    }
    Ok(found)
}
