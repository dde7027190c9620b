//! How a need comes along: its states, and which leads to which.
//!
//! A need that was decided on (met, exists already, not now) is opened again before it goes anywhere else, so that nobody
//! reads "met" today and "on hold" tomorrow without a word between them. Every move carries a word.

crate::words! {
    /// How far a need has come.
    pub enum NeedState {
        /// Said, and nobody has looked into it.
        Open = "open",
        /// Somebody looks into it.
        Exploring = "exploring",
        /// Something is being done.
        UnderWay = "under_way",
        /// Something that is linked meets it.
        Met = "met",
        /// What meets it was there all along.
        AlreadyExists = "already_exists",
        /// It waits for something.
        OnHold = "on_hold",
        /// Not for the time being.
        NotNow = "not_now",
    }
}

impl NeedState {
    /// The states it may have next.
    #[must_use]
    pub const fn leads_to(self) -> &'static [Self] {
        use NeedState::{AlreadyExists, Exploring, Met, NotNow, OnHold, Open, UnderWay};
        match self {
            Open => &[Exploring, UnderWay, Met, AlreadyExists, OnHold, NotNow],
            Exploring => &[Open, UnderWay, Met, AlreadyExists, OnHold, NotNow],
            UnderWay => &[Exploring, Met, AlreadyExists, OnHold, NotNow],
            OnHold => &[Open, Exploring, UnderWay, Met, AlreadyExists, NotNow],
            Met | AlreadyExists | NotNow => &[Open],
        }
    }

    /// Whether something meets it: then a link says what.
    #[must_use]
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::AlreadyExists)
    }

    /// Whether it was decided on and waits for nothing.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::AlreadyExists | Self::NotNow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_reached_and_left_and_none_leads_to_itself() {
        for state in NeedState::ALL {
            assert!(!state.leads_to().is_empty(), "{state} is left");
            assert!(!state.leads_to().contains(state), "{state} to itself");
            let reached = NeedState::ALL
                .iter()
                .any(|other| other.leads_to().contains(state));
            assert!(reached, "{state} is reached");
        }
    }

    #[test]
    fn what_was_decided_is_opened_again_first() {
        for state in NeedState::ALL.iter().filter(|state| state.is_settled()) {
            assert_eq!(state.leads_to(), [NeedState::Open]);
        }
    }

    #[test]
    fn whatever_is_met_is_settled() {
        for state in NeedState::ALL.iter().filter(|state| state.is_met()) {
            assert!(state.is_settled());
        }
        assert!(NeedState::NotNow.is_settled() && !NeedState::NotNow.is_met());
        assert!(!NeedState::OnHold.is_settled());
    }
}
