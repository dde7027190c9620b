//! Why an act on a need is refused to somebody who may see it.

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only who has the need decides how far it has come, and leads.
    #[error("only who has this need, a lead or an admin may change its state")]
    NotTheOwner,
    /// Taking on is the work of leads.
    #[error("only leads and admins take needs on")]
    LeadsOnly,
    /// It has this state already.
    #[error("it has this state already")]
    SameState,
    /// What is decided is opened again first.
    #[error("from this state it is opened again first")]
    NoWay,
    /// Whoever reads that it is met wants to know by what.
    #[error("say first what meets it: link a question or something outside")]
    NothingLinked,
    /// It was met or decided on.
    #[error("this need is not open any more")]
    Settled,
    /// One has one's own need already.
    #[error("this is one's own need")]
    OwnNeed,
    /// Nobody suggests themselves.
    #[error("offer to help instead of suggesting yourself")]
    Oneself,
    /// Whoever has the need does not help themselves.
    #[error("whoever has the need cannot be its helper")]
    HelpsThemselves,
    /// Only who added it removes it, who has the need, and leads.
    #[error("only who added this, who has the need, a lead or an admin may remove it")]
    NotTheirs,
    /// A need that is met shows by what.
    #[error("the last thing that meets a need stays while the need counts as met")]
    LastResponse,
    /// Only those who wanted it know.
    #[error("only who wanted this can say whether it helped")]
    NotJoined,
    /// There is nothing to confirm yet.
    #[error("whether it helped can be said once the need is met")]
    NotMet,
}
