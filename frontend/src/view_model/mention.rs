//! What somebody types after `@`. Places in a browser's text area are counted in UTF-16 units.

/// An `@` with the word behind it, as far as the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Bytes before the `@`.
    start: usize,
    /// Bytes before the caret.
    end: usize,
    /// The word.
    pub word: String,
}

impl Typed {
    /// The text with the handle in place of the word, and where the caret stands then.
    pub fn replaced(&self, text: &str, handle: &str) -> (String, u32) {
        let before = text.get(..self.start).unwrap_or_default();
        let after = text.get(self.end..).unwrap_or_default();
        // Before a comma one goes on with the comma.
        let space = if after.is_empty() { " " } else { "" };
        let head = format!("{before}@{handle}{space}");
        let caret = head.encode_utf16().count();
        (
            format!("{head}{after}"),
            u32::try_from(caret).unwrap_or_default(),
        )
    }
}

/// The word being typed after an `@` right before the caret.
pub fn typed_before(text: &str, caret: u32) -> Option<Typed> {
    let end = bytes_before(text, caret)?;
    let head = text.get(..end)?;
    let start = head.rfind('@')?;
    let word = head.get(start + 1..)?;
    let fits = word.chars().count() <= 30 && word.chars().all(|c| c.is_alphanumeric() || c == '-');
    let before = head.get(..start)?.chars().next_back();
    let stands_alone = before.is_none_or(|c| !c.is_alphanumeric() && !"@/._-`".contains(c));
    (fits && stands_alone).then(|| Typed {
        start,
        end,
        word: word.to_owned(),
    })
}

fn bytes_before(text: &str, units: u32) -> Option<usize> {
    let mut left = usize::try_from(units).ok()?;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(c.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at_end(text: &str) -> Option<Typed> {
        typed_before(text, u32::try_from(text.encode_utf16().count()).unwrap())
    }

    #[test]
    fn a_word_after_the_sign_is_typed() {
        assert_eq!(at_end("Ask @no").unwrap().word, "no");
        assert_eq!(at_end("😀 @å").unwrap().word, "å");
        assert_eq!(at_end("(@").unwrap().word, "");
    }

    #[test]
    fn addresses_code_and_ended_words_are_not() {
        for text in ["noor@alm", "`@noor", "@noor said", "no sign", "@@no"] {
            assert_eq!(at_end(text), None, "{text}");
        }
        assert_eq!(typed_before("ab", 9), None);
    }

    #[test]
    fn the_handle_takes_the_place_of_the_word() {
        let typed = typed_before("😀 @no, hello", 6).unwrap();
        let (text, caret) = typed.replaced("😀 @no, hello", "noor");
        assert_eq!(text, "😀 @noor, hello");
        assert_eq!(caret, 8);
        let typed = at_end("@no").unwrap();
        assert_eq!(typed.replaced("@no", "noor"), ("@noor ".to_owned(), 6));
    }
}
