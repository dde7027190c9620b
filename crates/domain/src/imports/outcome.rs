//! What an import makes of a row that may have been here before. What somebody changed here stays as it is here.

crate::words! {
    /// What kind of thing an imported row is.
    pub enum ItemKind {
        /// Somebody who wrote there.
        Person = "person",
        /// A topic.
        Topic = "topic",
        /// A question.
        Question = "question",
        /// An answer.
        Answer = "answer",
        /// A comment.
        Comment = "comment",
        /// A link between two posts.
        Link = "link",
        /// A badge a person had there.
        Badge = "badge",
    }
}

crate::words! {
    /// What an import made of it.
    pub enum Outcome {
        /// It was not here.
        New = "new",
        /// It was here and is as the dump says now.
        Changed = "changed",
        /// It was here just so.
        Unchanged = "unchanged",
        /// It changed there, but was edited here: the local edit stays.
        Kept = "kept",
        /// It is here and not in the dump any more: it stays and is marked.
        Gone = "gone",
    }
}

crate::words! {
    /// How far an import has come.
    pub enum RunState {
        /// It has begun; if nothing runs, it was cut off and goes on when it is begun again.
        Running = "running",
        /// All of it is written.
        Finished = "finished",
    }
}

/// What is known of a row that was here: both sides may have changed since the last import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The dump says something else than the last one.
    pub changed_there: bool,
    /// Somebody changed it here since the last import.
    pub changed_here: bool,
}

impl Meeting {
    /// Who has the last word: nobody has to where only one side changed; a local edit where both did.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        match (self.changed_there, self.changed_here) {
            (false, _) => Outcome::Unchanged,
            (true, false) => Outcome::Changed,
            (true, true) => Outcome::Kept,
        }
    }
}

impl Outcome {
    /// The outcome of a whole whose parts had these: what was kept is told before what was changed.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Kept, _) | (_, Self::Kept) => Self::Kept,
            (Self::Unchanged, other) => other,
            (this, _) => this,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_edit_is_never_overwritten() {
        for changed_there in [false, true] {
            let meeting = Meeting {
                changed_there,
                changed_here: true,
            };
            assert_ne!(meeting.outcome(), Outcome::Changed);
        }
        let meeting = Meeting {
            changed_there: true,
            changed_here: false,
        };
        assert_eq!(meeting.outcome(), Outcome::Changed);
    }

    #[test]
    fn what_was_kept_is_told_first() {
        assert_eq!(Outcome::Changed.and(Outcome::Kept), Outcome::Kept);
        assert_eq!(Outcome::Unchanged.and(Outcome::Changed), Outcome::Changed);
        assert_eq!(Outcome::Changed.and(Outcome::Unchanged), Outcome::Changed);
        assert_eq!(
            Outcome::Unchanged.and(Outcome::Unchanged),
            Outcome::Unchanged
        );
    }
}
