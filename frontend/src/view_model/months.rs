//! The picture of contributions over time: how high a bar stands.

use tacit_contract::expertise::ActivityMonth;

/// The most contributed in a month.
pub fn most(months: &[ActivityMonth]) -> u32 {
    let sums = months
        .iter()
        .map(|one| one.questions.saturating_add(one.answers));
    sums.max().unwrap_or(0)
}

/// The height of a part in hundredths of the highest bar; what is there is seen.
pub fn height(count: u32, most: u32) -> u32 {
    if count == 0 || most == 0 {
        return 0;
    }
    (count.saturating_mul(100) / most).clamp(3, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_bar_is_whole_and_the_smallest_is_seen() {
        let month = |questions, answers| ActivityMonth {
            month: "2026-11".to_owned(),
            questions,
            answers,
        };
        assert_eq!(most(&[month(1, 2), month(0, 7)]), 7);
        assert_eq!(most(&[]), 0);
        assert_eq!((height(7, 7), height(1, 700), height(0, 7)), (100, 3, 0));
    }
}
