//! Renewal: an answer that was accepted long ago and that somebody called out of date is looked at again, by its author
//! or by those who know its topics. Reading a page does not make it fresh; a look and a word do.

use uuid::Uuid;

use super::Refusal;
use crate::identity::Viewer;
use crate::time::Timestamp;

/// Days after which an accepted answer may come up: half a year.
pub const DAYS: i64 = 183;

crate::words! {
    /// What came of looking at an answer again.
    pub enum RenewalOutcome {
        /// It is still right.
        StillRight = "still_right",
        /// Another answer says it now.
        Replaced = "replaced",
    }
}

/// What decides whether an answer is looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// When it was accepted; none when it is not.
    pub accepted_at: Option<Timestamp>,
    /// When somebody last said it is still right or replaced.
    pub renewed_at: Option<Timestamp>,
    /// When its text was last edited.
    pub edited_at: Option<Timestamp>,
    /// When somebody last called it out of date, and nobody decided since.
    pub flagged_at: Option<Timestamp>,
}

/// Answers accepted at this time or before may come up.
#[must_use]
pub const fn accepted_before(now: Timestamp) -> Timestamp {
    now.plus_days(-DAYS)
}

/// Whether an answer is to be looked at again: accepted half a year ago, and called out of date after it was last edited
/// or renewed.
#[must_use]
pub fn is_due(facts: &Freshness, now: Timestamp) -> bool {
    let (Some(accepted), Some(flagged)) = (facts.accepted_at, facts.flagged_at) else {
        return false;
    };
    let touched = facts.renewed_at.max(facts.edited_at);
    accepted <= accepted_before(now) && touched.is_none_or(|touched| touched < flagged)
}

/// Whether the viewer may renew an answer: its author, and who knows its topics by accepted answers of their own.
///
/// # Errors
/// [`Refusal::NotTheExpert`].
pub fn can_renew(viewer: &Viewer, author: Option<Uuid>, knows: bool) -> Result<(), Refusal> {
    if author == Some(viewer.member_id) || knows {
        Ok(())
    } else {
        Err(Refusal::NotTheExpert)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    fn day(number: i64) -> Option<Timestamp> {
        Some(Timestamp::from_micros(0).plus_days(number))
    }

    fn due(accepted: i64, renewed: Option<i64>, edited: Option<i64>, flagged: Option<i64>) -> bool {
        let facts = Freshness {
            accepted_at: day(accepted),
            renewed_at: renewed.and_then(day),
            edited_at: edited.and_then(day),
            flagged_at: flagged.and_then(day),
        };
        is_due(&facts, Timestamp::from_micros(0).plus_days(400))
    }

    #[test]
    fn old_and_called_out_of_date_comes_up() {
        assert!(due(1, None, None, Some(300)));
        assert!(due(400 - DAYS, None, None, Some(399)));
        assert!(!due(401 - DAYS, None, None, Some(399)), "accepted lately");
        assert!(!due(1, None, None, None), "nobody said so");
    }

    #[test]
    fn an_edit_or_a_look_after_it_settles_it() {
        assert!(due(1, Some(200), Some(100), Some(300)));
        assert!(!due(1, Some(301), None, Some(300)));
        assert!(!due(1, None, Some(300), Some(300)));
        assert!(!is_due(
            &Freshness {
                accepted_at: None,
                renewed_at: None,
                edited_at: None,
                flagged_at: day(1)
            },
            Timestamp::from_micros(0).plus_days(400)
        ));
    }

    #[test]
    fn its_author_and_who_knows_renew() {
        let author = Some(Uuid::from_u128(1));
        let viewer = |id| Viewer {
            member_id: Uuid::from_u128(id),
            role: Role::Lead,
        };
        assert_eq!(can_renew(&viewer(1), author, false), Ok(()));
        assert_eq!(can_renew(&viewer(2), author, true), Ok(()));
        assert_eq!(
            can_renew(&viewer(2), author, false),
            Err(Refusal::NotTheExpert)
        );
    }
}
