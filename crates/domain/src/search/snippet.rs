//! Cutting a passage out of a plain text around what was searched for.

/// Where a word that was searched for stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First byte.
    pub from: usize,
    /// After the last byte.
    pub to: usize,
    /// Which of the words searched for.
    pub word: usize,
}

/// A piece of the passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Plain text.
    pub text: String,
    /// Whether it was searched for.
    pub hit: bool,
}

/// The whole text in pieces. `hits` are in order and do not overlap; those that do not fit the text are passed over.
#[must_use]
pub fn pieces(text: &str, hits: &[Hit]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut at = 0;
    for hit in hits {
        let (Some(before), Some(word)) = (text.get(at..hit.from), text.get(hit.from..hit.to))
        else {
            continue;
        };
        push(&mut found, before, false);
        push(&mut found, word, true);
        at = hit.to;
    }
    push(&mut found, text.get(at..).unwrap_or_default(), false);
    found
}

/// The passage of about `length` bytes in which most of the words searched for occur, in pieces; an ellipsis stands
/// where the text goes on. Without hits it is the beginning.
#[must_use]
pub fn passage(text: &str, hits: &[Hit], length: usize) -> Vec<Piece> {
    if text.len() <= length {
        return pieces(text, hits);
    }
    let best = best_start(hits, length);
    let first = hits.get(best).map_or(0, |hit| hit.from);
    let wanted = first.saturating_sub(length / 5);
    let from = word_start(text, wanted);
    let to = word_end(text, from.saturating_add(length).max(first));
    let inside: Vec<Hit> = hits
        .iter()
        .filter(|hit| hit.from >= from && hit.to <= to)
        .map(|hit| Hit {
            from: hit.from - from,
            to: hit.to - from,
            word: hit.word,
        })
        .collect();
    let mut found = pieces(text.get(from..to).unwrap_or_default(), &inside);
    if from > 0 {
        extend(&mut found, "…", true);
    }
    if to < text.len() {
        extend(&mut found, "…", false);
    }
    found
}

/// How many different words the best passage holds; to choose between texts.
#[must_use]
pub fn coverage(hits: &[Hit], length: usize) -> usize {
    let best = best_start(hits, length);
    distinct_from(hits, best, length)
}

/// Index of the hit at which the passage with the most different words begins; the first such.
fn best_start(hits: &[Hit], length: usize) -> usize {
    let mut best = (0, 0);
    for start in 0..hits.len() {
        let count = distinct_from(hits, start, length * 4 / 5);
        if count > best.1 {
            best = (start, count);
        }
    }
    best.0
}

fn distinct_from(hits: &[Hit], start: usize, length: usize) -> usize {
    let Some(first) = hits.get(start) else {
        return 0;
    };
    let mut words: Vec<usize> = hits
        .iter()
        .skip(start)
        .take_while(|hit| hit.to <= first.from.saturating_add(length))
        .map(|hit| hit.word)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

/// The start of the word at or before `at`, or the nearest character when words are very long.
fn word_start(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    text.get(..at)
        .and_then(|before| before.rfind(char::is_whitespace))
        .map_or(0, |space| ceil(text, space + 1))
        .max(floor(text, at.saturating_sub(40)))
}

fn word_end(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    text.get(at..)
        .and_then(|after| after.find(char::is_whitespace))
        .map_or(text.len(), |space| at + space)
        .min(floor(text, at.saturating_add(40)))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn push(found: &mut Vec<Piece>, text: &str, hit: bool) {
    if !text.is_empty() {
        found.push(Piece {
            text: text.to_owned(),
            hit,
        });
    }
}

/// Puts an ellipsis before or behind, in a piece that is no hit.
fn extend(found: &mut Vec<Piece>, ellipsis: &str, before: bool) {
    let edge = if before {
        found.first_mut()
    } else {
        found.last_mut()
    };
    match edge {
        Some(piece) if !piece.hit && before => piece.text.insert_str(0, ellipsis),
        Some(piece) if !piece.hit => piece.text.push_str(ellipsis),
        _ => {
            let at = if before { 0 } else { found.len() };
            found.insert(
                at,
                Piece {
                    text: ellipsis.to_owned(),
                    hit: false,
                },
            );
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn joined(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_short_text_is_kept_whole() {
        let found = passage(
            "roll back the deployment",
            &[Hit {
                from: 14,
                to: 24,
                word: 0,
            }],
            200,
        );
        assert_eq!(joined(&found), "roll back the deployment");
        assert!(found.last().unwrap().hit);
    }

    #[test]
    fn the_passage_is_where_the_words_meet() {
        let text = format!("vpn {} vpn slow {}", "word ".repeat(60), "end ".repeat(60));
        let at = text.rfind("vpn").unwrap();
        let slow = text.find("slow").unwrap();
        let hits = [
            Hit {
                from: 0,
                to: 3,
                word: 0,
            },
            Hit {
                from: at,
                to: at + 3,
                word: 0,
            },
            Hit {
                from: slow,
                to: slow + 4,
                word: 1,
            },
        ];
        let found = passage(&text, &hits, 120);
        assert!(joined(&found).contains("vpn slow"));
        assert!(joined(&found).starts_with('…') && joined(&found).ends_with('…'));
        assert_eq!(found.iter().filter(|piece| piece.hit).count(), 2);
    }

    proptest! {
        #[test]
        fn pieces_lose_nothing(text in "\\PC{0,60}", cuts in proptest::collection::vec((0usize..80, 0usize..8), 0..6)) {
            let mut hits: Vec<Hit> = cuts.into_iter().map(|(from, len)| Hit { from, to: from + len, word: 0 }).collect();
            hits.sort_by_key(|hit| hit.from);
            prop_assert_eq!(joined(&pieces(&text, &hits)), text);
        }

        #[test]
        fn passages_never_fail(text in "\\PC{0,300}", at in 0usize..400, length in 0usize..100) {
            let _ = passage(&text, &[Hit { from: at, to: at + 3, word: 0 }], length);
        }
    }
}
