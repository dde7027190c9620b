//! Which documents an event changes. Helpful marks and comments change none: marks are read at every search.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DbErr};
use tacit_domain::events::{Event, EventBody};
use tacit_domain::search::SearchKind;
use uuid::Uuid;

use super::documents::{posts_with, questions_asked_in, questions_by};

/// What is to be read again.
#[derive(Debug, Default)]
pub struct Changes {
    questions: BTreeSet<Uuid>,
    topics: BTreeSet<Uuid>,
    members: BTreeSet<Uuid>,
    needs: BTreeSet<Uuid>,
    /// Their names stand in questions and needs.
    renamed: BTreeSet<Uuid>,
    /// Their posts have another author.
    authors: BTreeSet<Uuid>,
    /// Communities that are gone with what was written in them.
    erased: BTreeSet<Uuid>,
    /// Departments were renamed.
    all_members: bool,
}

impl Changes {
    /// Takes note of an event.
    pub fn note(&mut self, event: &Event) {
        match &event.body {
            EventBody::MemberRegistered
            | EventBody::MemberEdited
            | EventBody::MemberRoleChanged { .. }
            | EventBody::MemberDeactivated
            | EventBody::MemberReactivated => {
                self.members.insert(event.subject);
            }
            EventBody::MemberLinked { into } => {
                self.members.extend([event.subject, *into]);
                self.authors.insert(*into);
            }
            EventBody::OrganisationEdited => self.all_members = true,
            EventBody::TopicCreated | EventBody::TopicDeleted => {
                self.topics.insert(event.subject);
            }
            EventBody::TopicEdited => {
                self.topics.insert(event.subject);
                self.renamed.insert(event.subject);
            }
            EventBody::TopicMerged { into } => {
                self.topics.extend([event.subject, *into]);
                self.renamed.insert(*into);
            }
            EventBody::QuestionAsked { .. }
            | EventBody::QuestionEdited { .. }
            | EventBody::QuestionClosed { .. }
            | EventBody::QuestionReopened => {
                self.questions.insert(event.subject);
            }
            EventBody::AnswerPosted { question }
            | EventBody::AnswerEdited { question, .. }
            | EventBody::AnswerAccepted { question, .. }
            | EventBody::AcceptanceWithdrawn { question, .. } => {
                self.questions.insert(*question);
            }
            // The page is a question or a need: the other is looked for in vain.
            EventBody::PostDeleted { question }
            | EventBody::PostRestored { question }
            | EventBody::AuthorShown { question } => {
                self.questions.insert(*question);
                self.needs.insert(*question);
            }
            EventBody::NeedSaid { .. } | EventBody::NeedEdited { .. } => {
                self.needs.insert(event.subject);
            }
            EventBody::CommunityErased => {
                self.erased.insert(event.subject);
            }
            EventBody::TopicFollowed
            | EventBody::TopicUnfollowed
            | EventBody::QuestionFollowed
            | EventBody::QuestionUnfollowed
            | EventBody::MemberFollowed
            | EventBody::MemberUnfollowed
            | EventBody::CommentPosted { .. }
            | EventBody::CommentEdited { .. }
            | EventBody::HelpfulMarked
            | EventBody::HelpfulUnmarked
            | EventBody::HelpfulImported { .. }
            | EventBody::PostsLinked { .. }
            | EventBody::PostFlagged { .. }
            | EventBody::FlagsResolved { .. }
            | EventBody::AnswerRenewed { .. }
            | EventBody::ExpertiseDeclared { .. }
            | EventBody::ExpertiseHidden { .. }
            | EventBody::MemberEndorsed { .. }
            | EventBody::EndorsementWithdrawn { .. }
            | EventBody::AvailabilityChanged
            | EventBody::QuestionRouted { .. }
            | EventBody::QuestionPassed
            | EventBody::NeedMoved { .. }
            | EventBody::NeedTakenOn { .. }
            | EventBody::NeedLetGo
            | EventBody::NeedWanted { .. }
            | EventBody::NeedJoined
            | EventBody::NeedLeft
            | EventBody::NeedHelpOffered
            | EventBody::NeedHelpWithdrawn
            | EventBody::NeedHelperSuggested { .. }
            | EventBody::NeedSuggestionWithdrawn { .. }
            | EventBody::NeedResponded { .. }
            | EventBody::NeedResponseRemoved { .. }
            | EventBody::NeedConfirmed { .. }
            | EventBody::CommunityFounded { .. }
            | EventBody::CommunityEdited { .. }
            | EventBody::CommunityJoined
            | EventBody::CommunityLeft
            | EventBody::CommunityJoinAsked { .. }
            | EventBody::CommunityJoinWithdrawn
            | EventBody::CommunityJoinDecided { .. }
            | EventBody::CommunityInvited { .. }
            | EventBody::CommunityInvitationEnded { .. }
            | EventBody::CommunityRoleChanged { .. }
            | EventBody::CommunityMemberRemoved { .. }
            | EventBody::CommunityArchived { .. }
            | EventBody::CommunityRestored { .. }
            | EventBody::CommunityDeleted { .. }
            | EventBody::ImportFinished => {}
        }
    }

    /// Whether every member is to be read again.
    pub const fn all_members(&self) -> bool {
        self.all_members
    }

    /// The ids to read again, by kind.
    pub async fn ids(
        mut self,
        db: &impl ConnectionTrait,
    ) -> Result<[(SearchKind, Vec<Uuid>); 4], DbErr> {
        if !self.renamed.is_empty() {
            let topics: Vec<Uuid> = self.renamed.iter().copied().collect();
            let posts = posts_with(db, &topics).await?;
            self.questions.extend(posts.iter().copied());
            self.needs.extend(posts);
        }
        if !self.erased.is_empty() {
            let erased: Vec<Uuid> = self.erased.iter().copied().collect();
            self.questions
                .extend(questions_asked_in(db, &erased).await?);
        }
        if !self.authors.is_empty() {
            let authors: Vec<Uuid> = self.authors.iter().copied().collect();
            self.questions.extend(questions_by(db, &authors).await?);
        }
        Ok([
            (SearchKind::Question, self.questions.into_iter().collect()),
            (SearchKind::Topic, self.topics.into_iter().collect()),
            (SearchKind::Member, self.members.into_iter().collect()),
            (SearchKind::Need, self.needs.into_iter().collect()),
        ])
    }
}
