//! Which answers, and the endorsements of which topics, events may have changed.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::events::EventBody;
use uuid::Uuid;

use super::chunks;
use crate::db::entities::{
    answer, endorsement, expertise_answer, expertise_voice, post, post_topic,
};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::events::Recorded;

/// What to derive anew.
#[derive(Default)]
pub struct Touched {
    pub answers: BTreeSet<Uuid>,
    pub topics: BTreeSet<Uuid>,
}

/// What the events themselves name.
#[derive(Default)]
struct Named {
    /// Perhaps answers; what is none has no rows.
    posts: BTreeSet<Uuid>,
    questions: BTreeSet<Uuid>,
    endorsed: BTreeSet<Uuid>,
    merged: BTreeSet<Uuid>,
    linked: BTreeSet<Uuid>,
}

/// What to derive anew after these events.
pub async fn by(tx: &Tx, events: &[Recorded]) -> AppResult<Touched> {
    let mut named = Named::default();
    for recorded in events {
        named.take(recorded);
    }
    let mut touched = Touched {
        answers: named.posts,
        topics: named.endorsed,
    };
    for chunk in chunks(named.merged) {
        named.questions.extend(questions_in(tx, &chunk).await?);
        touched.answers.extend(rows_in(tx, &chunk).await?);
        touched.topics.extend(chunk);
    }
    for chunk in chunks(named.linked) {
        touched.answers.extend(answers_of(tx, &chunk).await?);
        touched.topics.extend(endorsed_with(tx, &chunk).await?);
    }
    for chunk in chunks(named.questions) {
        touched.answers.extend(answers_to(tx, chunk).await?);
    }
    Ok(touched)
}

impl Named {
    fn take(&mut self, recorded: &Recorded) {
        use EventBody as E;
        let subject = recorded.event.subject;
        match &recorded.event.body {
            E::AnswerPosted { .. }
            | E::HelpfulMarked
            | E::HelpfulUnmarked
            | E::HelpfulImported { .. } => {
                self.posts.insert(subject);
            }
            // Accepting one answer may have taken acceptance from another.
            E::AnswerAccepted { question }
            | E::AcceptanceWithdrawn { question }
            | E::PostDeleted { question }
            | E::PostRestored { question }
            | E::AuthorShown { question } => {
                self.questions.insert(*question);
            }
            E::QuestionEdited { .. } => {
                self.questions.insert(subject);
            }
            E::TopicMerged { into } => self.merged.extend([subject, *into]),
            E::MemberLinked { into } => self.linked.extend([subject, *into]),
            E::MemberEndorsed { topic } | E::EndorsementWithdrawn { topic } => {
                self.endorsed.insert(*topic);
            }
            E::MemberRegistered
            | E::MemberEdited
            | E::MemberRoleChanged { .. }
            | E::MemberDeactivated
            | E::MemberReactivated
            | E::OrganisationEdited
            | E::TopicCreated
            | E::TopicDeleted
            | E::TopicEdited
            | E::TopicFollowed
            | E::TopicUnfollowed
            | E::QuestionFollowed
            | E::QuestionUnfollowed
            | E::MemberFollowed
            | E::MemberUnfollowed
            | E::QuestionAsked { .. }
            | E::QuestionClosed { .. }
            | E::QuestionReopened
            | E::AnswerEdited { .. }
            | E::CommentPosted { .. }
            | E::CommentEdited { .. }
            | E::PostsLinked { .. }
            | E::PostFlagged { .. }
            | E::FlagsResolved { .. }
            | E::AnswerRenewed { .. }
            | E::ExpertiseDeclared { .. }
            | E::ExpertiseHidden { .. }
            | E::AvailabilityChanged
            | E::QuestionRouted { .. }
            | E::QuestionPassed
            | E::NeedSaid { .. }
            | E::NeedEdited { .. }
            | E::NeedMoved { .. }
            | E::NeedTakenOn { .. }
            | E::NeedLetGo
            | E::NeedWanted { .. }
            | E::NeedJoined
            | E::NeedLeft
            | E::NeedHelpOffered
            | E::NeedHelpWithdrawn
            | E::NeedHelperSuggested { .. }
            | E::NeedSuggestionWithdrawn { .. }
            | E::NeedResponded { .. }
            | E::NeedResponseRemoved { .. }
            | E::NeedConfirmed { .. }
            | E::CommunityFounded { .. }
            | E::CommunityEdited { .. }
            | E::CommunityJoined
            | E::CommunityLeft
            | E::CommunityJoinAsked { .. }
            | E::CommunityJoinWithdrawn
            | E::CommunityJoinDecided { .. }
            | E::CommunityInvited { .. }
            | E::CommunityInvitationEnded { .. }
            | E::CommunityRoleChanged { .. }
            | E::CommunityMemberRemoved { .. }
            | E::CommunityArchived { .. }
            | E::CommunityRestored { .. }
            | E::CommunityDeleted { .. }
            | E::CommunityErased
            | E::ImportFinished => {}
        }
    }
}

async fn questions_in(tx: &Tx, topics: &[Uuid]) -> AppResult<Vec<Uuid>> {
    Ok(post_topic::Entity::find()
        .select_only()
        .column(post_topic::Column::PostId)
        .filter(post_topic::Column::TopicId.is_in(topics.iter().copied()))
        .into_tuple()
        .all(tx)
        .await?)
}

async fn rows_in(tx: &Tx, topics: &[Uuid]) -> AppResult<Vec<Uuid>> {
    Ok(expertise_answer::Entity::find()
        .select_only()
        .column(expertise_answer::Column::AnswerId)
        .filter(expertise_answer::Column::TopicId.is_in(topics.iter().copied()))
        .into_tuple()
        .all(tx)
        .await?)
}

/// The answers of these members, now and as far as there are rows, and those they confirmed.
async fn answers_of(tx: &Tx, members: &[Uuid]) -> AppResult<Vec<Uuid>> {
    let ids = || members.iter().copied();
    let rows = expertise_answer::Entity::find()
        .select_only()
        .column(expertise_answer::Column::AnswerId)
        .filter(expertise_answer::Column::MemberId.is_in(ids()))
        .into_tuple::<Uuid>();
    let confirmed = expertise_voice::Entity::find()
        .select_only()
        .column(expertise_voice::Column::SourceId)
        .filter(expertise_voice::Column::ById.is_in(ids()))
        .filter(expertise_voice::Column::Endorsed.eq(false))
        .into_tuple::<Uuid>();
    // Also the answers to their questions: whoever answered one's own question shows nothing.
    let posts: Vec<Uuid> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::AuthorId.is_in(ids()))
        .into_tuple()
        .all(tx)
        .await?;
    let mut found: Vec<Uuid> = rows.all(tx).await?;
    found.extend(confirmed.all(tx).await?);
    for chunk in chunks(posts.iter().copied().collect()) {
        found.extend(answers_to(tx, chunk).await?);
    }
    found.extend(posts);
    Ok(found)
}

async fn endorsed_with(tx: &Tx, members: &[Uuid]) -> AppResult<Vec<Uuid>> {
    use {endorsement::Column as E, expertise_voice::Column as V};
    let ids = || members.iter().copied();
    let among = Condition::any()
        .add(E::MemberId.is_in(ids()))
        .add(E::ById.is_in(ids()));
    let state = endorsement::Entity::find()
        .select_only()
        .column(E::TopicId)
        .filter(among)
        .into_tuple::<Uuid>();
    let among = Condition::any()
        .add(V::MemberId.is_in(ids()))
        .add(V::ById.is_in(ids()));
    let rows = expertise_voice::Entity::find()
        .select_only()
        .column(V::TopicId)
        .filter(V::Endorsed.eq(true))
        .filter(among)
        .into_tuple::<Uuid>();
    let mut found: Vec<Uuid> = state.all(tx).await?;
    found.extend(rows.all(tx).await?);
    Ok(found)
}

async fn answers_to(tx: &Tx, questions: Vec<Uuid>) -> AppResult<Vec<Uuid>> {
    Ok(answer::Entity::find()
        .select_only()
        .column(answer::Column::PostId)
        .filter(answer::Column::QuestionId.is_in(questions))
        .into_tuple()
        .all(tx)
        .await?)
}
