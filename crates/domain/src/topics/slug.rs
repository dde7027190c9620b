//! Slugs: what a topic is found by and what stands in its address.
//!
//! Two names with the same slug are the same topic. Capitals, accents and how words are separated do not matter
//! (`Förhandling` is `forhandling`), signs that tell languages and tools apart do (`c`, `c++`, `c#`, `.net`, `node.js`).

use core::fmt;

use crate::identity::error::TextError;
use crate::identity::handle::plain_letter;

/// Words that stand in addresses where a slug would.
const RESERVED: &[&str] = &["complete"];

/// A slug in its one form: lower case letters and digits, single hyphens between them, `+` and `#` at the end of a word,
/// a dot at its beginning or within.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicSlug(String);

impl TopicSlug {
    /// Folds a name, a slug or a synonym.
    ///
    /// # Errors
    /// No letter or digit in it, or a word that stands in addresses.
    pub fn fold(raw: &str) -> Result<Self, TextError> {
        let words = raw
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#' | '.' | '\'' | '’'))
            .map(fold_word)
            .filter(|word| !word.is_empty());
        let slug = words.collect::<Vec<_>>().join("-");
        if slug.is_empty() {
            return Err(TextError::Empty);
        }
        if RESERVED.contains(&slug.as_str()) {
            return Err(TextError::Form("is a reserved word"));
        }
        Ok(Self(slug))
    }

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TopicSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One word: letters and digits folded, a dot kept before one of them, `+` and `#` kept after one.
fn fold_word(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '.' => {
                let before_letter = rest.peek().is_some_and(|next| next.is_alphanumeric());
                if before_letter && !out.ends_with('.') {
                    out.push('.');
                }
            }
            '+' | '#' if !out.is_empty() && !out.ends_with('.') => out.push(c),
            c if c.is_alphanumeric() => {
                for lower in c.to_lowercase() {
                    match plain_letter(lower) {
                        Some(plain) => out.push_str(plain),
                        None if lower.is_alphanumeric() => out.push(lower),
                        None => {}
                    }
                }
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fold(raw: &str) -> String {
        TopicSlug::fold(raw).unwrap().0
    }

    #[test]
    fn words_are_joined_and_lowered() {
        assert_eq!(fold("Customer calls"), "customer-calls");
        assert_eq!(fold("customer_calls"), "customer-calls");
        assert_eq!(fold("  R&D / QA  "), "r-d-qa");
        assert_eq!(fold("K8s"), "k8s");
        assert_eq!(fold("Manager's guide"), "managers-guide");
        assert_eq!(fold("e.g. this."), "e.g-this");
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(fold("Förhandling på ÅÄÖ"), "forhandling-pa-aao");
        assert_eq!(fold("Smørrebrød"), "smorrebrod");
        assert_eq!(fold("日本語"), "日本語");
        assert_eq!(fold("Ελλάδα"), "ελλάδα");
    }

    #[test]
    fn signs_that_tell_tools_apart_stay() {
        let all = ["c", "c++", "c#", ".net", "net", "node.js", "asp.net", "f#"];
        for slug in all {
            assert_eq!(fold(&slug.to_uppercase()), slug);
        }
        assert_eq!(fold("Ends with a dot."), "ends-with-a-dot");
        assert_eq!(fold("# heading"), "heading");
    }

    #[test]
    fn some_words_are_no_slugs() {
        assert_eq!(TopicSlug::fold("+ # ."), Err(TextError::Empty));
        assert!(TopicSlug::fold("Complete").is_err());
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(raw in "(?s).{0,60}") {
            if let Ok(slug) = TopicSlug::fold(&raw) {
                prop_assert_eq!(TopicSlug::fold(slug.as_str()), Ok(slug));
            }
        }

        #[test]
        fn a_slug_is_one_segment_of_an_address(raw in "(?s).{0,60}") {
            if let Ok(slug) = TopicSlug::fold(&raw) {
                let text = slug.as_str();
                prop_assert!(!text.contains(['/', '?', '%', ' ', '\\']));
                prop_assert!(text != "." && text != "..");
                prop_assert!(!text.starts_with('-') && !text.ends_with('-'));
            }
        }
    }
}
