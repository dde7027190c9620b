//! Languages one can say one speaks: common ones by tag, found by their names.

use super::tokens::Token;

/// Tags offered; the names come from the browser. The languages of the product and its neighbours first.
pub const OFFERED: [&str; 46] = [
    "en", "sv", "da", "nb", "fi", "is", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sk", "hu",
    "ro", "bg", "el", "uk", "ru", "et", "lv", "lt", "hr", "sr", "bs", "sq", "tr", "ar", "fa", "ku",
    "he", "so", "ti", "am", "sw", "hi", "ur", "bn", "ta", "zh", "ja", "ko", "vi", "th",
];

/// How many are offered at once.
const AT_ONCE: usize = 8;

/// What to offer for what is typed: names that contain it.
pub fn offered(typed: &str, chosen: &[Token], name: impl Fn(&str) -> String) -> Vec<Token> {
    let typed = typed.trim().to_lowercase();
    OFFERED
        .iter()
        .filter(|tag| !chosen.iter().any(|token| token.key == **tag))
        .map(|tag| token(tag, &name))
        .filter(|token| token.label.to_lowercase().contains(&typed))
        .take(AT_ONCE)
        .collect()
}

/// A language as a token.
pub fn token(tag: &str, name: impl Fn(&str) -> String) -> Token {
    Token {
        key: tag.to_owned(),
        label: name(tag),
        detail: None,
    }
}

#[cfg(test)]
mod tests {
    use super::{offered, token};

    fn name(tag: &str) -> String {
        if tag == "sv" {
            "Swedish".to_owned()
        } else {
            tag.to_owned()
        }
    }

    #[test]
    fn a_language_is_found_by_its_name_and_offered_once() {
        let found = offered("SWED", &[], name);
        assert_eq!(
            found
                .iter()
                .map(|token| token.key.as_str())
                .collect::<Vec<_>>(),
            ["sv"]
        );
        assert!(offered("swed", &[token("sv", name)], name).is_empty());
        assert_eq!(offered("", &[], name).len(), 8);
    }
}
