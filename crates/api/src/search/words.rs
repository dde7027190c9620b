//! The words of a query, each with the terms it may be in the index.
//!
//! A word is looked for in every language. The last word, while it is being typed, also stands for what it may become;
//! a longer word that hardly occurs also stands for what was probably meant.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::analysis::Analysis;
use super::schema::Fields;
use super::vocabulary::{Known, completions, corrections};

/// Further words of a query are passed over.
const WORDS_MAX: usize = 40;
/// Further words of a longer text are passed over.
const TEXT_WORDS_MAX: usize = 200;
/// Words an unfinished one may become.
const COMPLETIONS: usize = 16;
/// What a completion counts compared with the word itself.
const COMPLETION_WEIGHT: f64 = 0.8;
/// Words a mistyped one may have been.
const CORRECTIONS: usize = 4;
/// What a correction counts compared with the word itself.
const CORRECTION_WEIGHT: f64 = 0.6;
/// Shorter words, in characters, are not corrected: too much is one letter away from them.
const CORRECTED_MIN: usize = 5;
/// A word that occurs in more documents is what was meant.
const LITTLE: u64 = 2;
/// A correction of a word that does occur must be as much more frequent.
const MORE_FREQUENT: u64 = 10;

/// When the last word of a query stands for what it may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Always: somebody is typing.
    Yes,
    /// When it does not occur as it is: the text may be whole.
    Perhaps,
    /// Never.
    No,
}

/// One term a word may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// As in the index.
    pub term: String,
    /// What finding it counts, at most 1.
    pub weight: f64,
}

/// A word of the query.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryWord {
    /// What it may be; the word itself comes first.
    pub variants: Vec<Variant>,
    /// What it counts among the words: 1, or less when it is only from a longer text.
    pub share: f64,
}

/// The words of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryWords {
    /// In the order typed, each once.
    pub words: Vec<QueryWord>,
}

impl QueryWords {
    /// Finds out what the words of `text` may be.
    pub fn find(
        searcher: &Searcher,
        fields: &Fields,
        analysis: &Analysis,
        text: &str,
        typing: Typing,
    ) -> tantivy::Result<Self> {
        let typed = analysis.words(text);
        let last = typed.len().saturating_sub(1);
        let mut found = Self::default();
        for (at, word) in typed.iter().enumerate().take(WORDS_MAX) {
            let typing = if at == last { typing } else { Typing::No };
            let variants = Lookup {
                searcher,
                fields,
                analysis,
            }
            .variants(&word.plain, typing)?;
            let new = !found.words.iter().any(|known| {
                known.variants.first().map(|v| &v.term) == variants.first().map(|v| &v.term)
            });
            if new && !variants.is_empty() {
                found.words.push(QueryWord {
                    variants,
                    share: 1.0,
                });
            }
        }
        Ok(found)
    }

    /// Adds the words of a longer text, each counting `share`. They are looked for as they are.
    pub fn add_text(&mut self, analysis: &Analysis, text: &str, share: f64) {
        let mut known: BTreeSet<String> = self.words.iter().filter_map(first_term).collect();
        let most = self.words.len().saturating_add(TEXT_WORDS_MAX);
        for word in analysis.words(text) {
            if self.words.len() >= most {
                break;
            }
            let variants: Vec<Variant> = analysis
                .variants(&word.plain)
                .into_iter()
                .map(|term| Variant { term, weight: 1.0 })
                .collect();
            let word = QueryWord { variants, share };
            if first_term(&word).is_some_and(|term| known.insert(term)) {
                self.words.push(word);
            }
        }
    }

    /// Which word of the query a term of a text is.
    pub fn by_term(&self) -> BTreeMap<&str, usize> {
        let mut terms = BTreeMap::new();
        for (at, word) in self.words.iter().enumerate() {
            for variant in &word.variants {
                terms.entry(variant.term.as_str()).or_insert(at);
            }
        }
        terms
    }
}

/// The term a word is known by.
fn first_term(word: &QueryWord) -> Option<String> {
    word.variants.first().map(|variant| variant.term.clone())
}

struct Lookup<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    analysis: &'a Analysis,
}

impl Lookup<'_> {
    fn variants(&self, word: &str, typing: Typing) -> tantivy::Result<Vec<Variant>> {
        let mut variants = self.weighted(word, 1.0);
        let known = self.documents_with(&variants)?;
        let mut completed = false;
        if typing == Typing::Yes || typing == Typing::Perhaps && known == 0 {
            let words = completions(self.searcher, self.fields.words, word, COMPLETIONS)?;
            completed = !words.is_empty();
            self.extend(&mut variants, words, COMPLETION_WEIGHT);
        }
        if !completed && known <= LITTLE && word.chars().count() >= CORRECTED_MIN {
            let words = corrections(self.searcher, self.fields.words, word, CORRECTIONS)?
                .into_iter()
                .filter(|other| other.documents >= known * MORE_FREQUENT)
                .collect();
            self.extend(&mut variants, words, CORRECTION_WEIGHT);
        }
        Ok(variants)
    }

    fn weighted(&self, word: &str, weight: f64) -> Vec<Variant> {
        self.analysis
            .variants(word)
            .into_iter()
            .map(|term| Variant { term, weight })
            .collect()
    }

    fn extend(&self, variants: &mut Vec<Variant>, words: Vec<Known>, weight: f64) {
        for known in words {
            for variant in self.weighted(&known.word, weight) {
                if !variants.iter().any(|other| other.term == variant.term) {
                    variants.push(variant);
                }
            }
        }
    }

    /// In how many documents the word itself occurs, whatever their kind.
    fn documents_with(&self, variants: &[Variant]) -> tantivy::Result<u64> {
        let fields = self
            .fields
            .question
            .iter()
            .chain(&self.fields.topics)
            .chain(&self.fields.members);
        let mut most = 0;
        for field in fields {
            most = most.max(documents_with(self.searcher, *field, variants)?);
        }
        Ok(most)
    }
}

/// In how many documents the most frequent of the terms stands in the field. A text has one language, and names have
/// their terms in all: adding up would count documents twice.
pub fn documents_with(
    searcher: &Searcher,
    field: Field,
    variants: &[Variant],
) -> tantivy::Result<u64> {
    let mut most = 0;
    for variant in variants {
        most = most.max(searcher.doc_freq(&Term::from_field_text(field, &variant.term))?);
    }
    Ok(most)
}
