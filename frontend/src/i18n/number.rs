//! Whole numbers as each language writes them: a comma or a thin gap between groups of three.

use super::Lang;

impl Lang {
    /// `12345` as `12,345` or `12 345`; four digits stand together in Swedish.
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let (gap, from) = match self {
            Self::En => (',', 4),
            Self::Sv => ('\u{a0}', 5),
        };
        if digits.len() < from {
            return digits;
        }
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(gap);
            }
            grouped.push(digit);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn groups_of_three() {
        assert_eq!(Lang::En.number(999), "999");
        assert_eq!(Lang::En.number(1000), "1,000");
        assert_eq!(Lang::Sv.number(1000), "1000");
        assert_eq!(Lang::Sv.number(1_234_567), "1\u{a0}234\u{a0}567");
    }
}
