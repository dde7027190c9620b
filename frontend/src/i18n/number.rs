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

    /// Of a whole in per cent, with one decimal: `2.0`, in Swedish `2,0`.
    pub fn share(self, part: u64, whole: u64) -> String {
        let tenths = (part * 1_000 + whole / 2) / whole.max(1);
        let sign = match self {
            Self::En => '.',
            Self::Sv => ',',
        };
        format!("{}{sign}{}", self.number(tenths / 10), tenths % 10)
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
        assert_eq!(Lang::En.share(65, 3_306), "2.0");
        assert_eq!(Lang::Sv.share(1, 3), "33,3");
        assert_eq!(Lang::En.share(0, 0), "0.0");
        assert_eq!(Lang::Sv.number(1_234_567), "1\u{a0}234\u{a0}567");
    }
}
