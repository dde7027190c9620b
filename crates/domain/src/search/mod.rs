//! Search: what the box understands, how results are ranked, and how passages are cut. Pure; the index lives in the API.

pub mod query;
pub mod rank;
pub mod snippet;
pub mod unmet;

crate::words! {
    /// What can be found.
    pub enum SearchKind {
        /// A question with its answers.
        Question = "question",
        /// A topic.
        Topic = "topic",
        /// A person.
        Member = "member",
        /// What somebody wants to learn.
        Need = "need",
    }
}

crate::words! {
    /// Why a result stands higher than its words alone would place it.
    pub enum LiftReason {
        /// It has an accepted answer.
        Solved = "solved",
        /// It has an answer.
        Answered = "answered",
        /// People marked it or its answers as helpful.
        Helpful = "helpful",
        /// Something happened in it lately.
        Recent = "recent",
    }
}
