//! Marking in a text from the database what was searched for.

use std::collections::BTreeMap;

use tacit_contract::search::Fragment;
use tacit_domain::search::snippet::{self, Hit, Piece};

use super::analysis::{Analysis, Stemming};
use super::words::QueryWords;

/// About as many bytes of a text are shown.
const PASSAGE: usize = 220;

/// Marks the words of one query.
pub struct Marker<'a> {
    analysis: &'a Analysis,
    terms: BTreeMap<&'a str, usize>,
}

impl<'a> Marker<'a> {
    /// For these words.
    pub fn new(analysis: &'a Analysis, words: &'a QueryWords) -> Self {
        Self {
            analysis,
            terms: words.by_term(),
        }
    }

    /// The whole text.
    pub fn whole(&self, text: &str, stemming: Stemming) -> Vec<Fragment> {
        fragments(snippet::pieces(text, &self.hits(text, stemming)))
    }

    /// The best passage, and how many different words of the query it has.
    pub fn passage(&self, text: &str, stemming: Stemming) -> (Vec<Fragment>, usize) {
        let hits = self.hits(text, stemming);
        let covered = snippet::coverage(&hits, PASSAGE);
        (fragments(snippet::passage(text, &hits, PASSAGE)), covered)
    }

    /// Whether any word of the query is in the text.
    pub fn has_hit(&self, text: &str, stemming: Stemming) -> bool {
        !self.hits(text, stemming).is_empty()
    }

    fn hits(&self, text: &str, stemming: Stemming) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for token in self.analysis.terms(text, stemming).tokens {
            let known = hits.last().is_some_and(|last| last.to > token.offset_from);
            if let Some(word) = self.terms.get(token.text.as_str())
                && !known
            {
                hits.push(Hit {
                    from: token.offset_from,
                    to: token.offset_to,
                    word: *word,
                });
            }
        }
        hits
    }
}

fn fragments(pieces: Vec<Piece>) -> Vec<Fragment> {
    pieces
        .into_iter()
        .map(|piece| Fragment {
            text: piece.text,
            hit: piece.hit,
        })
        .collect()
}
