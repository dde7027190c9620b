//! The rows of notices: who of the recipients is told.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::communities::Visibility;
use tacit_domain::events::{Audience, Event, EventBody};
use tacit_domain::moderation::flags::FlagKind;
use tacit_domain::notices::{NoticeKind, NoticeReason};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::communities;
use super::recipients::{self, Place, Recipient};
use crate::db::entities::notice::{ActiveModel, Column, Entity, Model};
use crate::db::entities::{community, community_member, mention, post, post_flag, post_person};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::events::Recorded;
use crate::nameless::identity::deliver_to;

/// Rows of one statement.
const CHUNK: usize = 500;

/// Writes the notices of an event.
pub async fn tell(tx: &Tx, recorded: &Recorded) -> AppResult<()> {
    let event = &recorded.event;
    let (place, recipients) = if let Some(recipients) = communities::of(event) {
        (None, once(event.actor, recipients))
    } else if let Some((place, recipients)) = recipients::of(tx, event).await? {
        (Some(place), whom(tx, event, place, recipients).await?)
    } else {
        return Ok(());
    };
    for chunk in recipients.chunks(CHUNK) {
        let rows = chunk
            .iter()
            .map(|recipient| row(recorded, place, recipient));
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Each once, for the strongest reason; nobody hears of their own acts.
fn once(doer: Option<Uuid>, mut recipients: Vec<Recipient>) -> Vec<Recipient> {
    let mut seen: HashSet<Uuid> = doer.into_iter().collect();
    recipients.sort_by_key(|recipient| recipient.reason);
    recipients.retain(|recipient| seen.insert(recipient.member));
    recipients
}

/// The same, without whom it is not for. Muting belongs here.
async fn whom(
    tx: &Tx,
    event: &Event,
    place: Place,
    recipients: Vec<Recipient>,
) -> AppResult<Vec<Recipient>> {
    let mut once = once(doer(tx, event).await?, recipients);
    if once.is_empty() || event.audience == Audience::Everyone {
        return Ok(once);
    }
    let may_see = audience_among(tx, event.audience, place, &once).await?;
    once.retain(|recipient| may_see.contains(&recipient.member));
    Ok(once)
}

/// Who of the recipients belongs to an audience that is not everyone. Where everybody reads along, all do.
async fn audience_among(
    tx: &Tx,
    audience: Audience,
    place: Place,
    recipients: &[Recipient],
) -> AppResult<HashSet<Uuid>> {
    let members = recipients.iter().map(|recipient| recipient.member);
    let found: Vec<Uuid> = match audience {
        Audience::Everyone => members.collect(),
        Audience::Community(community) if is_open(tx, community).await? => members.collect(),
        Audience::Community(community) => {
            community_member::Entity::find()
                .select_only()
                .column(community_member::Column::MemberId)
                .filter(community_member::Column::CommunityId.eq(community))
                .filter(community_member::Column::MemberId.is_in(members))
                .into_tuple()
                .all(tx)
                .await?
        }
        Audience::People => {
            let mut named: Vec<Uuid> = post_person::Entity::find()
                .select_only()
                .column(post_person::Column::MemberId)
                .filter(post_person::Column::PostId.eq(place.post))
                .filter(post_person::Column::MemberId.is_in(members))
                .into_tuple()
                .all(tx)
                .await?;
            named.extend(author_of(tx, place.post).await?);
            named
        }
    };
    Ok(found.into_iter().collect())
}

/// Whether everybody reads along in a community.
async fn is_open(tx: &Tx, id: Uuid) -> AppResult<bool> {
    let visibility: Option<String> = community::Entity::find_by_id(id)
        .select_only()
        .column(community::Column::Visibility)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(visibility.is_some_and(|word| word == Visibility::Open.as_str()))
}

/// Who did it: of what only a hidden author could have done, that author, who may show themselves by now.
async fn doer(tx: &Tx, event: &Event) -> AppResult<Option<Uuid>> {
    use EventBody as E;
    let post = match &event.body {
        _ if event.actor.is_some() => return Ok(event.actor),
        E::AnswerAccepted { question } | E::AcceptanceWithdrawn { question } => *question,
        E::QuestionAsked { .. }
        | E::QuestionEdited { .. }
        | E::QuestionClosed { .. }
        | E::QuestionReopened
        | E::QuestionRouted { .. }
        | E::AnswerPosted { .. }
        | E::AnswerEdited { .. }
        | E::CommentPosted { .. }
        | E::CommentEdited { .. }
        | E::PostDeleted { .. } => event.subject,
        // Who says something in private is kept back too, and what the server does nobody did.
        _ => return Ok(None),
    };
    author_of(tx, post).await
}

/// Who wrote a post, also without their name: nobody but them reads what they are told.
pub async fn author_of(tx: &Tx, id: Uuid) -> AppResult<Option<Uuid>> {
    let author: Option<Option<Uuid>> = post::Entity::find_by_id(id)
        .select_only()
        .column(post::Column::AuthorId)
        .into_tuple()
        .one(tx)
        .await?;
    match author.flatten() {
        Some(author) => Ok(Some(author)),
        None => Ok(deliver_to(tx, id).await?),
    }
}

/// Whom a version of a post named first.
pub async fn named_by(tx: &Tx, post: Uuid, version: i32) -> AppResult<Vec<Uuid>> {
    Ok(mention::Entity::find()
        .select_only()
        .column(mention::Column::MemberId)
        .filter(mention::Column::PostId.eq(post))
        .filter(mention::Column::Version.eq(version))
        .into_tuple()
        .all(tx)
        .await?)
}

/// Who had said what was decided on then.
pub async fn flagged_by(
    tx: &Tx,
    post: Uuid,
    flag: FlagKind,
    decided: Timestamp,
) -> AppResult<Vec<Uuid>> {
    Ok(post_flag::Entity::find()
        .select_only()
        .column(post_flag::Column::MemberId)
        .filter(post_flag::Column::PostId.eq(post))
        .filter(post_flag::Column::Kind.eq(flag.as_str()))
        .filter(post_flag::Column::ResolvedAt.eq(decided.micros()))
        .into_tuple()
        .all(tx)
        .await?)
}

/// What a person of an import was told of belongs to the member they turned out to be. Where both were told of the same,
/// the stronger reason stays, as if it had been one person from the start.
pub async fn move_to(tx: &Tx, from: Uuid, into: Uuid) -> AppResult<()> {
    let old = Entity::find().filter(Column::MemberId.eq(from));
    for row in old.all(tx).await? {
        let key = (into, row.position);
        let own = Entity::find_by_id(key).one(tx).await?;
        let weaker = match &own {
            Some(own) => {
                own.reason.parse::<NoticeReason>()? <= row.reason.parse::<NoticeReason>()?
            }
            // Their own acts are their own, whichever name they did them under.
            None => row.actor_id == Some(into),
        };
        if weaker {
            continue;
        }
        Entity::delete_by_id(key).exec(tx).await?;
        let moved = Model {
            member_id: into,
            ..row
        };
        Entity::insert(moved.into_active_model().reset_all())
            .exec_without_returning(tx)
            .await?;
    }
    Entity::delete_many()
        .filter(Column::MemberId.eq(from))
        .exec(tx)
        .await?;
    Entity::update_many()
        .col_expr(Column::SubjectId, Expr::value(into))
        .filter(Column::SubjectId.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

/// What was told of a community that is erased, and of posts that are not there any more, is told no more.
pub async fn forget_community(tx: &Tx, community: Uuid) -> AppResult<()> {
    let kinds = NoticeKind::ALL.iter().filter(|kind| kind.is_of_community());
    Entity::delete_many()
        .filter(Column::Kind.is_in(kinds.map(|kind| kind.as_str())))
        .filter(Column::SubjectId.eq(community))
        .exec(tx)
        .await?;
    for column in [Column::PostId, Column::ParentId, Column::QuestionId] {
        Entity::delete_many()
            .filter(column.is_not_null())
            .filter(column.not_in_subquery(posts()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The ids of all posts.
pub fn posts() -> SelectStatement {
    Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .to_owned()
}

fn row(recorded: &Recorded, place: Option<Place>, recipient: &Recipient) -> ActiveModel {
    ActiveModel {
        member_id: Set(recipient.member),
        position: Set(recorded.position),
        kind: Set(recipient.kind.as_str().to_owned()),
        reason: Set(recipient.reason.as_str().to_owned()),
        subject_id: Set(recipient.subject),
        actor_id: Set(recorded.event.actor),
        post_id: Set(place.map(|place| place.post)),
        parent_id: Set(place.map(|place| place.parent)),
        question_id: Set(place.map(|place| place.question)),
        occurred_at: Set(recorded.event.occurred_at.micros()),
    }
}
