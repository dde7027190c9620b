//! Where the people who really answered stand in the lists.

/// The head of the table.
pub const HEAD: &str = "signals              questions   P@1     MRR     hit@5   hit@10";

/// Means over questions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    questions: f64,
    first: f64,
    pub mrr: f64,
    hit5: f64,
    pub hit10: f64,
}

impl Figures {
    /// Adds a question: the people named, and those who answered.
    pub fn add(&mut self, named: &[String], answered_by: &[String]) {
        self.questions += 1.0;
        let Some(rank) = named.iter().position(|id| answered_by.contains(id)) else {
            return;
        };
        let within = |most: usize| f64::from(u8::from(rank < most));
        self.first += within(1);
        self.mrr += 1.0 / (rank as f64 + 1.0);
        self.hit5 += within(5);
        self.hit10 += within(10);
    }

    /// Sums become means.
    pub fn finish(&mut self) {
        self.first /= self.questions;
        self.mrr /= self.questions;
        self.hit5 /= self.questions;
        self.hit10 /= self.questions;
    }

    /// A row of the table.
    pub fn row(&self, name: &str) -> String {
        format!(
            "{name:20} {:9}   {:.4}  {:.4}  {:.4}  {:.4}",
            self.questions, self.first, self.mrr, self.hit5, self.hit10
        )
    }
}
