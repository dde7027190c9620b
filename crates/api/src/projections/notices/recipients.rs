//! Whom an event tells, of what and why. The one place that grows with a kind of notice.

use tacit_domain::events::{Event, EventBody};
use tacit_domain::notices::{NoticeKind, NoticeReason};
use tacit_domain::routing::Cause;
use uuid::Uuid;

use super::told::{author_of, flagged_by, named_by};
use super::watch::{Watched, has_declined, watchers};
use crate::db::tx::Tx;
use crate::error::AppResult;
use crate::posts::audience::people_of;

/// Somebody who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Whom.
    pub member: Uuid,
    /// Of what.
    pub kind: NoticeKind,
    /// Why.
    pub reason: NoticeReason,
    /// What the notice is grouped by: a question, a topic or a member; what was deleted by itself.
    pub subject: Uuid,
}

/// Where what is told stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The post it is about; what is not seen of it is not told.
    pub post: Uuid,
    /// The post right above.
    pub parent: Uuid,
    /// The question on whose page it stands.
    pub question: Uuid,
}

/// Whom an event tells, and of which place. A member may come several times: the strongest reason counts.
pub async fn of(tx: &Tx, event: &Event) -> AppResult<Option<(Place, Vec<Recipient>)>> {
    let post = event.subject;
    let mut list = List::default();
    let (parent, question) = match &event.body {
        EventBody::QuestionAsked { topics, .. } => {
            list.named(tx, post, 1, post).await?;
            list.followers_of_actor(tx, event).await?;
            list.followers_of_topics(tx, topics, NoticeKind::TopicQuestion)
                .await?;
            (post, post)
        }
        EventBody::QuestionEdited { version, .. } => {
            list.named(tx, post, *version, post).await?;
            (post, post)
        }
        EventBody::AnswerEdited { question, version } => {
            list.named(tx, post, *version, *question).await?;
            (*question, *question)
        }
        EventBody::CommentEdited {
            parent,
            question,
            version,
        } => {
            list.named(tx, post, *version, *question).await?;
            (*parent, *question)
        }
        EventBody::AnswerPosted { question } => {
            list.named(tx, post, 1, *question).await?;
            list.watchers_of(tx, *question, NoticeKind::Answer).await?;
            list.followers_of_actor(tx, event).await?;
            (*question, *question)
        }
        EventBody::AnswerAccepted { question } => {
            list.author(tx, post, NoticeKind::AnswerAccepted, *question)
                .await?;
            (*question, *question)
        }
        EventBody::AcceptanceWithdrawn { question } => {
            list.author(tx, post, NoticeKind::AcceptanceWithdrawn, *question)
                .await?;
            (*question, *question)
        }
        EventBody::CommentPosted { parent, question } => {
            list.named(tx, post, 1, *question).await?;
            list.author(tx, *parent, NoticeKind::Comment, *question)
                .await?;
            for (member, _) in watchers(tx, Watched::Thread, &[*parent]).await? {
                list.add(
                    member,
                    NoticeKind::Comment,
                    NoticeReason::Commented,
                    *question,
                );
            }
            (*parent, *question)
        }
        EventBody::QuestionClosed { .. } => {
            list.watchers_of(tx, post, NoticeKind::QuestionClosed)
                .await?;
            (post, post)
        }
        EventBody::QuestionReopened => {
            list.watchers_of(tx, post, NoticeKind::QuestionReopened)
                .await?;
            (post, post)
        }
        EventBody::QuestionRouted { cause, members } => {
            for member in members {
                list.add(*member, NoticeKind::QuestionForYou, because(*cause), post);
            }
            (post, post)
        }
        EventBody::NeedSaid { topics } => {
            list.named(tx, post, 1, post).await?;
            for member in people_of(tx, post).await? {
                list.add(member, NoticeKind::NeedSaid, NoticeReason::NeedToMe, post);
            }
            list.followers_of_actor(tx, event).await?;
            list.followers_of_topics(tx, topics, NoticeKind::NeedSaid)
                .await?;
            (post, post)
        }
        EventBody::NeedEdited { version, .. } => {
            list.named(tx, post, *version, post).await?;
            (post, post)
        }
        EventBody::NeedMoved { .. } | EventBody::NeedTakenOn { .. } | EventBody::NeedLetGo => {
            list.those_of_need(tx, post, true, NoticeKind::NeedMoved)
                .await?;
            (post, post)
        }
        EventBody::NeedResponded { .. } => {
            list.those_of_need(tx, post, true, NoticeKind::NeedResponse)
                .await?;
            (post, post)
        }
        EventBody::NeedHelpOffered => {
            list.those_of_need(tx, post, false, NoticeKind::NeedHelp)
                .await?;
            (post, post)
        }
        EventBody::NeedJoined => {
            list.owner_of_need(tx, post, NoticeKind::NeedJoined).await?;
            (post, post)
        }
        EventBody::NeedHelperSuggested { member } => {
            let kind = NoticeKind::NeedSuggested;
            list.add(*member, kind, NoticeReason::NeedNamed, post);
            (post, post)
        }
        EventBody::NeedWanted { leads } => {
            for lead in leads {
                list.add(*lead, NoticeKind::NeedWanted, NoticeReason::Lead, post);
            }
            (post, post)
        }
        EventBody::PostFlagged { question, flag } => {
            if flag.reaches_author() {
                list.author(tx, post, NoticeKind::PostFlagged, *question)
                    .await?;
            }
            (*question, *question)
        }
        // Its author still sees it as deleted, nobody else does.
        EventBody::PostDeleted { question } => {
            list.author(tx, post, NoticeKind::PostDeleted, post).await?;
            (*question, *question)
        }
        // The post itself may be gone for it: the notice leads to the question.
        EventBody::FlagsResolved { question, flag, .. } => {
            for member in flagged_by(tx, post, *flag, event.occurred_at).await? {
                list.add(
                    member,
                    NoticeKind::FlagResolved,
                    NoticeReason::Flagged,
                    *question,
                );
            }
            let question = *question;
            let place = Place {
                post: question,
                parent: question,
                question,
            };
            return Ok(Some((place, list.0)));
        }
        EventBody::MemberRegistered
        | EventBody::MemberEdited
        | EventBody::MemberRoleChanged { .. }
        | EventBody::MemberDeactivated
        | EventBody::MemberReactivated
        | EventBody::MemberLinked { .. }
        | EventBody::OrganisationEdited
        | EventBody::TopicCreated
        | EventBody::TopicEdited
        | EventBody::TopicMerged { .. }
        | EventBody::TopicDeleted
        | EventBody::PostRestored { .. }
        | EventBody::AuthorShown { .. }
        | EventBody::AnswerRenewed { .. }
        | EventBody::TopicFollowed
        | EventBody::TopicUnfollowed
        | EventBody::QuestionFollowed
        | EventBody::QuestionUnfollowed
        | EventBody::MemberFollowed
        | EventBody::MemberUnfollowed
        | EventBody::HelpfulMarked
        | EventBody::HelpfulUnmarked
        | EventBody::HelpfulImported { .. }
        | EventBody::PostsLinked { .. }
        | EventBody::ExpertiseDeclared { .. }
        | EventBody::ExpertiseHidden { .. }
        | EventBody::MemberEndorsed { .. }
        | EventBody::EndorsementWithdrawn { .. }
        | EventBody::AvailabilityChanged
        | EventBody::QuestionPassed
        | EventBody::NeedLeft
        | EventBody::NeedHelpWithdrawn
        | EventBody::NeedSuggestionWithdrawn { .. }
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
        | EventBody::CommunityErased
        | EventBody::ImportFinished => return Ok(None),
    };
    let place = Place {
        post,
        parent,
        question,
    };
    Ok(Some((place, list.0)))
}

const fn because(cause: Cause) -> NoticeReason {
    match cause {
        Cause::Wished => NoticeReason::Wished,
        Cause::Named => NoticeReason::Named,
        Cause::Fits => NoticeReason::Fits,
        Cause::Leads => NoticeReason::LooksAfter,
    }
}

#[derive(Default)]
struct List(Vec<Recipient>);

impl List {
    fn add(&mut self, member: Uuid, kind: NoticeKind, reason: NoticeReason, subject: Uuid) {
        self.0.push(Recipient {
            member,
            kind,
            reason,
            subject,
        });
    }

    /// Whom a version of a post names that no earlier one named.
    async fn named(&mut self, tx: &Tx, post: Uuid, version: i32, question: Uuid) -> AppResult<()> {
        for member in named_by(tx, post, version).await? {
            self.add(
                member,
                NoticeKind::Mention,
                NoticeReason::Mentioned,
                question,
            );
        }
        Ok(())
    }

    /// Who wrote a post, with or without their name.
    async fn author(
        &mut self,
        tx: &Tx,
        post: Uuid,
        kind: NoticeKind,
        subject: Uuid,
    ) -> AppResult<()> {
        if let Some(author) = author_of(tx, post).await? {
            self.add(author, kind, NoticeReason::Wrote, subject);
        }
        Ok(())
    }

    /// The asker, unless they said that they do not want to hear of it, and who follows the question.
    async fn watchers_of(&mut self, tx: &Tx, question: Uuid, kind: NoticeKind) -> AppResult<()> {
        if let Some(asker) = author_of(tx, question).await?
            && !has_declined(tx, asker, Watched::Question, question).await?
        {
            self.add(asker, kind, NoticeReason::Asked, question);
        }
        for (member, _) in watchers(tx, Watched::Question, &[question]).await? {
            self.add(member, kind, NoticeReason::QuestionFollowed, question);
        }
        Ok(())
    }

    /// Who has the need.
    async fn owner_of_need(&mut self, tx: &Tx, need: Uuid, kind: NoticeKind) -> AppResult<()> {
        if let Some(owner) = author_of(tx, need).await? {
            self.add(owner, kind, NoticeReason::NeedMine, need);
        }
        Ok(())
    }

    /// Who has the need and who joined it; with `helpers` also who offered to help.
    async fn those_of_need(
        &mut self,
        tx: &Tx,
        need: Uuid,
        helpers: bool,
        kind: NoticeKind,
    ) -> AppResult<()> {
        self.owner_of_need(tx, need, kind).await?;
        for (member, _) in watchers(tx, Watched::Need, &[need]).await? {
            self.add(member, kind, NoticeReason::NeedJoined, need);
        }
        if helpers {
            for (member, _) in watchers(tx, Watched::NeedHelp, &[need]).await? {
                self.add(member, kind, NoticeReason::NeedHelping, need);
            }
        }
        Ok(())
    }

    /// Who follows one of the topics.
    async fn followers_of_topics(
        &mut self,
        tx: &Tx,
        topics: &[Uuid],
        kind: NoticeKind,
    ) -> AppResult<()> {
        for (member, topic) in watchers(tx, Watched::Topic, topics).await? {
            self.add(member, kind, NoticeReason::TopicFollowed, topic);
        }
        Ok(())
    }

    /// Who follows the person that did it.
    async fn followers_of_actor(&mut self, tx: &Tx, event: &Event) -> AppResult<()> {
        let Some(actor) = event.actor else {
            return Ok(());
        };
        for (member, _) in watchers(tx, Watched::Member, &[actor]).await? {
            self.add(
                member,
                NoticeKind::MemberPost,
                NoticeReason::MemberFollowed,
                actor,
            );
        }
        Ok(())
    }
}
