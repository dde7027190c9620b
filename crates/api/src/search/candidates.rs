//! The first thousand: documents in which any word of the query occurs, by the index's own score.
//!
//! All words are optional, so that the index can skip what cannot come among the first thousand; only filters and
//! phrases are required.

use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query as Typed;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Order, Searcher, Term};
use uuid::Uuid;

use super::analysis::Analysis;
use super::schema::Fields;
use super::words::QueryWords;

/// How many are ranked.
const MOST: usize = 1_000;

/// What a question must be, with names resolved.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// For each topic asked for, the ids that stand for it.
    pub topics: Vec<Vec<Uuid>>,
    /// One of these must have asked.
    pub authors: Option<Vec<Uuid>>,
    /// Words of states, one of which it must be in.
    pub states: Vec<&'static str>,
    /// It must be urgent.
    pub urgent: bool,
}

/// What to look for in one kind of document.
pub struct Wanted<'a> {
    /// The kind.
    pub kind: SearchKind,
    /// Its fields and what they count in the first choice.
    pub fields: &'a [(Field, f32)],
    /// The words.
    pub words: &'a QueryWords,
    /// The query they are from.
    pub typed: &'a Typed,
    /// Only for questions.
    pub filter: &'a Filter,
}

/// The best thousand with their terms' scores; without words, the thousand that were active last.
pub fn candidates(
    searcher: &Searcher,
    fields: &Fields,
    analysis: &Analysis,
    wanted: &Wanted<'_>,
) -> tantivy::Result<Vec<DocAddress>> {
    let required = required(fields, analysis, wanted);
    let optional = optional(searcher, wanted)?;
    let words_asked = !wanted.words.words.is_empty();
    if words_asked && optional.is_empty() || !words_asked && required.is_empty() {
        return Ok(Vec::new());
    }
    if !words_asked {
        return latest(searcher, fields, wanted.kind, required);
    }
    let query: Box<dyn Query> = if required.is_empty() {
        Box::new(BooleanQuery::new(optional))
    } else {
        let mut clauses = required;
        clauses.push((Occur::Must, Box::new(BooleanQuery::new(optional))));
        Box::new(BooleanQuery::new(clauses))
    };
    let found = searcher.search(&query, &TopDocs::with_limit(MOST).order_by_score())?;
    Ok(found.into_iter().map(|(_, address)| address).collect())
}

fn latest(
    searcher: &Searcher,
    fields: &Fields,
    kind: SearchKind,
    mut required: Clauses,
) -> tantivy::Result<Vec<DocAddress>> {
    required.push(must(term(fields.kind, kind.as_str())));
    let newest = TopDocs::with_limit(MOST).order_by_fast_field::<i64>("active_at", Order::Desc);
    let found = searcher.search(&BooleanQuery::new(required), &newest)?;
    Ok(found.into_iter().map(|(_, address)| address).collect())
}

type Clause = (Occur, Box<dyn Query>);
type Clauses = Vec<Clause>;

fn must(query: Box<dyn Query>) -> Clause {
    (Occur::Must, query)
}

fn any(queries: impl IntoIterator<Item = Box<dyn Query>>) -> Box<dyn Query> {
    let clauses = queries.into_iter().map(|query| (Occur::Should, query));
    Box::new(BooleanQuery::new(clauses.collect()))
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(
        Term::from_field_text(field, text),
        IndexRecordOption::Basic,
    ))
}

fn optional(searcher: &Searcher, wanted: &Wanted<'_>) -> tantivy::Result<Clauses> {
    let mut clauses: Clauses = Vec::new();
    for word in &wanted.words.words {
        for variant in &word.variants {
            for (field, boost) in wanted.fields {
                let term = Term::from_field_text(*field, &variant.term);
                if searcher.doc_freq(&term)? > 0 {
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    let boost = boost * narrow(variant.weight * word.share);
                    clauses.push((
                        Occur::Should,
                        Box::new(BoostQuery::new(Box::new(query), boost)),
                    ));
                }
            }
        }
    }
    Ok(clauses)
}

#[expect(
    clippy::as_conversions,
    reason = "the index scores in f32; a weight of at most 1 loses nothing that matters"
)]
fn narrow(weight: f64) -> f32 {
    weight as f32
}

fn required(fields: &Fields, analysis: &Analysis, wanted: &Wanted<'_>) -> Clauses {
    let mut clauses = Vec::new();
    for phrase in &wanted.typed.phrases {
        let readings = analysis.phrases(phrase);
        clauses.push(must(any(readings.iter().flat_map(|terms| {
            wanted
                .fields
                .iter()
                .map(|(field, _)| phrase_in(*field, terms))
        }))));
    }
    let ids = |field, ids: &[Uuid]| must(any(ids.iter().map(|id| term(field, &id.to_string()))));
    for topic in &wanted.filter.topics {
        clauses.push(ids(fields.topic, topic));
    }
    if let Some(authors) = &wanted.filter.authors {
        clauses.push(ids(fields.author, authors));
    }
    if !wanted.filter.states.is_empty() {
        let states = wanted.filter.states.iter();
        clauses.push(must(any(states.map(|state| term(fields.state, state)))));
    }
    if wanted.filter.urgent {
        clauses.push(must(term(fields.urgent, "yes")));
    }
    clauses
}

fn phrase_in(field: Field, terms: &[String]) -> Box<dyn Query> {
    match terms {
        [only] => term(field, only),
        _ => Box::new(PhraseQuery::new(
            terms
                .iter()
                .map(|text| Term::from_field_text(field, text))
                .collect(),
        )),
    }
}
