//! Which topics and members events may have changed the numbers of.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::events::{EventBody, EventKind};
use uuid::Uuid;

use crate::db::entities::{
    answer, comment, event, member_counter, post, post_topic, topic_counter,
};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::events::{Recorded, codec};

/// Ids of one IN list, far below the parameters either database takes.
const CHUNK: usize = 500;

/// What to count anew.
#[derive(Default)]
pub struct Touched {
    pub topics: BTreeSet<Uuid>,
    pub members: BTreeSet<Uuid>,
}

/// What the events themselves name; questions and posts stand for their topics and authors.
#[derive(Default)]
struct Named {
    touched: Touched,
    questions: BTreeSet<Uuid>,
    edited: BTreeSet<Uuid>,
    posts: BTreeSet<Uuid>,
    decided: BTreeSet<Uuid>,
    pages: BTreeSet<Uuid>,
    erased: Vec<String>,
}

/// What to count anew after these events.
pub async fn by(tx: &Tx, events: &[Recorded]) -> AppResult<Touched> {
    let mut named = Named::default();
    for recorded in events {
        named.take(recorded);
    }
    let Named {
        mut touched,
        questions,
        edited,
        mut posts,
        decided,
        pages,
        erased,
    } = named;
    for chunk in erased.chunks(CHUNK) {
        touched.topics.extend(topics_counted_in(tx, chunk).await?);
        touched.members.extend(members_counted_in(tx, chunk).await?);
    }
    for chunk in chunks(questions) {
        touched.topics.extend(topics_of(tx, chunk).await?);
    }
    for chunk in chunks(edited) {
        touched.topics.extend(topics_ever_of(tx, chunk).await?);
    }
    for chunk in chunks(decided) {
        posts.extend(answers_to(tx, chunk).await?);
    }
    for chunk in chunks(pages) {
        posts.extend(answers_to(tx, chunk.clone()).await?);
        posts.extend(comments_on(tx, chunk).await?);
    }
    for chunk in chunks(posts) {
        touched.members.extend(authors_of(tx, chunk).await?);
    }
    Ok(touched)
}

impl Named {
    fn take(&mut self, recorded: &Recorded) {
        use EventBody as E;
        let subject = recorded.event.subject;
        match &recorded.event.body {
            E::TopicFollowed | E::TopicUnfollowed | E::TopicCreated | E::TopicDeleted => {
                self.touched.topics.insert(subject);
            }
            E::TopicMerged { into } => self.touched.topics.extend([subject, *into]),
            E::MemberLinked { into } => self.touched.members.extend([subject, *into]),
            E::QuestionAsked { topics, .. } => {
                self.touched.topics.extend(topics);
                self.posts.insert(subject);
                self.questions.insert(subject);
            }
            E::QuestionEdited { .. } => {
                self.edited.insert(subject);
                self.questions.insert(subject);
            }
            E::QuestionClosed { .. } | E::QuestionReopened => {
                self.questions.insert(subject);
            }
            E::AnswerPosted { question } | E::AnswerEdited { question, .. } => {
                self.posts.insert(subject);
                self.questions.insert(*question);
            }
            // What stands under a deleted post counts no more, whoever wrote it.
            E::PostDeleted { question }
            | E::PostRestored { question }
            | E::AuthorShown { question } => {
                self.posts.insert(subject);
                self.questions.insert(*question);
                self.pages.insert(*question);
            }
            // Accepting one answer may have taken acceptance from another.
            E::AnswerAccepted { question } | E::AcceptanceWithdrawn { question } => {
                self.questions.insert(*question);
                self.decided.insert(*question);
            }
            E::HelpfulMarked | E::HelpfulUnmarked | E::HelpfulImported { .. } => {
                self.posts.insert(subject);
            }
            // What was written in it is not there to be asked.
            E::CommunityErased => self.erased.push(subject.to_string()),
            E::MemberRegistered
            | E::MemberEdited
            | E::MemberRoleChanged { .. }
            | E::MemberDeactivated
            | E::MemberReactivated
            | E::OrganisationEdited
            | E::TopicEdited
            | E::QuestionFollowed
            | E::QuestionUnfollowed
            | E::MemberFollowed
            | E::MemberUnfollowed
            | E::CommentPosted { .. }
            | E::CommentEdited { .. }
            | E::PostsLinked { .. }
            | E::PostFlagged { .. }
            | E::FlagsResolved { .. }
            | E::AnswerRenewed { .. }
            | E::ExpertiseDeclared { .. }
            | E::ExpertiseHidden { .. }
            | E::MemberEndorsed { .. }
            | E::EndorsementWithdrawn { .. }
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
            | E::ImportFinished => {}
        }
    }
}

fn chunks(ids: BTreeSet<Uuid>) -> Vec<Vec<Uuid>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    ids.chunks(CHUNK).map(<[Uuid]>::to_vec).collect()
}

async fn topics_of(tx: &Tx, questions: Vec<Uuid>) -> AppResult<Vec<Uuid>> {
    Ok(post_topic::Entity::find()
        .select_only()
        .column(post_topic::Column::TopicId)
        .filter(post_topic::Column::PostId.is_in(questions))
        .distinct()
        .into_tuple()
        .all(tx)
        .await?)
}

/// Also those a question had before, and what these were merged into: the log remembers them.
async fn topics_ever_of(tx: &Tx, questions: Vec<Uuid>) -> AppResult<Vec<Uuid>> {
    let kinds = [
        EventKind::QuestionAsked.as_str(),
        EventKind::QuestionEdited.as_str(),
    ];
    let rows = event::Entity::find()
        .filter(event::Column::Subject.is_in(questions))
        .filter(event::Column::Kind.is_in(kinds))
        .all(tx)
        .await?;
    let mut topics = Vec::new();
    for row in rows {
        if let EventBody::QuestionAsked { topics: some, .. }
        | EventBody::QuestionEdited { topics: some, .. } =
            codec::decode(&row.kind, row.version, &row.payload)?
        {
            topics.extend(some);
        }
    }
    let merged = merged_into(tx, &topics).await?;
    topics.extend(merged);
    Ok(topics)
}

/// The topics these ones became part of: a question is found there although no event of its own says so.
async fn merged_into(tx: &Tx, topics: &[Uuid]) -> AppResult<BTreeSet<Uuid>> {
    let mut found = BTreeSet::new();
    let mut next: BTreeSet<Uuid> = topics.iter().copied().collect();
    while !next.is_empty() {
        let mut led_to = BTreeSet::new();
        for chunk in chunks(next) {
            let rows = event::Entity::find()
                .filter(event::Column::Subject.is_in(chunk))
                .filter(event::Column::Kind.eq(EventKind::TopicMerged.as_str()))
                .all(tx)
                .await?;
            for row in rows {
                if let EventBody::TopicMerged { into } =
                    codec::decode(&row.kind, row.version, &row.payload)?
                {
                    led_to.insert(into);
                }
            }
        }
        next = led_to
            .into_iter()
            .filter(|into| found.insert(*into))
            .collect();
    }
    Ok(found)
}

async fn topics_counted_in(tx: &Tx, scopes: &[String]) -> AppResult<Vec<Uuid>> {
    Ok(topic_counter::Entity::find()
        .select_only()
        .column(topic_counter::Column::TopicId)
        .filter(topic_counter::Column::Scope.is_in(scopes.iter().map(String::as_str)))
        .into_tuple()
        .all(tx)
        .await?)
}

async fn members_counted_in(tx: &Tx, scopes: &[String]) -> AppResult<Vec<Uuid>> {
    Ok(member_counter::Entity::find()
        .select_only()
        .column(member_counter::Column::MemberId)
        .filter(member_counter::Column::Scope.is_in(scopes.iter().map(String::as_str)))
        .into_tuple()
        .all(tx)
        .await?)
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

async fn comments_on(tx: &Tx, questions: Vec<Uuid>) -> AppResult<Vec<Uuid>> {
    Ok(comment::Entity::find()
        .select_only()
        .column(comment::Column::PostId)
        .filter(comment::Column::QuestionId.is_in(questions))
        .into_tuple()
        .all(tx)
        .await?)
}

async fn authors_of(tx: &Tx, posts: Vec<Uuid>) -> AppResult<Vec<Uuid>> {
    let authors: Vec<Option<Uuid>> = post::Entity::find()
        .select_only()
        .column(post::Column::AuthorId)
        .filter(post::Column::Id.is_in(posts))
        .distinct()
        .into_tuple()
        .all(tx)
        .await?;
    Ok(authors.into_iter().flatten().collect())
}
