//! Points in time: whole microseconds since the Unix epoch, UTC.
//!
//! Both databases keep them exactly, and both sort them as they happened. On the wire they are RFC 3339 with `Z`, which
//! `Display` and `FromStr` write and read. Nothing here knows what time it is: the caller says.

use core::fmt;
use core::str::FromStr;

const MICROS_PER_SECOND: i64 = 1_000_000;
const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;

/// A point in time in microseconds since the Unix epoch, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The Unix epoch.
    pub const EPOCH: Self = Self(0);

    /// From microseconds since the epoch.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// From seconds since the epoch.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(MICROS_PER_SECOND))
    }

    /// From milliseconds since the epoch, the unit of browsers and of the dumps of other sites.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis.saturating_mul(1_000))
    }

    /// From a date of the Gregorian calendar and a time of that day, in UTC; nothing if there is no such date or time.
    #[must_use]
    pub fn from_civil(date: (i64, u8, u8), time: (u8, u8, u8), micros: u32) -> Option<Self> {
        let (year, month, day) = date;
        let (hour, minute, second) = time;
        let date_fits = (0..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        if !date_fits || day > days_in_month(year, month) {
            return None;
        }
        if hour > 23 || minute > 59 || second > 59 || micros > 999_999 {
            return None;
        }
        let seconds = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        let days = days_from_civil(year, month, day);
        Some(Self(
            days * MICROS_PER_DAY + seconds * MICROS_PER_SECOND + i64::from(micros),
        ))
    }

    /// Microseconds since the epoch: what the database stores.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(MICROS_PER_SECOND)
    }

    /// The start of this day (UTC): what is told about the times of hidden posts.
    #[must_use]
    pub const fn day(self) -> Self {
        Self(self.0 - self.0.rem_euclid(MICROS_PER_DAY))
    }

    /// So many seconds later (earlier, if negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(
            self.0
                .saturating_add(seconds.saturating_mul(MICROS_PER_SECOND)),
        )
    }

    /// So many days later (earlier, if negative).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(MICROS_PER_DAY)))
    }

    /// Year, month and day in UTC.
    #[must_use]
    pub fn date(self) -> (i64, u8, u8) {
        civil_from_days(self.0.div_euclid(MICROS_PER_DAY))
    }
}

/// RFC 3339 with `Z`; the fraction has six digits, or is left out when it is zero.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let within = self.0.rem_euclid(MICROS_PER_DAY);
        let seconds = within / MICROS_PER_SECOND;
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        match within % MICROS_PER_SECOND {
            0 => f.write_str("Z"),
            micros => write!(f, ".{micros:06}Z"),
        }
    }
}

/// A text that is no RFC 3339 time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time as RFC 3339 writes it, such as 2026-11-23T09:40:00Z")]
pub struct NotATime;

/// Reads RFC 3339 with `Z` or an offset. A missing offset means UTC (dumps of other sites leave it out); digits finer
/// than microseconds are cut off.
impl FromStr for Timestamp {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (date, rest) = text.split_once(['T', 't', ' ']).ok_or(NotATime)?;
        let (clock, offset) = split_offset(rest)?;
        let (hms, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let [hour, minute, second] = numbers(hms, ':', [2, 2, 2])?;
        let small = |number: i64| u8::try_from(number).map_err(|_| NotATime);
        Self::from_civil(
            (year, small(month)?, small(day)?),
            (small(hour)?, small(minute)?, small(second)?),
            micros_of_fraction(fraction)?,
        )
        .map(|local| local.plus_seconds(-offset))
        .ok_or(NotATime)
    }
}

/// The clock part and the offset from UTC in seconds.
fn split_offset(rest: &str) -> Result<(&str, i64), NotATime> {
    if let Some(clock) = rest.strip_suffix(['Z', 'z']) {
        return Ok((clock, 0));
    }
    let (clock, sign, offset) = if let Some((clock, offset)) = rest.split_once('+') {
        (clock, 1, offset)
    } else if let Some((clock, offset)) = rest.split_once('-') {
        (clock, -1, offset)
    } else {
        return Ok((rest, 0));
    };
    let [hours, minutes] = numbers(offset, ':', [2, 2])?;
    if hours > 23 || minutes > 59 {
        return Err(NotATime);
    }
    Ok((clock, sign * (hours * 3_600 + minutes * 60)))
}

/// Exactly `N` numbers of the given widths between separators, digits only.
fn numbers<const N: usize>(
    text: &str,
    separator: char,
    widths: [usize; N],
) -> Result<[i64; N], NotATime> {
    let mut found = [0; N];
    let mut parts = text.split(separator);
    for (slot, width) in found.iter_mut().zip(widths) {
        let part = parts.next().ok_or(NotATime)?;
        if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotATime);
        }
        *slot = part.parse().map_err(|_| NotATime)?;
    }
    parts.next().map_or(Ok(found), |_| Err(NotATime))
}

fn micros_of_fraction(digits: &str) -> Result<u32, NotATime> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotATime);
    }
    let padded = digits.bytes().chain(core::iter::repeat(b'0')).take(6);
    Ok(padded.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn days_in_month(year: i64, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since the epoch. Years are counted from March, so that the leap day is the last of its year; 400 years have
/// 146,097 days (Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The reverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let small = |number: i64| u8::try_from(number).unwrap_or(u8::MAX);
    (year, small(month), small(day))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes_rfc_3339() {
        let time: Timestamp = "2026-11-23T09:40:00.123456Z".parse().unwrap();
        assert_eq!(time.micros(), 1_795_426_800_123_456);
        assert_eq!(time.to_string(), "2026-11-23T09:40:00.123456Z");
        assert_eq!(time.day().to_string(), "2026-11-23T00:00:00Z");
        let offset: Timestamp = "2026-11-23T10:40:00.1234569+01:00".parse().unwrap();
        assert_eq!(offset, time);
        let bare: Timestamp = "2020-02-29T23:59:59.9".parse().unwrap();
        assert_eq!(bare.to_string(), "2020-02-29T23:59:59.900000Z");
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            "2026-11-23",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T09:40Z",
            "2026-11-23T09:40:00.Z",
            "2026-11-23T09:40:00+1:00",
            "+026-11-23T09:40:00Z",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(NotATime), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(micros in 0_i64..253_402_300_799_999_999) {
            let time = Timestamp::from_micros(micros);
            prop_assert_eq!(time.to_string().parse(), Ok(time));
            prop_assert!(time.day() <= time);
        }
    }
}
