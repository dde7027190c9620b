//! How far a question has come, derived from what there is: answers, the accepted one, a reason it was closed for.

use uuid::Uuid;

use super::{CloseReason, QuestionState};

/// What decides the state of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answers that have not been deleted.
    pub answers: i32,
    /// The accepted one.
    pub accepted: Option<Uuid>,
    /// Why it was closed.
    pub closed: Option<CloseReason>,
}

impl Progress {
    /// The state: closed before solved before answered before open.
    #[must_use]
    pub const fn state(&self) -> QuestionState {
        match (self.closed, self.accepted, self.answers) {
            (Some(_), _, _) => QuestionState::Closed,
            (None, Some(_), _) => QuestionState::Solved,
            (None, None, 1..) => QuestionState::Answered,
            (None, None, _) => QuestionState::Open,
        }
    }

    /// After another answer.
    #[must_use]
    pub const fn answered(self) -> Self {
        Self {
            answers: self.answers.saturating_add(1),
            ..self
        }
    }

    /// After this answer was accepted, in place of any other.
    #[must_use]
    pub const fn accepted(self, answer: Uuid) -> Self {
        Self {
            accepted: Some(answer),
            ..self
        }
    }

    /// After an answer was deleted; the accepted one is accepted no more.
    #[must_use]
    pub fn removed(self, answer: Uuid) -> Self {
        Self {
            answers: self.answers.saturating_sub(1),
            accepted: self.accepted.filter(|accepted| *accepted != answer),
            ..self
        }
    }

    /// After the acceptance was taken back.
    #[must_use]
    pub const fn withdrawn(self) -> Self {
        Self {
            accepted: None,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ANSWER: Uuid = Uuid::from_u128(1);

    #[test]
    fn a_question_goes_from_open_over_answered_to_solved_and_back() {
        let asked = Progress::default();
        assert_eq!(asked.state(), QuestionState::Open);
        let answered = asked.answered();
        assert_eq!(answered.state(), QuestionState::Answered);
        let solved = answered.accepted(ANSWER);
        assert_eq!(solved.state(), QuestionState::Solved);
        assert_eq!(solved.answered().state(), QuestionState::Solved);
        assert_eq!(solved.withdrawn(), answered);
    }

    #[test]
    fn closed_is_closed_whatever_was_answered() {
        let closed = Progress {
            answers: 2,
            accepted: Some(ANSWER),
            closed: Some(CloseReason::Duplicate),
        };
        assert_eq!(closed.state(), QuestionState::Closed);
        assert_eq!(closed.withdrawn().state(), QuestionState::Closed);
    }

    proptest! {
        #[test]
        fn any_history_ends_in_the_state_of_its_facts(steps in proptest::collection::vec(0_u8..3, 0..30)) {
            let mut progress = Progress::default();
            for step in &steps {
                progress = match step {
                    0 => progress.answered(),
                    1 if progress.answers > 0 => progress.accepted(ANSWER),
                    1 => progress,
                    _ => progress.withdrawn(),
                };
            }
            let answers = steps.iter().filter(|step| **step == 0).count();
            prop_assert_eq!(usize::try_from(progress.answers), Ok(answers));
            let expected = match (progress.accepted, answers) {
                (Some(_), _) => QuestionState::Solved,
                (None, 0) => QuestionState::Open,
                (None, _) => QuestionState::Answered,
            };
            prop_assert_eq!(progress.state(), expected);
        }
    }
}
