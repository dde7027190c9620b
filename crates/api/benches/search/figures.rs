//! nDCG, MRR and recall of ranked lists, and percentiles of times.

use std::collections::HashMap;
use std::time::Duration;

use uuid::Uuid;

use crate::corpus::{Corpus, id_of};

/// The head of the table.
pub const HEAD: &str = "fields                 queries      nDCG@10   MRR@10   R@10    R@100";

/// Means over queries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    queries: f64,
    pub ndcg10: f64,
    mrr10: f64,
    pub recall10: f64,
    recall100: f64,
}

impl Figures {
    /// Of the queries whose id is chosen.
    pub fn of(
        corpus: &Corpus,
        ranked: &HashMap<String, Vec<Uuid>>,
        chosen: impl Fn(&str) -> bool,
    ) -> Self {
        let mut sum = Self::default();
        for query in corpus.queries.iter().filter(|query| chosen(&query.id)) {
            let relevant: Vec<Uuid> = corpus.relevant[&query.id]
                .iter()
                .map(|id| id_of(id))
                .collect();
            sum.add(&ranked[&query.id], &relevant);
        }
        sum.ndcg10 /= sum.queries;
        sum.mrr10 /= sum.queries;
        sum.recall10 /= sum.queries;
        sum.recall100 /= sum.queries;
        sum
    }

    fn add(&mut self, ranked: &[Uuid], relevant: &[Uuid]) {
        let gain = |rank: usize| 1.0 / (rank as f64 + 2.0).log2();
        let ideal: f64 = (0..relevant.len().min(10)).map(gain).sum();
        let hits: Vec<usize> = (0..ranked.len().min(100))
            .filter(|rank| relevant.contains(&ranked[*rank]))
            .collect();
        let early = || hits.iter().filter(|rank| **rank < 10);
        self.queries += 1.0;
        self.ndcg10 += early().map(|rank| gain(*rank)).sum::<f64>() / ideal;
        self.mrr10 += early()
            .next()
            .map_or(0.0, |rank| 1.0 / (*rank as f64 + 1.0));
        self.recall10 += early().count() as f64 / relevant.len() as f64;
        self.recall100 += hits.len() as f64 / relevant.len() as f64;
    }

    /// A row of the table.
    pub fn row(&self, fields: &str, half: &str) -> String {
        format!(
            "{fields:22} {half:>3} {:5}     {:.4}    {:.4}   {:.4}  {:.4}",
            self.queries, self.ndcg10, self.mrr10, self.recall10, self.recall100
        )
    }
}

/// Median and tails, and their ratio to the median.
pub fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let median = at(0.5);
    format!(
        "median {median:.1} ms, p95 {:.1} ms (x {:.1}), p99 {:.1} ms (x {:.1})",
        at(0.95),
        at(0.95) / median,
        at(0.99),
        at(0.99) / median
    )
}
