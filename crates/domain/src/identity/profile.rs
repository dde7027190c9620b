//! What a member says about themselves, read once into types that hold what is allowed.

use super::error::TextError;
use super::text;
use crate::limits::{BIO_MAX, LANGUAGES_MAX, NAME_MAX};

/// The name others see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayName(String);

impl DisplayName {
    /// Reads a name of 1 to 100 characters with something legible in it.
    ///
    /// # Errors
    /// Empty, too long, or controls.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        text::name(raw, NAME_MAX).map(Self)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A short line that may be empty: job title, place.
///
/// # Errors
/// Too long, or controls.
pub fn short_line(raw: &str) -> Result<String, TextError> {
    text::line(raw, NAME_MAX)
}

/// A few sentences, may be empty.
///
/// # Errors
/// Too long, or controls.
pub fn bio(raw: &str) -> Result<String, TextError> {
    text::lines(raw, BIO_MAX)
}

/// A name of the shape of the IANA database, such as `Europe/Stockholm`. Whether the zone exists is for whoever carries
/// the database to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZoneName(String);

impl TimeZoneName {
    /// Reads a name.
    ///
    /// # Errors
    /// Not of the shape.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let part = |p: &str| {
            !p.is_empty()
                && p.bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b))
        };
        if raw.len() <= 64 && raw.split('/').count() <= 3 && raw.split('/').all(part) {
            Ok(Self(raw.to_owned()))
        } else {
            Err(TextError::Form(
                "must be a time zone such as Europe/Stockholm",
            ))
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The languages a member speaks, in their order, each once, as BCP 47 tags of a language and perhaps a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(Vec<String>);

impl Languages {
    /// Reads a list of tags such as `en`, `sv`, `pt-BR`.
    ///
    /// # Errors
    /// A tag that is none, or more than ten.
    pub fn parse<S: AsRef<str>>(raw: &[S]) -> Result<Self, TextError> {
        if raw.len() > LANGUAGES_MAX {
            return Err(TextError::TooMany(LANGUAGES_MAX));
        }
        let mut tags: Vec<String> = Vec::with_capacity(raw.len());
        for one in raw {
            let tag = tag(one.as_ref())
                .ok_or(TextError::Form("must be language tags such as en or pt-BR"))?;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Ok(Self(tags))
    }

    /// The tags.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.0
    }
}

fn tag(raw: &str) -> Option<String> {
    let (language, region) = match raw.split_once('-') {
        Some((language, region)) => (language, Some(region)),
        None => (raw, None),
    };
    let letters = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic());
    if !(2..=3).contains(&language.len()) || !letters(language) {
        return None;
    }
    match region {
        None => Some(language.to_ascii_lowercase()),
        Some(region) if region.len() == 2 && letters(region) => Some(format!(
            "{}-{}",
            language.to_ascii_lowercase(),
            region.to_ascii_uppercase()
        )),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_zones_have_a_shape() {
        for good in [
            "UTC",
            "Europe/Stockholm",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+3",
        ] {
            assert!(TimeZoneName::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/",
            "Europe/",
            "../etc/passwd",
            "a/b/c/d",
            "Europe/Stock holm",
            "Eu\0rope",
        ] {
            assert!(TimeZoneName::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn languages_are_tags_each_once() {
        assert_eq!(
            Languages::parse(&["EN", "en", "pt-br"]).map(|l| l.0),
            Ok(vec!["en".into(), "pt-BR".into()])
        );
        for bad in ["", "e", "english", "e1", "en-", "en-abc", "e\0"] {
            assert!(Languages::parse(&[bad]).is_err(), "{bad:?}");
        }
        assert_eq!(Languages::parse(&["en"; 11]), Err(TextError::TooMany(10)));
    }
}
