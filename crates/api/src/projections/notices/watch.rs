//! What members watch, as the log tells it.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use tacit_domain::events::{Event, EventBody};
use uuid::Uuid;

use super::told::author_of;
use crate::db::entities::notice_watch::{ActiveModel, Column, Entity, Model};
use crate::db::tx::Tx;
use crate::error::AppResult;

tacit_domain::words! {
    /// What can be watched.
    pub enum Watched {
        /// A question, followed.
        Question = "question",
        /// A topic, followed.
        Topic = "topic",
        /// A member, followed.
        Member = "member",
        /// A post one has commented on.
        Thread = "thread",
        /// A need, joined.
        Need = "need",
        /// A need one offered to help with.
        NeedHelp = "need_help",
    }
}

/// Takes in who watches what from now on.
pub async fn follow_event(tx: &Tx, event: &Event) -> AppResult<()> {
    use EventBody as E;
    let (kind, subject, following) = match &event.body {
        E::QuestionFollowed => (Watched::Question, event.subject, true),
        E::QuestionUnfollowed => (Watched::Question, event.subject, false),
        E::TopicFollowed => (Watched::Topic, event.subject, true),
        E::TopicUnfollowed => (Watched::Topic, event.subject, false),
        E::MemberFollowed => (Watched::Member, event.subject, true),
        E::MemberUnfollowed => (Watched::Member, event.subject, false),
        E::CommentPosted { parent, .. } => (Watched::Thread, *parent, true),
        E::NeedJoined => (Watched::Need, event.subject, true),
        E::NeedLeft => (Watched::Need, event.subject, false),
        E::NeedHelpOffered => (Watched::NeedHelp, event.subject, true),
        E::NeedHelpWithdrawn => (Watched::NeedHelp, event.subject, false),
        E::TopicMerged { into } => {
            return move_subject(tx, Watched::Topic, event.subject, *into).await;
        }
        E::MemberLinked { into } => {
            move_subject(tx, Watched::Member, event.subject, *into).await?;
            return move_watcher(tx, event.subject, *into).await;
        }
        _ => return Ok(()),
    };
    // Without a name: the hidden author of what it happened to.
    let member = match event.actor {
        Some(member) => Some(member),
        None => author_of(tx, event.subject).await?,
    };
    let Some(member) = member else {
        return Ok(());
    };
    let row = Model {
        member_id: member,
        subject_kind: kind.as_str().to_owned(),
        subject_id: subject,
        following,
    };
    upsert(tx, vec![row], true).await
}

/// Members who watch one of the subjects, each once with the first of these they watch.
pub async fn watchers(tx: &Tx, kind: Watched, subjects: &[Uuid]) -> AppResult<Vec<(Uuid, Uuid)>> {
    let rows: Vec<(Uuid, Uuid)> = Entity::find()
        .select_only()
        .column(Column::MemberId)
        .column(Column::SubjectId)
        .filter(Column::SubjectKind.eq(kind.as_str()))
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::Following.eq(true))
        .into_tuple()
        .all(tx)
        .await?;
    let place = |subject: &Uuid| subjects.iter().position(|other| other == subject);
    let mut rows = rows;
    rows.sort_by_key(|(member, subject)| (*member, place(subject)));
    rows.dedup_by_key(|(member, _)| *member);
    Ok(rows)
}

/// Nobody watches posts that are not there any more.
pub async fn forget_gone(tx: &Tx) -> AppResult<()> {
    let posts = [
        Watched::Question,
        Watched::Thread,
        Watched::Need,
        Watched::NeedHelp,
    ];
    Entity::delete_many()
        .filter(Column::SubjectKind.is_in(posts.map(Watched::as_str)))
        .filter(Column::SubjectId.not_in_subquery(super::told::posts()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether a member has said that they do not want to hear of it.
pub async fn has_declined(tx: &Tx, member: Uuid, kind: Watched, subject: Uuid) -> AppResult<bool> {
    let key = (member, kind.as_str().to_owned(), subject);
    let row = Entity::find_by_id(key).one(tx).await?;
    Ok(row.is_some_and(|row| !row.following))
}

async fn move_subject(tx: &Tx, kind: Watched, from: Uuid, into: Uuid) -> AppResult<()> {
    let old = Entity::find()
        .filter(Column::SubjectKind.eq(kind.as_str()))
        .filter(Column::SubjectId.eq(from));
    let moved = old.all(tx).await?.into_iter().map(|row| Model {
        subject_id: into,
        ..row
    });
    // Whoever follows both follows; whoever declined one and follows the other follows.
    let (follow, declined): (Vec<Model>, Vec<Model>) = moved.partition(|row| row.following);
    upsert(tx, follow, true).await?;
    upsert(tx, declined, false).await?;
    Entity::delete_many()
        .filter(Column::SubjectKind.eq(kind.as_str()))
        .filter(Column::SubjectId.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

async fn move_watcher(tx: &Tx, from: Uuid, into: Uuid) -> AppResult<()> {
    let old = Entity::find()
        .filter(Column::MemberId.eq(from))
        .all(tx)
        .await?;
    let moved = old.into_iter().map(|row| Model {
        member_id: into,
        ..row
    });
    upsert(tx, moved.collect(), false).await?;
    Entity::delete_many()
        .filter(Column::MemberId.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

async fn upsert(tx: &Tx, rows: Vec<Model>, replace: bool) -> AppResult<()> {
    let mut there = OnConflict::columns([Column::MemberId, Column::SubjectKind, Column::SubjectId]);
    if replace {
        there.update_column(Column::Following);
    } else {
        there.do_nothing();
    }
    for chunk in rows.chunks(500) {
        let rows = chunk.iter().map(|row| ActiveModel {
            following: Set(row.following),
            ..row.clone().into_active_model()
        });
        Entity::insert_many(rows.map(IntoActiveModel::into_active_model))
            .on_conflict(there.clone())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
