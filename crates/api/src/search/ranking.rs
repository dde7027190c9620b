//! Candidates in the order of BM25F (`tacit_domain::search::rank`), from the counts the index keeps.

use tacit_domain::search::rank::{Asked, Found, Occurrence, Weights, idf};
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, DocSet, Searcher, TERMINATED, Term};

use super::words::{QueryWord, QueryWords, documents_with};

/// A candidate with its score: at least 0, at most about 1, whatever the kind and the length of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Where.
    pub address: DocAddress,
    /// How well the words fit.
    pub score: f64,
}

/// What is known of a kind of document as a whole.
struct Statistics<const N: usize> {
    documents: f64,
    average: [f64; N],
}

/// Scores the candidates, best first. `kind` is the term all documents of the kind have.
pub fn rank<const N: usize>(
    searcher: &Searcher,
    kind: &Term,
    fields: &[Field; N],
    weights: &Weights<N>,
    words: &QueryWords,
    mut candidates: Vec<DocAddress>,
) -> tantivy::Result<Vec<Scored>> {
    candidates.sort_unstable();
    let statistics = Statistics::of(searcher, kind, fields)?;
    let lengths = lengths(searcher, fields, &candidates)?;
    let mut found: Vec<Found> = lengths
        .iter()
        .map(|lengths| Found {
            title_words: lengths.first().copied().unwrap_or_default(),
            ..Found::default()
        })
        .collect();
    let mut asked = Asked::default();
    for word in &words.words {
        let documents = documents_with_word(searcher, fields, word)?;
        let importance = word.share * weights.importance(idf(statistics.documents, documents));
        asked.words += word.share;
        asked.importance += importance;
        let counts = counts(searcher, fields, word, &candidates)?;
        for ((sum, counts), lengths) in found.iter_mut().zip(&counts).zip(&lengths) {
            add(
                sum,
                importance,
                weights,
                &statistics.occurrences(counts, lengths),
            );
        }
    }
    let mut scored: Vec<Scored> = found
        .iter()
        .zip(&candidates)
        .map(|(found, address)| Scored {
            address: *address,
            score: weights.whole(found, &asked),
        })
        .collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.address.cmp(&b.address)));
    Ok(scored)
}

/// Adds what one word of the query is worth in a document.
fn add<const N: usize>(
    sum: &mut Found,
    importance: f64,
    weights: &Weights<N>,
    occurrences: &[Occurrence; N],
) {
    if occurrences.iter().all(|found| found.count <= 0.0) {
        return;
    }
    sum.sum += importance * weights.word(occurrences);
    sum.importance += importance;
    if occurrences.first().is_some_and(|title| title.count > 0.0) {
        sum.in_title += importance;
    }
}

impl<const N: usize> Statistics<N> {
    fn of(searcher: &Searcher, kind: &Term, fields: &[Field; N]) -> tantivy::Result<Self> {
        let documents = float(searcher.doc_freq(kind)?).max(1.0);
        let mut average = [1.0; N];
        for (average, field) in average.iter_mut().zip(fields) {
            let mut tokens = 0;
            for segment in searcher.segment_readers() {
                tokens += segment.inverted_index(*field)?.total_num_tokens();
            }
            *average = (float(tokens) / documents).max(1.0);
        }
        Ok(Self { documents, average })
    }

    fn occurrences(&self, counts: &[f64; N], lengths: &[f64; N]) -> [Occurrence; N] {
        let mut found = [Occurrence::default(); N];
        let known = counts.iter().zip(lengths).zip(&self.average);
        for (found, ((count, length), average)) in found.iter_mut().zip(known) {
            *found = Occurrence {
                count: *count,
                length: *length,
                average: *average,
            };
        }
        found
    }
}

/// In how many documents of the kind the word occurs: at least as often as in any one field. A word that does not occur
/// itself is as frequent as what it may become or have been.
fn documents_with_word<const N: usize>(
    searcher: &Searcher,
    fields: &[Field; N],
    word: &QueryWord,
) -> tantivy::Result<f64> {
    let (own, other): (Vec<_>, Vec<_>) = word
        .variants
        .iter()
        .cloned()
        .partition(|variant| variant.weight >= 1.0);
    let mut most = (0, 0);
    for field in fields {
        most.0 = most.0.max(documents_with(searcher, *field, &own)?);
        most.1 = most.1.max(documents_with(searcher, *field, &other)?);
    }
    Ok(float(if most.0 > 0 { most.0 } else { most.1 }))
}

/// How often the word stands in each field of each candidate. Of what it may be, only the best fit counts.
fn counts<const N: usize>(
    searcher: &Searcher,
    fields: &[Field; N],
    word: &QueryWord,
    candidates: &[DocAddress],
) -> tantivy::Result<Vec<[f64; N]>> {
    let mut counts = vec![[0.0; N]; candidates.len()];
    for (segment, from, to) in runs(candidates) {
        let reader = searcher.segment_reader(segment);
        let (Some(addresses), Some(counts)) = (candidates.get(from..to), counts.get_mut(from..to))
        else {
            continue;
        };
        for (at, field) in fields.iter().enumerate() {
            let index = reader.inverted_index(*field)?;
            for variant in &word.variants {
                let term = Term::from_field_text(*field, &variant.term);
                let Some(mut postings) =
                    index.read_postings(&term, IndexRecordOption::WithFreqs)?
                else {
                    continue;
                };
                for (address, counts) in addresses.iter().zip(counts.iter_mut()) {
                    if let (Some(times), Some(count)) =
                        (times_in(&mut postings, address.doc_id), counts.get_mut(at))
                    {
                        *count = f64::max(*count, f64::from(times) * variant.weight);
                    }
                }
            }
        }
    }
    Ok(counts)
}

/// How often the term occurs in the document. Documents are asked for in ascending order.
fn times_in(postings: &mut SegmentPostings, document: DocId) -> Option<u32> {
    let mut at = postings.doc();
    if at < document {
        at = postings.seek(document);
    }
    (at == document && at != TERMINATED).then(|| postings.term_freq())
}

/// How many words each field of each candidate has, as exactly as the index keeps it.
fn lengths<const N: usize>(
    searcher: &Searcher,
    fields: &[Field; N],
    candidates: &[DocAddress],
) -> tantivy::Result<Vec<[f64; N]>> {
    let mut lengths = vec![[0.0; N]; candidates.len()];
    for (segment, from, to) in runs(candidates) {
        let reader = searcher.segment_reader(segment);
        for (at, field) in fields.iter().enumerate() {
            let norms = reader.get_fieldnorms_reader(*field)?;
            let addresses = candidates.get(from..to).unwrap_or_default();
            let rows = lengths.get_mut(from..to).unwrap_or_default();
            for (address, row) in addresses.iter().zip(rows) {
                if let Some(length) = row.get_mut(at) {
                    *length = f64::from(norms.fieldnorm(address.doc_id));
                }
            }
        }
    }
    Ok(lengths)
}

/// Each segment with the range of sorted candidates it holds.
fn runs(candidates: &[DocAddress]) -> Vec<(u32, usize, usize)> {
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for (at, address) in candidates.iter().enumerate() {
        match found.last_mut() {
            Some((segment, _, to)) if *segment == address.segment_ord => *to = at + 1,
            _ => found.push((address.segment_ord, at, at + 1)),
        }
    }
    found
}

/// Counts of documents and words are far below the 53 bits an f64 keeps exactly.
#[expect(clippy::as_conversions, reason = "see above")]
const fn float(count: u64) -> f64 {
    count as f64
}
