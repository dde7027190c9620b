//! Licences of what is written on Stack Exchange: what the row says, else by the date it was written.

use crate::time::Timestamp;

/// 2011-04-08T00:00:00Z.
const FROM_3_0: Timestamp = Timestamp::from_seconds(1_302_220_800);
/// 2018-05-02T00:00:00Z.
const FROM_4_0: Timestamp = Timestamp::from_seconds(1_525_219_200);

/// The licence of a text: `declared` where the dump says it, else CC BY-SA 2.5 before 8 April 2011, 3.0 until 2 May 2018,
/// 4.0 from then on.
#[must_use]
pub fn license(declared: Option<&str>, written_at: Timestamp) -> &str {
    match declared.map(str::trim) {
        Some(declared) if !declared.is_empty() => declared,
        _ if written_at < FROM_3_0 => "CC BY-SA 2.5",
        _ if written_at < FROM_4_0 => "CC BY-SA 3.0",
        _ => "CC BY-SA 4.0",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str) -> &'static str {
        let at = format!("{day}Z").parse().unwrap_or_default();
        license(None, at)
    }

    #[test]
    fn the_date_decides_unless_the_row_says() {
        assert_eq!(on("2011-04-07T23:59:59"), "CC BY-SA 2.5");
        assert_eq!(on("2011-04-08T00:00:00"), "CC BY-SA 3.0");
        assert_eq!(on("2018-05-01T23:59:59"), "CC BY-SA 3.0");
        assert_eq!(on("2018-05-02T00:00:00"), "CC BY-SA 4.0");
        let declared = license(Some("CC BY-SA 4.0"), Timestamp::EPOCH);
        assert_eq!(declared, "CC BY-SA 4.0");
    }
}
