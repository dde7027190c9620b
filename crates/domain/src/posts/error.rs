//! Why an act on a post, a question or a topic is refused to somebody who may see it.

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the author may, and leads and admins with a reason.
    #[error("only the author, a lead or an admin may edit this")]
    NotTheAuthor,
    /// Only the asker may, and leads and admins with a reason.
    #[error("only the asker, a lead or an admin may decide which answer is accepted")]
    NotTheAsker,
    /// Only the asker knows how much they wait.
    #[error("only the asker says how urgent it is")]
    UrgencyOfAnother,
    /// Somebody who acts on another's post says why.
    #[error("acting on somebody else's post needs a reason")]
    ReasonNeeded,
    /// Nobody thanks themselves.
    #[error("nobody marks their own post as helpful")]
    OwnPost,
    /// The question was closed.
    #[error("the question is closed")]
    Closed,
    /// Comments stand under questions and answers only.
    #[error("a comment cannot be commented on")]
    CommentOnComment,
    /// Needs are joined, and answered by links.
    #[error("a need takes no comments and no marks: join it, offer help, or link what meets it")]
    NotOnNeeds,
    /// Keeping the vocabulary in order.
    #[error("only leads and admins may do this")]
    LeadsOnly,
}
