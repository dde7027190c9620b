//! What a word may become, or may have been meant to be: from the words that occur in the index.

use std::collections::BTreeMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// Words read at most for one prefix, per segment.
const READ_MAX: usize = 2_000;

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The word, unstemmed.
    pub word: String,
    /// In how many documents.
    pub documents: u64,
}

/// The most frequent words that begin with `prefix`, itself left out.
pub fn completions(
    searcher: &Searcher,
    words: Field,
    prefix: &str,
    most: usize,
) -> tantivy::Result<Vec<Known>> {
    let mut found = BTreeMap::new();
    let end = format!("{prefix}\u{10ffff}");
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(words)?;
        let mut stream = index.terms().range().gt(prefix).lt(&end).into_stream()?;
        let mut read = 0;
        while read < READ_MAX && stream.advance() {
            count(&mut found, stream.key(), stream.value().doc_freq);
            read += 1;
        }
    }
    Ok(most_frequent(found, most, |_| true))
}

/// The most frequent words one typing error away from `word`: a letter too many, too few, wrong, or two swapped.
/// Words that begin otherwise come last: the first letter is rarely mistyped.
pub fn corrections(
    searcher: &Searcher,
    words: Field,
    word: &str,
    most: usize,
) -> tantivy::Result<Vec<Known>> {
    let mut found = BTreeMap::new();
    let query = FuzzyTermQuery::new(Term::from_field_text(words, word), 1, true);
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(words)?;
        let mut stream = index.terms().search(query.automaton()?).into_stream()?;
        while stream.advance() {
            count(&mut found, stream.key(), stream.value().doc_freq);
        }
    }
    found.remove(word);
    let first = word.chars().next();
    Ok(most_frequent(found, most, |known| {
        known.chars().next() == first
    }))
}

fn count(found: &mut BTreeMap<String, u64>, key: &[u8], documents: u32) {
    if let Ok(word) = std::str::from_utf8(key) {
        *found.entry(word.to_owned()).or_default() += u64::from(documents);
    }
}

fn most_frequent(
    found: BTreeMap<String, u64>,
    most: usize,
    preferred: impl Fn(&str) -> bool,
) -> Vec<Known> {
    let mut known: Vec<Known> = found
        .into_iter()
        .map(|(word, documents)| Known { word, documents })
        .collect();
    known.sort_by_key(|known| (!preferred(&known.word), std::cmp::Reverse(known.documents)));
    known.truncate(most);
    known
}
