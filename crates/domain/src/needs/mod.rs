//! Learning needs: what somebody wants to learn and why, who wants it too, who helps, and what met it.
//!
//! `state` says how a need comes along; `policy` who may do what; `text` reads what is typed.

pub mod demand;
pub mod error;
pub mod policy;
pub mod state;
pub mod text;

pub use error::Refusal;
pub use state::NeedState;
pub use text::{Link, LinkTitle};

crate::words! {
    /// How somebody would like to learn it.
    pub enum NeedForm {
        /// An answer is enough.
        Answer = "answer",
        /// A session with others.
        Session = "session",
        /// Doing it together with somebody.
        Pairing = "pairing",
        /// Somebody who accompanies them for a while.
        Mentor = "mentor",
        /// Something to read.
        Guide = "guide",
    }
}

crate::words! {
    /// What a response leads to.
    pub enum ResponseKind {
        /// A question here.
        Question = "question",
        /// Something outside, such as a course.
        Link = "link",
    }
}

crate::words! {
    /// How somebody came to be a helper of a need.
    pub enum HelperKind {
        /// They offered.
        Volunteer = "volunteer",
        /// Somebody named them.
        Suggested = "suggested",
    }
}

crate::words! {
    /// A step in the life of a need.
    pub enum StepKind {
        /// It has another state.
        Moved = "moved",
        /// A lead takes care of it.
        TakenOn = "taken_on",
        /// That lead does so no more.
        LetGo = "let_go",
    }
}

crate::words! {
    /// Whether what met a need was of help to somebody.
    pub enum Helped {
        /// It was.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// It was not.
        No = "no",
    }
}
