//! What becomes of a row of a dump: taken as something, or left out for a reason. Every row has exactly one fate.

crate::words! {
    /// What became of a row.
    pub enum RowFate {
        /// Somebody who wrote there.
        Person = "person",
        /// A tag.
        Topic = "topic",
        /// A question.
        Question = "question",
        /// An answer.
        Answer = "answer",
        /// A comment.
        Comment = "comment",
        /// What a tag is about.
        TopicText = "topic_text",
        /// An up-vote: one more who found the post helpful.
        HelpfulMark = "helpful_mark",
        /// When an answer was accepted.
        Acceptance = "acceptance",
        /// A link to a related question.
        RelatedLink = "related_link",
        /// A link to the original of a duplicate.
        DuplicateLink = "duplicate_link",
        /// The newest text of a post as its author typed it.
        NewestText = "newest_text",
        /// Why a question was closed.
        ClosingReason = "closing_reason",
        /// A badge a person had on the other site.
        ForeignBadge = "foreign_badge",
        /// A down-vote.
        DownVote = "down_vote",
        /// A vote of a kind without a counterpart.
        OtherVote = "other_vote",
        /// The acceptance of an answer that is not the accepted one.
        StaleAcceptance = "stale_acceptance",
        /// It belongs to a post that is not in the dump.
        PostMissing = "post_missing",
        /// It belongs to somebody who is not in the dump.
        PersonMissing = "person_missing",
        /// It belongs to a post that was left out.
        PostLeftOut = "post_left_out",
        /// A post that is neither question, answer nor the text of a tag.
        OtherPost = "other_post",
        /// The text of a tag that is not in the dump.
        TagMissing = "tag_missing",
        /// The text of a tag whose topic here already says what it is.
        TopicKnown = "topic_known",
        /// Nothing is written in it.
        EmptyText = "empty_text",
        /// What a post said before, or another part of what it says.
        Revision = "revision",
        /// A text of a tag that was edited later.
        OlderText = "older_text",
        /// An entry of the history that changed no text.
        OtherHistory = "other_history",
        /// A link of a kind without a counterpart.
        OtherLink = "other_link",
        /// The same row came before.
        Repeated = "repeated",
    }
}

impl RowFate {
    /// Whether the row is in Tacit now.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(
            self,
            Self::Person
                | Self::Topic
                | Self::Question
                | Self::Answer
                | Self::Comment
                | Self::TopicText
                | Self::HelpfulMark
                | Self::Acceptance
                | Self::RelatedLink
                | Self::DuplicateLink
                | Self::NewestText
                | Self::Revision
                | Self::ClosingReason
                | Self::ForeignBadge
        )
    }

    /// What a person reads in the table at the end of an import.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Person => "people, unclaimed",
            Self::Topic => "topics",
            Self::Question => "questions",
            Self::Answer => "answers",
            Self::Comment => "comments",
            Self::TopicText => "descriptions of topics",
            Self::HelpfulMark => "helpful marks",
            Self::Acceptance => "times of acceptance",
            Self::RelatedLink => "links to related posts",
            Self::DuplicateLink => "links to originals",
            Self::NewestText => "newest texts as typed",
            Self::ClosingReason => "reasons for closing",
            Self::ForeignBadge => "badges of that site, as history",
            Self::DownVote => "there are no down-votes here",
            Self::OtherVote => "votes of a kind that does not exist here",
            Self::StaleAcceptance => "acceptances taken back later",
            Self::PostMissing => "the post is not in the dump",
            Self::PersonMissing => "the person is not in the dump",
            Self::PostLeftOut => "the post was left out",
            Self::OtherPost => "neither question, answer nor text of a tag",
            Self::TagMissing => "the tag is not in the dump",
            Self::TopicKnown => "the topic here already has a description",
            Self::EmptyText => "nothing is written in it",
            Self::Revision => "titles, tags and earlier texts, as history",
            Self::OlderText => "older texts about tags",
            Self::OtherHistory => "history that changed no text",
            Self::OtherLink => "links of a kind that does not exist here",
            Self::Repeated => "the same row twice",
        }
    }
}
