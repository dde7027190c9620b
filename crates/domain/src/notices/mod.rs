//! Notices: what a member is told of, why, and by which way.
//!
//! A kind is added here: its word, its place in the order, its way by default. The compiler then names the places that
//! must say what it means (see `docs/notices.md`).

crate::words! {
    /// What a notice tells.
    pub enum NoticeKind {
        /// Somebody named me in a text.
        Mention = "mention",
        /// A question has an answer.
        Answer = "answer",
        /// A post has a comment.
        Comment = "comment",
        /// My answer was accepted.
        AnswerAccepted = "answer_accepted",
        /// My answer is accepted no more.
        AcceptanceWithdrawn = "acceptance_withdrawn",
        /// A question was closed.
        QuestionClosed = "question_closed",
        /// A closed question was opened again.
        QuestionReopened = "question_reopened",
        /// Somebody said in private that my post is outdated or incorrect.
        PostFlagged = "post_flagged",
        /// Somebody else deleted my post.
        PostDeleted = "post_deleted",
        /// What I said about a post in private was decided on.
        FlagResolved = "flag_resolved",
        /// Somebody I follow posted something.
        MemberPost = "member_post",
        /// A need I have, joined or help with has come further.
        NeedMoved = "need_moved",
        /// Something that meets a need was linked.
        NeedResponse = "need_response",
        /// Somebody offers to help with a need.
        NeedHelp = "need_help",
        /// Somebody wants to learn what I want to learn.
        NeedJoined = "need_joined",
        /// Somebody thinks that I could help with a need.
        NeedSuggested = "need_suggested",
        /// Somebody wants to learn something, in a topic I follow or said to me.
        NeedSaid = "need_said",
        /// Many want to learn something, and somebody has to look after it.
        NeedWanted = "need_wanted",
        /// A topic has a question.
        TopicQuestion = "topic_question",
        /// I am asked to answer a question.
        QuestionForYou = "question_for_you",
        /// Somebody asks to join a community I look after.
        CommunityAsked = "community_asked",
        /// My wish to join a community was decided on.
        CommunityDecided = "community_decided",
        /// I am invited to a community.
        CommunityInvited = "community_invited",
        /// I have another role in a community, or answer for it.
        CommunityRole = "community_role",
        /// I was taken out of a community.
        CommunityRemoved = "community_removed",
    }
}

crate::words! {
    /// Why somebody is told, the strongest reason first: who has several is told for the first.
    pub enum NoticeReason {
        /// I was named.
        Mentioned = "mentioned",
        /// The asker wished for me.
        Wished = "wished",
        /// Somebody who was asked named me.
        Named = "named",
        /// It is the question I asked.
        Asked = "asked",
        /// I wrote the post.
        Wrote = "wrote",
        /// It is the need I have.
        NeedMine = "need_mine",
        /// I joined the need.
        NeedJoined = "need_joined",
        /// I offered to help with the need.
        NeedHelping = "need_helping",
        /// I was named as somebody who could help.
        NeedNamed = "need_named",
        /// The need was said to me.
        NeedToMe = "need_to_me",
        /// I look after learning here.
        Lead = "lead",
        /// I said something about it in private.
        Flagged = "flagged",
        /// I commented there before.
        Commented = "commented",
        /// I follow the question.
        QuestionFollowed = "question_followed",
        /// I follow the person.
        MemberFollowed = "member_followed",
        /// I follow the topic.
        TopicFollowed = "topic_followed",
        /// I am likely to know.
        Fits = "fits",
        /// I look after such questions.
        LooksAfter = "looks_after",
        /// I look after the community.
        Facilitator = "facilitator",
        /// I asked to join the community.
        AskedToJoin = "asked_to_join",
        /// It is about me.
        Concerned = "concerned",
    }
}

crate::words! {
    /// When a kind of notice comes as mail.
    pub enum MailRhythm {
        /// As soon as it happens.
        AtOnce = "at_once",
        /// Once a day, with all that is unread.
        Daily = "daily",
        /// Not at all.
        Never = "never",
    }
}

/// The ways by which a kind reaches a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Shown behind the bell.
    pub in_app: bool,
    /// As mail.
    pub mail: MailRhythm,
}

impl NoticeKind {
    /// Whether it is about a community and not about a post.
    #[must_use]
    pub const fn is_of_community(self) -> bool {
        matches!(
            self,
            Self::CommunityAsked
                | Self::CommunityDecided
                | Self::CommunityInvited
                | Self::CommunityRole
                | Self::CommunityRemoved
        )
    }

    /// The ways of somebody who has chosen nothing: what one waits for comes at once, all else waits for the digest.
    #[must_use]
    pub const fn default_ways(self) -> Ways {
        let mail = match self {
            Self::Mention | Self::Answer | Self::QuestionForYou | Self::CommunityDecided => {
                MailRhythm::AtOnce
            }
            Self::Comment
            | Self::AnswerAccepted
            | Self::AcceptanceWithdrawn
            | Self::QuestionClosed
            | Self::QuestionReopened
            | Self::PostFlagged
            | Self::PostDeleted
            | Self::FlagResolved
            | Self::MemberPost
            | Self::NeedMoved
            | Self::NeedResponse
            | Self::NeedHelp
            | Self::NeedJoined
            | Self::NeedSuggested
            | Self::NeedSaid
            | Self::NeedWanted
            | Self::TopicQuestion
            | Self::CommunityAsked
            | Self::CommunityInvited
            | Self::CommunityRole
            | Self::CommunityRemoved => MailRhythm::Daily,
        };
        Ways { in_app: true, mail }
    }
}

/// Hour at which the digest goes out for somebody who has chosen nothing.
pub const DIGEST_HOUR: u8 = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_chose_nothing_hears_of_everything_in_the_app() {
        assert!(
            NoticeKind::ALL
                .iter()
                .all(|kind| kind.default_ways().in_app)
        );
    }

    #[test]
    fn only_what_one_waits_for_comes_at_once() {
        let at_once: Vec<_> = NoticeKind::ALL
            .iter()
            .filter(|kind| kind.default_ways().mail == MailRhythm::AtOnce)
            .collect();
        assert_eq!(
            at_once,
            [
                &NoticeKind::Mention,
                &NoticeKind::Answer,
                &NoticeKind::QuestionForYou,
                &NoticeKind::CommunityDecided
            ]
        );
    }
}
