//! What is typed around a need: the address and the title of something outside.

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::{LINK_TITLE_MAX, LINK_URL_MAX};

/// The address of something outside: absolute, `http` or `https`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Reads an address. Names and passwords in it are refused: they would be shown to everybody.
    ///
    /// # Errors
    /// Empty, too long, controls, or not of the form.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let kept = raw.trim();
        if kept.is_empty() {
            return Err(TextError::Empty);
        }
        if kept.chars().count() > LINK_URL_MAX {
            return Err(TextError::TooLong(LINK_URL_MAX));
        }
        if kept.chars().any(char::is_control) {
            return Err(TextError::Control);
        }
        let rest = kept
            .strip_prefix("https://")
            .or_else(|| kept.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        let fits = host.is_some_and(|host| {
            !host.is_empty() && !host.contains('@') && !host.starts_with([':', '.'])
        });
        let plain = !kept.chars().any(|c| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
        });
        if fits && plain {
            Ok(Self(kept.to_owned()))
        } else {
            Err(TextError::Form(
                "must be an address that begins with https:// or http://",
            ))
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What something outside is called: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTitle(String);

impl LinkTitle {
    /// Reads a title that says something.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::name(raw, LINK_TITLE_MAX).map(Self)
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
    fn a_link_leads_somewhere_and_holds_no_secret() {
        for good in [
            "https://academy.example/pricing",
            " http://intranet/kurs?id=7#del-2 ",
            "https://example.org",
        ] {
            assert!(Link::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "academy.example",
            "ftp://example.org/x",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://noor:secret@example.org",
            "https://example.org/a b",
            "https://example.org/<x>",
            "https://example.org/\u{0}",
            "HTTPS://example.org",
        ] {
            assert!(Link::parse(bad).is_err(), "{bad:?}");
        }
        let long = format!("https://example.org/{}", "a".repeat(LINK_URL_MAX));
        assert_eq!(Link::parse(&long), Err(TextError::TooLong(LINK_URL_MAX)));
    }

    #[test]
    fn a_link_has_a_title() {
        assert_eq!(LinkTitle::parse("  "), Err(TextError::Empty));
        assert!(LinkTitle::parse("Reading price models, three evenings").is_ok());
    }
}
