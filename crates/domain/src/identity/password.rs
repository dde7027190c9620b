//! Passwords: long rather than complicated, as NIST SP 800-63B advises.

use std::fmt;

use super::error::TextError;
use crate::limits::{PASSWORD_MAX, PASSWORD_MIN};

/// A password of fitting length. Debug does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Reads a new password. White space counts; nothing is trimmed.
    ///
    /// # Errors
    /// Too short, too long, controls, or one character over and over.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let length = raw.chars().count();
        if length < PASSWORD_MIN {
            return Err(TextError::TooShort(PASSWORD_MIN));
        }
        if length > PASSWORD_MAX {
            return Err(TextError::TooLong(PASSWORD_MAX));
        }
        if raw.chars().any(char::is_control) {
            return Err(TextError::Control);
        }
        let mut chars = raw.chars();
        let first = chars.next();
        if chars.all(|c| Some(c) == first) {
            return Err(TextError::Form("must not be one character over and over"));
        }
        Ok(Self(raw.to_owned()))
    }

    /// The password, for hashing only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_what_counts() {
        assert!(Password::parse("a tram full of accordions").is_ok());
        assert_eq!(
            Password::parse("short").err(),
            Some(TextError::TooShort(12))
        );
        assert_eq!(
            Password::parse(&"ab".repeat(101)).err(),
            Some(TextError::TooLong(200))
        );
        assert_eq!(
            Password::parse("a tram full\0of").err(),
            Some(TextError::Control)
        );
        assert!(Password::parse("aaaaaaaaaaaaaaa").is_err());
    }

    #[test]
    fn debug_hides_it() {
        let shown = format!("{:?}", Password::parse("a tram full of accordions"));
        assert!(!shown.contains("tram"));
    }
}
