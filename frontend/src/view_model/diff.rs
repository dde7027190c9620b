//! A comparison as it is read: what stayed the same is cut short between the changes.

/// Characters of an unchanged passage that stay beside a change.
const CONTEXT: usize = 120;

/// An unchanged passage, whole or cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// All of it.
    Whole(String),
    /// Its beginning, how many words are left out, its end. Beginning or end is empty where no change is on that side.
    Cut(String, u64, String),
}

/// Cuts a passage that has a change `before` or `after` it.
pub fn passage(text: &str, before: bool, after: bool) -> Passage {
    let sides = usize::from(before) + usize::from(after);
    if sides == 0 || text.chars().count() <= CONTEXT * 3 {
        return Passage::Whole(text.to_owned());
    }
    let head = if before { head_of(text) } else { "" };
    let tail = if after { tail_of(text) } else { "" };
    let middle = text.len().saturating_sub(head.len() + tail.len());
    let left_out = text
        .get(head.len()..head.len() + middle)
        .unwrap_or_default();
    let words = left_out.split_whitespace().count();
    Passage::Cut(
        head.to_owned(),
        u64::try_from(words).unwrap_or(u64::MAX),
        tail.to_owned(),
    )
}

/// The first characters, up to the end of a word.
fn head_of(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(CONTEXT)
        .map_or(text.len(), |(at, _)| at);
    let rest = text.get(end..).unwrap_or_default();
    let end = end + rest.find(char::is_whitespace).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

/// The last characters, from the beginning of a word.
fn tail_of(text: &str) -> &str {
    let from = text
        .char_indices()
        .rev()
        .nth(CONTEXT)
        .map_or(0, |(at, _)| at);
    let before = text.get(..from).unwrap_or_default();
    let from = before.rfind(char::is_whitespace).map_or(from, |at| at);
    text.get(from..).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_passages_stay_whole() {
        assert_eq!(
            passage("one two", true, true),
            Passage::Whole("one two".to_owned())
        );
        let long = "word ".repeat(500);
        assert_eq!(passage(&long, false, false), Passage::Whole(long.clone()));
    }

    #[test]
    fn long_ones_keep_what_is_beside_a_change() {
        let long = "wörd ".repeat(500);
        let Passage::Cut(head, words, tail) = passage(&long, true, true) else {
            unreachable!("it is long");
        };
        let kept = head.split_whitespace().count() + tail.split_whitespace().count();
        assert_eq!(u64::try_from(kept).unwrap_or(0) + words, 500);
        assert!(long.starts_with(&head) && long.ends_with(&tail));
        let Passage::Cut(head, _, tail) = passage(&long, false, true) else {
            unreachable!("it is long");
        };
        assert!(head.is_empty() && !tail.is_empty());
    }
}
