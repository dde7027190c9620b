//! Questions and their answers: titles, how far a question has come, and who may answer and accept.

pub mod policy;
pub mod progress;
pub mod title;

pub use progress::Progress;
pub use title::Title;

crate::words! {
    /// How far a question has come.
    pub enum QuestionState {
        /// Nobody has answered.
        Open = "open",
        /// There is an answer, none accepted.
        Answered = "answered",
        /// An answer is accepted.
        Solved = "solved",
        /// Not to be answered any more, for a reason.
        Closed = "closed",
    }
}

crate::words! {
    /// How much the asker waits.
    pub enum Urgency {
        /// When someone has time.
        Normal = "normal",
        /// The asker cannot go on without.
        Blocking = "blocking",
    }
}

crate::words! {
    /// Why a question was closed.
    pub enum CloseReason {
        /// Asked before; the original is named.
        Duplicate = "duplicate",
        /// No longer true or useful.
        Outdated = "outdated",
        /// Belongs elsewhere.
        OutOfPlace = "out_of_place",
        /// Something else.
        Other = "other",
    }
}

crate::words! {
    /// What a lead did with somebody else's question.
    pub enum ActKind {
        /// Accepted an answer.
        Accepted = "accepted",
        /// Took an acceptance back.
        Withdrawn = "withdrawn",
    }
}
