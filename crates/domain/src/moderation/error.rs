//! Why an act of keeping order is refused to somebody who sees what it is about.

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the asker may, and leads and admins.
    #[error("only the asker, a lead or an admin may close or reopen this")]
    NotTheAsker,
    /// Only the author may, and leads and admins.
    #[error("only the author, a lead or an admin may delete this")]
    NotTheAuthor,
    /// Only leads and admins may.
    #[error("only leads and admins may do this")]
    LeadsOnly,
    /// Only its author may, and who knows its topics.
    #[error("only its author and those with accepted answers in its topics may renew this")]
    NotTheExpert,
    /// What a lead deleted, its author does not restore.
    #[error("only who deleted it, a lead or an admin may restore this")]
    DeletedByAnother,
    /// What it stands under was deleted as well.
    #[error("what this stands under was deleted as well: restore that first")]
    UnderDeleted,
    /// Whoever wrote it can edit it.
    #[error("nobody flags their own post")]
    OwnPost,
    /// Nobody decides what was said about them.
    #[error("somebody else decides on what was said about one's own post")]
    OwnFlags,
    /// Others' work stands under it.
    #[error("a question with answers stays: others' work stands under it")]
    HasAnswers,
    /// Others rely on it.
    #[error("an accepted answer stays: others rely on it")]
    IsAccepted,
    /// Others want it too.
    #[error("a need that others joined stays: it is theirs too")]
    HasJoined,
    /// Others were sent there.
    #[error("other questions were closed as duplicates of this one: reopen them first")]
    HasDuplicates,
    /// Somebody who acts on another's post says why.
    #[error("acting on somebody else's post needs a reason")]
    ReasonNeeded,
    /// The reason `other` says nothing by itself.
    #[error("say in words why it is closed")]
    NoteNeeded,
    /// A duplicate names its original.
    #[error("a duplicate names its original")]
    OriginalNeeded,
    /// Only duplicates have an original.
    #[error("only a duplicate names an original")]
    OriginalNotWanted,
    /// A question is not its own duplicate.
    #[error("a question is no duplicate of itself")]
    OfItself,
    /// The original was closed as a duplicate of this one, directly or by others.
    #[error("that question was closed as a duplicate of this one")]
    InCircles,
    /// Somebody who sees the question would be sent where they cannot go.
    #[error("not everybody who may see this question may see that one")]
    NotForAll,
}
