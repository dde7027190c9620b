//! What every text a person types about themselves has in common: trimmed, of bounded length, without hidden controls.

use super::error::TextError;

/// Marks that reorder the text around them; in a name they make one person look like another.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

/// One line, trimmed, inner white space collapsed to single spaces; may be empty.
///
/// # Errors
/// Controls, or more than `max` characters.
pub fn line(raw: &str, max: usize) -> Result<String, TextError> {
    if raw
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r') || turns_direction(c))
    {
        return Err(TextError::Control);
    }
    let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > max {
        return Err(TextError::TooLong(max));
    }
    Ok(text)
}

/// One line that says something: at least one letter or digit.
///
/// # Errors
/// As [`line`], or nothing legible.
pub fn name(raw: &str, max: usize) -> Result<String, TextError> {
    let text = line(raw, max)?;
    if text.chars().any(char::is_alphanumeric) {
        Ok(text)
    } else {
        Err(TextError::Empty)
    }
}

/// Several lines, trimmed, line ends as `\n`; may be empty.
///
/// # Errors
/// Controls other than tab and line end, or more than `max` characters.
pub fn lines(raw: &str, max: usize) -> Result<String, TextError> {
    let text = raw.replace("\r\n", "\n").trim().to_owned();
    if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n') || turns_direction(c))
    {
        return Err(TextError::Control);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong(max));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed() {
        assert_eq!(
            line("  Noor \t Hallström ", 100),
            Ok("Noor Hallström".into())
        );
        assert_eq!(lines(" a\r\nb ", 10), Ok("a\nb".into()));
    }

    #[test]
    fn controls_and_direction_marks_are_refused() {
        for bad in ["a\0b", "a\u{202E}b", "a\u{2066}b", "\u{7f}"] {
            assert_eq!(line(bad, 100), Err(TextError::Control), "{bad:?}");
            assert_eq!(lines(bad, 100), Err(TextError::Control), "{bad:?}");
        }
    }

    #[test]
    fn length_counts_characters_after_trimming() {
        assert!(line(&format!("  {}  ", "å".repeat(5)), 5).is_ok());
        assert_eq!(line(&"å".repeat(6), 5), Err(TextError::TooLong(5)));
    }

    #[test]
    fn a_name_needs_something_legible() {
        assert_eq!(name(" ", 10), Err(TextError::Empty));
        assert_eq!(name("\u{200B}", 10), Err(TextError::Empty));
        assert!(name("李", 10).is_ok());
    }
}
