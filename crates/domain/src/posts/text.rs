//! The texts of posts: bounded, with line ends as `\n` and without characters that cannot be kept.
//!
//! Markdown keeps its leading spaces (they can mean code). Marks that turn the direction of writing are part of some
//! languages and stay; the names of people and topics refuse them.

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::{BODY_MAX, COMMENT_MAX, REASON_MAX};

/// Markdown of a question or an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// Reads a text that may be empty: a title can say it all.
    ///
    /// # Errors
    /// Too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        markdown(raw, BODY_MAX).map(Self)
    }

    /// Reads a text that must say something: an answer.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse_filled(raw: &str) -> Result<Self, TextError> {
        filled(Self::parse(raw)?.0).map(Self)
    }

    /// The Markdown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Markdown of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentBody(String);

impl CommentBody {
    /// Reads a short text that says something.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        filled(markdown(raw, COMMENT_MAX)?).map(Self)
    }

    /// The Markdown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why somebody acted on another's post: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// Reads a reason that says something.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::name(raw, REASON_MAX).map(Self)
    }

    /// The reason.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The language of a text: the primary tag of BCP 47 in lower case, such as `en` or `sv`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag; a region or script after it is left out.
    ///
    /// # Errors
    /// Not of the form.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let primary = raw.split('-').next().unwrap_or_default();
        let fits = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_alphabetic())
            && raw.len() <= 35
            && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !fits {
            return Err(TextError::Form("must be a language such as en or sv"));
        }
        Ok(Self(primary.to_ascii_lowercase()))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Line ends as `\n`, without blank lines around it, of at most `max` characters.
///
/// # Errors
/// Too long, or controls other than tab and line end.
pub fn markdown(raw: &str, max: usize) -> Result<String, TextError> {
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
    if unified
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n'))
    {
        return Err(TextError::Control);
    }
    let kept = without_blank_edges(&unified);
    if kept.chars().count() > max {
        return Err(TextError::TooLong(max));
    }
    Ok(kept.to_owned())
}

fn without_blank_edges(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some((first, after)) = rest.split_once('\n') {
        if !first.trim().is_empty() {
            break;
        }
        rest = after;
    }
    rest
}

fn filled(text: String) -> Result<String, TextError> {
    if text.chars().any(|c| !c.is_whitespace() && c != '\u{200B}') {
        Ok(text)
    } else {
        Err(TextError::Empty)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blank_edges_go_and_indentation_stays() {
        let body = Body::parse("\r\n  \r\n    let x = 1;\r\nend\t \n\n").unwrap();
        assert_eq!(body.as_str(), "    let x = 1;\nend");
    }

    #[test]
    fn only_questions_may_be_empty() {
        assert_eq!(Body::parse(" \n ").unwrap(), Body::default());
        assert_eq!(Body::parse_filled(" \n\u{200B}"), Err(TextError::Empty));
        assert_eq!(CommentBody::parse(""), Err(TextError::Empty));
        assert_eq!(Reason::parse(" - "), Err(TextError::Empty));
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        for raw in ["a\0b", "a\u{8}b", "\u{7f}", "a\u{1b}[31m"] {
            assert_eq!(Body::parse(raw), Err(TextError::Control), "{raw:?}");
        }
        assert!(Body::parse("שלום\u{200F}!").is_ok());
    }

    #[test]
    fn a_language_is_its_primary_tag() {
        let tag = |raw: &str| LanguageTag::parse(raw).map(|tag| tag.0);
        assert_eq!(tag("sv-SE"), Ok("sv".into()));
        assert_eq!(tag("EN"), Ok("en".into()));
        for bad in ["", "e", "engl", "12", "e\0", "en_GB", "en-\0"] {
            assert!(tag(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn lengths_count_characters() {
        assert!(CommentBody::parse(&"å".repeat(COMMENT_MAX)).is_ok());
        let long = CommentBody::parse(&"å".repeat(COMMENT_MAX + 1));
        assert_eq!(long, Err(TextError::TooLong(COMMENT_MAX)));
        assert!(Reason::parse(&"a".repeat(REASON_MAX + 1)).is_err());
    }

    proptest! {
        #[test]
        fn reading_again_changes_nothing(raw in "(?s).{0,200}") {
            if let Ok(body) = Body::parse(&raw) {
                prop_assert_eq!(Body::parse(body.as_str()), Ok(body));
            }
        }
    }
}
