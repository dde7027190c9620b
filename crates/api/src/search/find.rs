//! Asking the index: what a query finds, best first, before anyone checked who may see it.

use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query;
use tacit_domain::search::rank;
use tantivy::schema::Field;
use tantivy::{DocAddress, Searcher, Term};
use uuid::Uuid;

use super::candidates::{Filter, Wanted, candidates};
use super::index::SearchIndex;
use super::ranking::{Scored, rank};
use super::words::{QueryWords, Typing};

/// What the fields of a question count in the choice of candidates.
const QUESTION_BOOSTS: [f32; 4] = [3.0, 2.0, 1.0, 0.5];
/// The same for needs.
const NEED_BOOSTS: [f32; 3] = [3.0, 2.0, 1.0];
/// The same for topics and members.
const NAME_BOOSTS: [f32; 2] = [3.0, 1.0];

/// What a word of a text counts compared with one of the title beside it.
const TEXT_SHARE: f64 = 0.3;

/// Something the index knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: SearchKind,
    /// Which.
    pub id: Uuid,
    /// How well it fits: 0 to about 1.
    pub score: f64,
}

/// What a query found.
pub struct Answer {
    /// Best first.
    pub hits: Vec<Hit>,
    /// The words looked for, to mark them in texts.
    pub words: QueryWords,
}

/// Finds documents of the kinds. Filters leave questions only.
pub fn find(
    index: &SearchIndex,
    query: &Query,
    filter: &Filter,
    kinds: &[SearchKind],
    typing: Typing,
) -> tantivy::Result<Answer> {
    let searcher = index.searcher();
    let words = QueryWords::find(
        &searcher,
        index.fields(),
        index.analysis(),
        &query.text,
        typing,
    )?;
    let mut hits = Vec::new();
    for kind in kinds {
        if *kind != SearchKind::Question && query.is_filtered() {
            continue;
        }
        let search = Search {
            index,
            searcher: &searcher,
            query,
            filter,
            words: &words,
        };
        for scored in search.kind(*kind)? {
            hits.push(Hit {
                kind: *kind,
                id: id_of(&searcher, scored.address)?,
                score: scored.score,
            });
        }
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(Answer { hits, words })
}

/// Finds the questions that say something like a title and a text, best first. The text counts less than the title.
pub fn find_alike(index: &SearchIndex, title: &str, text: &str) -> tantivy::Result<Vec<Hit>> {
    let searcher = index.searcher();
    let (fields, analysis) = (index.fields(), index.analysis());
    let mut words = QueryWords::find(&searcher, fields, analysis, title, Typing::No)?;
    words.add_text(analysis, text, TEXT_SHARE);
    let search = Search {
        index,
        searcher: &searcher,
        query: &Query::default(),
        filter: &Filter::default(),
        words: &words,
    };
    let kind = SearchKind::Question;
    let found = search.ranked(kind, &fields.question, QUESTION_BOOSTS, &rank::ALIKE)?;
    found
        .into_iter()
        .map(|scored| {
            Ok(Hit {
                kind: SearchKind::Question,
                id: id_of(&searcher, scored.address)?,
                score: scored.score,
            })
        })
        .collect()
}

struct Search<'a> {
    index: &'a SearchIndex,
    searcher: &'a Searcher,
    query: &'a Query,
    filter: &'a Filter,
    words: &'a QueryWords,
}

impl Search<'_> {
    fn kind(&self, kind: SearchKind) -> tantivy::Result<Vec<Scored>> {
        let fields = self.index.fields();
        match kind {
            SearchKind::Question => {
                self.ranked(kind, &fields.question, QUESTION_BOOSTS, &rank::QUESTION)
            }
            SearchKind::Topic => self.ranked(kind, &fields.topics, NAME_BOOSTS, &rank::TOPIC),
            SearchKind::Member => self.ranked(kind, &fields.members, NAME_BOOSTS, &rank::MEMBER),
            SearchKind::Need => self.ranked(kind, &fields.needs, NEED_BOOSTS, &rank::NEED),
        }
    }

    fn ranked<const N: usize>(
        &self,
        kind: SearchKind,
        fields: &[Field; N],
        boosts: [f32; N],
        weights: &rank::Weights<N>,
    ) -> tantivy::Result<Vec<Scored>> {
        let boosted: Vec<(Field, f32)> = fields.iter().copied().zip(boosts).collect();
        let wanted = Wanted {
            kind,
            fields: &boosted,
            words: self.words,
            typed: self.query,
            filter: self.filter,
        };
        let index = self.index;
        let found = candidates(self.searcher, index.fields(), index.analysis(), &wanted)?;
        if self.words.words.is_empty() {
            return Ok(in_order(&found));
        }
        let kind = Term::from_field_text(index.fields().kind, kind.as_str());
        rank(self.searcher, &kind, fields, weights, self.words, found)
    }
}

/// Without words the order of the candidates is kept.
fn in_order(found: &[DocAddress]) -> Vec<Scored> {
    found
        .iter()
        .map(|address| Scored {
            address: *address,
            score: 0.0,
        })
        .collect()
}

fn id_of(searcher: &Searcher, address: DocAddress) -> tantivy::Result<Uuid> {
    let reader = searcher.segment_reader(address.segment_ord).fast_fields();
    let high = reader.u64("id_high")?.first(address.doc_id);
    let low = reader.u64("id_low")?.first(address.doc_id);
    Ok(Uuid::from_u64_pair(
        high.unwrap_or_default(),
        low.unwrap_or_default(),
    ))
}
