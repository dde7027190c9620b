//! `@handle` in a text: where one stands, and whom it names.

use std::ops::Range;

use crate::limits::{HANDLE_MAX, HANDLE_MIN};

/// Most people one text names; what comes after is plain words.
pub const MENTIONS_MAX: usize = 20;

/// Where handles are named in plain text: the place of `@handle`, and the handle in lower case. An address such as
/// `noor@almvik.example` names nobody.
pub fn mentions(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || "@/._-".contains(c)) {
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        let word: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let word = word.trim_end_matches('-');
        let after = rest
            .get(word.len()..)
            .and_then(|after| after.chars().next());
        // A longer word that only begins like a handle names nobody.
        if after.is_some_and(char::is_alphanumeric) {
            continue;
        }
        if (HANDLE_MIN..=HANDLE_MAX).contains(&word.len()) {
            found.push((at..at + 1 + word.len(), word.to_ascii_lowercase()));
        }
    }
    found
}

/// The handles a Markdown text may name, each once, as many as count. Code is not looked at here: what stands in it is
/// not shown as a link, and only what is shown as one names somebody.
#[must_use]
pub fn candidates(text: &str) -> Vec<String> {
    let mut handles: Vec<String> = Vec::new();
    for (_, handle) in mentions(text) {
        if !handles.contains(&handle) {
            handles.push(handle);
        }
    }
    handles.truncate(MENTIONS_MAX);
    handles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        mentions(text)
            .into_iter()
            .map(|(_, handle)| handle)
            .collect()
    }

    #[test]
    fn handles_are_found_among_words() {
        assert_eq!(named("@noor, ask @Hugo-2."), ["noor", "hugo-2"]);
        assert_eq!(named("(@noor) and “@lova”"), ["noor", "lova"]);
        assert_eq!(named("@noor- and @lova—then"), ["noor", "lova"]);
    }

    #[test]
    fn addresses_and_fragments_name_nobody() {
        assert!(named("noor@almvik.example").is_empty());
        assert!(named("@ @a @@noor /@noor").is_empty());
        assert!(named("@noorå").is_empty());
        assert!(named(&format!("@{}", "a".repeat(HANDLE_MAX + 1))).is_empty());
    }

    #[test]
    fn a_place_is_the_sign_with_its_handle() {
        let text = "å @noor!";
        let (place, _) = mentions(text).remove(0);
        assert_eq!(text.get(place), Some("@noor"));
    }

    #[test]
    fn each_handle_counts_once_and_only_so_many() {
        assert_eq!(candidates("@noor @NOOR"), ["noor"]);
        let many: String = (0..40).map(|n| format!("@person-{n} ")).collect();
        assert_eq!(candidates(&many).len(), MENTIONS_MAX);
    }
}
