//! Evidence that a viewer may see: answers that are visible to them, and voices of audiences they belong to.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter,
    QuerySelect, Select,
};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{expertise_answer, expertise_voice, post, question};
use crate::posts::visibility::visible_to;

/// Ids of one IN list.
const IDS: usize = 1_000;

/// Which evidence to read.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    /// Of these members, in all topics.
    Members(&'a [Uuid]),
    /// In these topics, of all members.
    Topics(&'a [Uuid]),
    /// To these questions, of all members; answers only.
    Questions(&'a [Uuid]),
}

/// What makes the same selection of other ids.
type Wrap<'a> = fn(&'a [Uuid]) -> Of<'a>;

impl<'a> Of<'a> {
    fn chunks(self) -> impl Iterator<Item = Self> {
        let (ids, wrap): (&'a [Uuid], Wrap<'a>) = match self {
            Self::Members(ids) => (ids, Of::Members),
            Self::Topics(ids) => (ids, Of::Topics),
            Self::Questions(ids) => (ids, Of::Questions),
        };
        ids.chunks(IDS).map(wrap)
    }
}

/// Rows of answers.
///
/// # Errors
/// A failure of the database.
pub async fn answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    of: Of<'_>,
) -> Result<Vec<expertise_answer::Model>, DbErr> {
    use expertise_answer::Column as A;
    let mut found = Vec::new();
    for chunk in of.chunks() {
        let those = match chunk {
            Of::Members(ids) => A::MemberId.is_in(ids.iter().copied()),
            Of::Topics(ids) => A::TopicId.is_in(ids.iter().copied()),
            Of::Questions(ids) => A::QuestionId.is_in(ids.iter().copied()),
        };
        found.extend(visible_answers(viewer).filter(those).all(db).await?);
    }
    Ok(found)
}

/// Rows of answers that the viewer may see.
fn visible_answers(viewer: &Viewer) -> Select<expertise_answer::Entity> {
    let to_post = expertise_answer::Entity::belongs_to(post::Entity)
        .from(expertise_answer::Column::AnswerId)
        .to(post::Column::Id)
        .into();
    expertise_answer::Entity::find()
        .join(JoinType::InnerJoin, to_post)
        .filter(visible_to(viewer))
}

/// Rows of voices within the scopes.
///
/// # Errors
/// A failure of the database.
pub async fn voices(
    db: &impl ConnectionTrait,
    scopes: &[String],
    of: Of<'_>,
) -> Result<Vec<expertise_voice::Model>, DbErr> {
    use expertise_voice::Column as V;
    let mut found = Vec::new();
    for chunk in of.chunks() {
        let those = match chunk {
            Of::Members(ids) => V::MemberId.is_in(ids.iter().copied()),
            Of::Topics(ids) => V::TopicId.is_in(ids.iter().copied()),
            // A voice names its answer, not the question.
            Of::Questions(_) => continue,
        };
        let rows = expertise_voice::Entity::find()
            .filter(Condition::all().add(those))
            .filter(V::Scope.is_in(scopes.iter().map(String::as_str)))
            .all(db)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// When each of these members answered since a time, each answer once, as far as the viewer may see them.
///
/// # Errors
/// A failure of the database.
pub async fn answered_since(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    members: &[Uuid],
    since: Timestamp,
) -> Result<BTreeSet<(Uuid, Uuid, Timestamp)>, DbErr> {
    use expertise_answer::Column as A;
    let mut found = BTreeSet::new();
    for chunk in members.chunks(IDS) {
        let rows: Vec<(Uuid, Uuid, i64)> = visible_answers(viewer)
            .select_only()
            .columns([A::MemberId, A::AnswerId, A::AnsweredAt])
            .filter(A::MemberId.is_in(chunk.iter().copied()))
            .filter(A::AnsweredAt.gt(since.micros()))
            .into_tuple()
            .all(db)
            .await?;
        let rows = rows.into_iter();
        found.extend(rows.map(|(member, answer, at)| (member, answer, Timestamp::from_micros(at))));
    }
    Ok(found)
}

/// The accepted answers of these questions.
///
/// # Errors
/// A failure of the database.
pub async fn accepted_in(
    db: &impl ConnectionTrait,
    questions: &[Uuid],
) -> Result<BTreeSet<Uuid>, DbErr> {
    let rows: Vec<Option<Uuid>> = question::Entity::find()
        .select_only()
        .column(question::Column::AcceptedAnswerId)
        .filter(question::Column::PostId.is_in(questions.iter().copied()))
        .filter(question::Column::AcceptedAnswerId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}
