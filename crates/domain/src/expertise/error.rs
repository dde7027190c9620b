//! Why something about expertise is refused.

/// Seen, but not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExpertiseRefusal {
    /// Endorsing oneself.
    #[error("Nobody endorses themselves")]
    Oneself,
    /// The second endorsement of the same person on one day.
    #[error("You endorsed this person today: at most once a day")]
    OncePerDay,
    /// A person of an import, or one who left.
    #[error("This person has no account that is in use")]
    NotActive,
}
