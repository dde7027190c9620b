//! Names and descriptions of topics.

use super::TopicSlug;
use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::{TOPIC_DESCRIPTION_MAX, TOPIC_NAME_MAX};
use crate::posts::text::markdown;

/// A name as people write it, with the slug it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicName {
    text: String,
    slug: TopicSlug,
}

impl TopicName {
    /// Reads a name of 1 to 60 characters with at least one letter or digit.
    ///
    /// # Errors
    /// Nothing legible, too long, controls, or a word that is taken by an address.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = text::name(raw, TOPIC_NAME_MAX)?;
        let slug = TopicSlug::fold(&text)?;
        Ok(Self { text, slug })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it is found by.
    #[must_use]
    pub const fn slug(&self) -> &TopicSlug {
        &self.slug
    }
}

/// Reads a description; it may be empty.
///
/// # Errors
/// Too long, or controls.
pub fn description(raw: &str) -> Result<String, TextError> {
    markdown(raw, TOPIC_DESCRIPTION_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_how_it_was_written() {
        let name = TopicName::parse("  Customer   calls ");
        let parts = name.map(|n| (n.text, n.slug.as_str().to_owned()));
        assert_eq!(
            parts,
            Ok(("Customer calls".into(), "customer-calls".into()))
        );
        assert_eq!(TopicName::parse("+++"), Err(TextError::Empty));
        assert_eq!(TopicName::parse("a\0"), Err(TextError::Control));
        assert_eq!(
            TopicName::parse(&"a".repeat(61)),
            Err(TextError::TooLong(60))
        );
    }
}
