//! The title of a question: one sentence.

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::{TITLE_MAX, TITLE_MIN};

/// One line of 10 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Reads a title; white space is collapsed.
    ///
    /// # Errors
    /// Nothing legible, too short, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let line = text::name(raw, TITLE_MAX)?;
        if line.chars().count() < TITLE_MIN {
            return Err(TextError::TooShort(TITLE_MIN));
        }
        Ok(Self(line))
    }

    /// The title.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_some_length() {
        let title = Title::parse("  Which of the\ttwo\n sheets? ");
        assert_eq!(title, Ok(Title("Which of the two sheets?".into())));
        assert_eq!(Title::parse("Too short"), Err(TextError::TooShort(10)));
        assert_eq!(Title::parse("??????????"), Err(TextError::Empty));
        assert_eq!(Title::parse("What about NUL\0?"), Err(TextError::Control));
        assert!(Title::parse(&"å".repeat(200)).is_ok());
        assert_eq!(Title::parse(&"å".repeat(201)), Err(TextError::TooLong(200)));
    }
}
