//! Bookmarks: what one keeps for later, and why.

use crate::identity::error::TextError;
use crate::limits::NOTE_MAX;
use crate::posts::text::markdown;

/// A note beside a bookmark; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// Reads a note, without space around it.
    ///
    /// # Errors
    /// Too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        Ok(Self(markdown(raw.trim(), NOTE_MAX)?))
    }

    /// The note.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_may_be_empty_but_not_endless() {
        assert_eq!(Note::parse("  "), Ok(Note::default()));
        let kept = Note::parse(" For the training ");
        assert_eq!(kept.as_ref().map(Note::as_str), Ok("For the training"));
        assert_eq!(Note::parse(&"a".repeat(501)), Err(TextError::TooLong(500)));
        assert_eq!(Note::parse("a\u{7}"), Err(TextError::Control));
    }
}
