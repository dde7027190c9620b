//! Figures of a community in words.

use crate::i18n::Lang;

/// How long the middle question waited for its first answer: minutes, then hours, then days.
pub fn first_answer(t: Lang, minutes: i64) -> String {
    let minutes = u64::try_from(minutes).unwrap_or_default();
    match (minutes / 60, minutes / (24 * 60)) {
        (0, _) => t.community_minutes(minutes),
        (hours, 0 | 1) => t.community_hours(hours),
        (_, days) => t.community_days(days),
    }
}

#[cfg(test)]
mod tests {
    use super::first_answer;
    use crate::i18n::Lang;

    #[test]
    fn a_wait_is_told_in_the_unit_that_fits() {
        assert_eq!(first_answer(Lang::En, 1), "1 minute");
        assert_eq!(first_answer(Lang::En, 59), "59 minutes");
        assert_eq!(first_answer(Lang::En, 119), "1 hour");
        assert_eq!(first_answer(Lang::Sv, 2_879), "47 timmar");
        assert_eq!(first_answer(Lang::En, 2_880), "2 days");
        assert_eq!(first_answer(Lang::En, -5), "0 minutes");
    }
}
