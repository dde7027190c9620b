//! Why an act of keeping order is refused to somebody who sees what it is about.

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the asker may, and leads and admins.
    #[error("only the asker, a lead or an admin may close or reopen this")]
    NotTheAsker,
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
