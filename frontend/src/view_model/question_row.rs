//! What a row says about a question: its state as a word, and how it stands.

use tacit_contract::questions::{QuestionState, QuestionSummary, Urgency};

use crate::components::ui::StateName;

/// What stands below the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody answered.
    NoAnswer,
    /// So many answers.
    Answers(u64),
    /// It was asked before.
    Duplicate,
}

/// The state to show: what blocks somebody is urgent until it is solved or closed.
pub const fn state(state: QuestionState, urgency: Urgency) -> StateName {
    match (state, urgency) {
        (QuestionState::Open | QuestionState::Answered, Urgency::Blocking) => StateName::Urgent,
        (QuestionState::Open, Urgency::Normal) => StateName::Open,
        (QuestionState::Answered, Urgency::Normal) => StateName::Answered,
        (QuestionState::Solved, _) => StateName::Solved,
        (QuestionState::Closed, _) => StateName::Closed,
    }
}

/// How it stands.
pub fn standing(question: &QuestionSummary) -> Standing {
    if question.duplicate_of.is_some() {
        return Standing::Duplicate;
    }
    match u64::try_from(question.answer_count) {
        Ok(count) if count > 0 => Standing::Answers(count),
        _ => Standing::NoAnswer,
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::questions::{QuestionState, Urgency};

    use super::state;
    use crate::components::ui::StateName;

    #[test]
    fn what_blocks_is_urgent_until_it_is_solved() {
        assert_eq!(
            state(QuestionState::Answered, Urgency::Blocking),
            StateName::Urgent
        );
        assert_eq!(
            state(QuestionState::Solved, Urgency::Blocking),
            StateName::Solved
        );
        assert_eq!(state(QuestionState::Open, Urgency::Normal), StateName::Open);
    }
}
