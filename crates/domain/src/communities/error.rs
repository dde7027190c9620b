//! Why an act on a community is refused to somebody for whom it exists.

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only members may.
    #[error("only members of this community may do this")]
    MembersOnly,
    /// Only those who look after it.
    #[error("only facilitators of this community may do this")]
    FacilitatorsOnly,
    /// Only who answers for it.
    #[error("only the owner of this community may do this")]
    OwnerOnly,
    /// Nobody does this to who answers for it.
    #[error("the owner stays: ownership is handed over first")]
    OwnerStays,
    /// Facilitators are the owner's choice.
    #[error("only the owner may do this to a facilitator")]
    NotToFacilitators,
    /// There is no joining by oneself.
    #[error("this community is joined by asking")]
    AskFirst,
    /// Nor by asking.
    #[error("this community is joined by invitation")]
    InvitationOnly,
    /// Asking is for where it is asked.
    #[error("this community is joined without asking")]
    JoinsFreely,
    /// One is one already.
    #[error("is a member of this community already")]
    Member,
    /// It was said not long ago.
    #[error("a request was declined less than 14 days ago")]
    TooSoon,
    /// Somebody else's invitation waits.
    #[error("was invited by somebody else and has not answered yet")]
    InvitedByAnother,
    /// They said no not long ago.
    #[error("declined an invitation less than 14 days ago")]
    DeclinedLately,
    /// They were taken out not long ago.
    #[error("was removed from this community less than 14 days ago")]
    RemovedLately,
    /// What was written for few stays with them.
    #[error("what was written here was for members only: the community cannot be opened any more")]
    WrittenForMembers,
    /// It was decided otherwise.
    #[error("this request was decided on already")]
    Decided,
    /// A list of names is not a mailing.
    #[error("200 invitations wait for an answer already")]
    TooManyInvitations,
    /// A top that is everything is none.
    #[error("five questions are pinned already")]
    TooManyPins,
    /// What nobody can look through nobody looks after.
    #[error("20 links work already: take one back first")]
    TooManyLinks,
    /// Nobody writes there any more.
    #[error("this community is archived: it can be read, not written in")]
    Archived,
    /// What nobody sees nobody joins by themselves.
    #[error("a hidden community is joined by invitation")]
    HiddenNeedsInvitation,
    /// Oneself is no other.
    #[error("this is done to others, not to oneself")]
    Oneself,
}
