//! What is typed about a community: its name, its purpose, its charter and its rules.

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::{CHARTER_MAX, COMMUNITY_NAME_MAX, COMMUNITY_TEXT_MAX, PURPOSE_MAX, REASON_MAX};
use crate::topics::slug::TopicSlug;

/// What a community is called: one line. Two may be called the same, so that no name tells of a hidden one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommunityName(String);

impl CommunityName {
    /// Reads a name that says something.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::name(raw, COMMUNITY_NAME_MAX).map(Self)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug of the name that `seed` makes the only one: no other community's slug is ever in its way, so none is told of.
    #[must_use]
    pub fn slug(&self, seed: u128) -> String {
        let words = TopicSlug::fold(&self.0).map(|slug| slug.as_str().to_owned());
        let words: String = words.unwrap_or_default().chars().take(60).collect();
        let words = words.trim_end_matches('-');
        let tail = format!("{seed:032x}");
        let tail = tail.get(20..).unwrap_or_default();
        if words.is_empty() {
            tail.to_owned()
        } else {
            format!("{words}-{tail}")
        }
    }
}

/// What a community is for, in a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose(String);

impl Purpose {
    /// Reads a purpose that says something.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::name(raw, PURPOSE_MAX).map(Self)
    }

    /// The purpose.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What somebody says with a wish to join, a decision or an invitation: a few lines; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    /// Reads a few lines.
    ///
    /// # Errors
    /// Too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::lines(raw, REASON_MAX).map(Self)
    }

    /// The lines.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A part of the charter (who it is for, what one gets, what one gives); may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharterText(String);

impl CharterText {
    /// Reads a few lines.
    ///
    /// # Errors
    /// Too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::lines(raw, CHARTER_MAX).map(Self)
    }

    /// Reads house rules or a welcome: some more lines.
    ///
    /// # Errors
    /// Too long, or controls.
    pub fn parse_long(raw: &str) -> Result<Self, TextError> {
        text::lines(raw, COMMUNITY_TEXT_MAX).map(Self)
    }

    /// The lines.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slug_reads_like_the_name_and_is_like_no_other() {
        let name = CommunityName::parse("Samtal som är svåra").unwrap();
        let (one, other) = (name.slug(1), name.slug(2));
        assert!(one.starts_with("samtal-som-ar-svara-"), "{one}");
        assert_ne!(one, other);
        let sign = CommunityName::parse("complete").unwrap();
        assert_eq!(sign.slug(0xabc), "000000000abc");
    }

    #[test]
    fn a_charter_may_say_nothing_and_a_purpose_may_not() {
        assert_eq!(CharterText::parse(" \n "), Ok(CharterText::default()));
        assert_eq!(Purpose::parse(" \n "), Err(TextError::Empty));
        assert_eq!(CommunityName::parse("\u{202E}x"), Err(TextError::Control));
    }

    proptest! {
        #[test]
        fn a_slug_is_one_segment_of_an_address(raw in "(?s).{0,80}", seed in any::<u128>()) {
            if let Ok(name) = CommunityName::parse(&raw) {
                let slug = name.slug(seed);
                prop_assert!(!slug.is_empty() && !slug.contains(['/', '?', '%', ' ', '\\']));
                prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
            }
        }
    }
}
