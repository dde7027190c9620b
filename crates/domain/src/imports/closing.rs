//! Why a question was closed on Stack Exchange, by the number its history gives.

use crate::questions::CloseReason;

/// The reason here, and the words of the site where ours say less.
#[must_use]
pub const fn closing(number: Option<u32>) -> (CloseReason, Option<&'static str>) {
    match number {
        Some(1 | 101) => (CloseReason::Duplicate, None),
        Some(2 | 102) => (CloseReason::OutOfPlace, None),
        Some(3) => (CloseReason::Other, Some("Subjective and argumentative")),
        Some(4) => (CloseReason::Other, Some("Not a real question")),
        Some(7) => (CloseReason::Other, Some("Too localized")),
        Some(10) => (CloseReason::Other, Some("General reference")),
        Some(20) => (CloseReason::Other, Some("Noise or pointless")),
        Some(103) => (CloseReason::Other, Some("Unclear what is asked")),
        Some(104) => (CloseReason::Other, Some("Too broad")),
        Some(105) => (CloseReason::Other, Some("Primarily opinion-based")),
        _ => (CloseReason::Other, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_times_are_known() {
        assert_eq!(closing(Some(1)), closing(Some(101)));
        assert_eq!(closing(Some(2)).0, CloseReason::OutOfPlace);
        assert_eq!(closing(Some(104)).1, Some("Too broad"));
        assert_eq!(closing(None), (CloseReason::Other, None));
    }
}
