//! Why something about a request is refused.

/// Seen, but not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoutingRefusal {
    /// Passing what one was not asked.
    #[error("only who was asked can pass")]
    NotAsked,
    /// Passing twice.
    #[error("you passed already")]
    Passed,
    /// The question needs nobody any more.
    #[error("the question is answered or closed")]
    Over,
    /// Wishing for or naming oneself.
    #[error("is yourself")]
    Oneself,
    /// Naming the asker.
    #[error("asked the question")]
    Asker,
    /// Naming somebody who was asked.
    #[error("was asked already")]
    AskedAlready,
    /// Naming somebody who cannot be asked now.
    #[error("cannot be asked now: away, or asked as often this week as they take")]
    Unavailable,
    /// One urgent question too many.
    #[error(
        "you asked three urgent questions in the last seven days: the next can wait, or one of those is urgent no more"
    )]
    UrgentTooOften,
}
