//! A closing: why, with the original of a duplicate and a word of explanation.
//!
//! A duplicate leads to where the answers are: its original is never itself a duplicate, so nobody is sent on twice and
//! nobody in circles. Finding that original is the service's work, step by step with [`Trail`].

use uuid::Uuid;

use super::Refusal;
use crate::posts::Reason;
use crate::questions::CloseReason;

/// Originals of originals that are followed. Nothing here makes chains; an import may bring some.
const STEPS: usize = 32;

/// A closing whose parts fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    reason: CloseReason,
    original: Option<Uuid>,
    note: Option<Reason>,
}

impl Closing {
    /// Puts a closing together.
    ///
    /// # Errors
    /// [`Refusal::OriginalNeeded`], [`Refusal::OriginalNotWanted`] or [`Refusal::NoteNeeded`].
    pub fn new(
        reason: CloseReason,
        original: Option<Uuid>,
        note: Option<Reason>,
    ) -> Result<Self, Refusal> {
        match (reason, &original, &note) {
            (CloseReason::Duplicate, None, _) => Err(Refusal::OriginalNeeded),
            (CloseReason::Other, None, None) => Err(Refusal::NoteNeeded),
            (CloseReason::Duplicate, Some(_), _)
            | (CloseReason::Outdated | CloseReason::OutOfPlace | CloseReason::Other, None, _) => {
                Ok(Self {
                    reason,
                    original,
                    note,
                })
            }
            (CloseReason::Outdated | CloseReason::OutOfPlace | CloseReason::Other, Some(_), _) => {
                Err(Refusal::OriginalNotWanted)
            }
        }
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> CloseReason {
        self.reason
    }

    /// The question named as the original of a duplicate.
    #[must_use]
    pub const fn original(&self) -> Option<Uuid> {
        self.original
    }

    /// A word of explanation.
    #[must_use]
    pub const fn note(&self) -> Option<&Reason> {
        self.note.as_ref()
    }
}

/// The way from a named original to the one that is no duplicate itself.
#[derive(Clone, Copy, Debug)]
pub struct Trail {
    closing: Uuid,
    at: Uuid,
    steps: usize,
}

impl Trail {
    /// Begins at the question that was named.
    ///
    /// # Errors
    /// [`Refusal::OfItself`].
    pub fn begin(closing: Uuid, named: Uuid) -> Result<Self, Refusal> {
        if closing == named {
            return Err(Refusal::OfItself);
        }
        Ok(Self {
            closing,
            at: named,
            steps: 0,
        })
    }

    /// Where the way has come to.
    #[must_use]
    pub const fn at(&self) -> Uuid {
        self.at
    }

    /// Goes on to what that question is a duplicate of.
    ///
    /// # Errors
    /// [`Refusal::InCircles`] when the way leads back, or does not end.
    pub fn follow(self, original: Uuid) -> Result<Self, Refusal> {
        if original == self.closing || self.steps >= STEPS {
            return Err(Refusal::InCircles);
        }
        Ok(Self {
            at: original,
            steps: self.steps.saturating_add(1),
            ..self
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn why() -> Option<Reason> {
        Some(Reason::parse("Asked in the wrong place").unwrap())
    }

    #[test]
    fn only_a_duplicate_names_an_original_and_it_always_does() {
        let original = Some(Uuid::from_u128(1));
        assert_eq!(
            Closing::new(CloseReason::Duplicate, None, why()),
            Err(Refusal::OriginalNeeded)
        );
        let closing = Closing::new(CloseReason::Duplicate, original, None).unwrap();
        assert_eq!(
            (closing.reason(), closing.original()),
            (CloseReason::Duplicate, original)
        );
        for reason in [
            CloseReason::Outdated,
            CloseReason::OutOfPlace,
            CloseReason::Other,
        ] {
            assert_eq!(
                Closing::new(reason, original, why()),
                Err(Refusal::OriginalNotWanted)
            );
            assert!(Closing::new(reason, None, why()).is_ok());
        }
    }

    #[test]
    fn other_says_why_in_words() {
        assert_eq!(
            Closing::new(CloseReason::Other, None, None),
            Err(Refusal::NoteNeeded)
        );
        assert!(Closing::new(CloseReason::Outdated, None, None).is_ok());
    }

    #[test]
    fn a_trail_never_leads_back() {
        let [a, b, c] = [1, 2, 3].map(Uuid::from_u128);
        assert_eq!(Trail::begin(a, a).unwrap_err(), Refusal::OfItself);
        let trail = Trail::begin(a, b).unwrap().follow(c).unwrap();
        assert_eq!(trail.at(), c);
        assert_eq!(trail.follow(a).unwrap_err(), Refusal::InCircles);
    }

    #[test]
    fn a_trail_that_does_not_end_is_a_circle() {
        let [a, b, c] = [1, 2, 3].map(Uuid::from_u128);
        let mut trail = Trail::begin(a, b);
        for step in 0..1_000 {
            trail = trail.and_then(|trail| trail.follow(if step % 2 == 0 { c } else { b }));
        }
        assert_eq!(trail.unwrap_err(), Refusal::InCircles);
    }
}
