//! Routing: to whom a question is brought, circle after circle, until somebody answers.
//!
//! First the person the asker wished for, then those likeliest to answer who want to be told, then a wider circle of them,
//! then who looks after the question (facilitators of its community, and leads). Who is likely stands in
//! [`expertise::routing`](crate::expertise::routing); here is only who of them is asked, and when. `policy` says who may
//! pass and whom they may name, `docs/routing.md` why.

pub mod error;
pub mod policy;

use uuid::Uuid;

pub use error::RoutingRefusal;

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::ASKING_MAX;
use crate::questions::{QuestionState, Urgency};
use crate::time::Timestamp;

crate::words! {
    /// A round of asking, in the order they come.
    pub enum Circle {
        /// The one person the asker wished for.
        Wished = "wished",
        /// The likeliest to answer.
        First = "first",
        /// More of them.
        Wider = "wider",
        /// Facilitators of the community, and leads.
        Leads = "leads",
    }
}

crate::words! {
    /// Why somebody is asked, the strongest reason first.
    pub enum Cause {
        /// The asker wished for them.
        Wished = "wished",
        /// Somebody who was asked named them.
        Named = "named",
        /// They are likely to know.
        Fits = "fits",
        /// They look after the question.
        Leads = "leads",
    }
}

impl Circle {
    /// Most people asked in it.
    #[must_use]
    pub const fn size(self) -> usize {
        match self {
            Self::Wished => 1,
            Self::First => 4,
            Self::Wider => 6,
            Self::Leads => 5,
        }
    }

    /// Why its people are asked.
    #[must_use]
    pub const fn cause(self) -> Cause {
        match self {
            Self::Wished => Cause::Wished,
            Self::First | Self::Wider => Cause::Fits,
            Self::Leads => Cause::Leads,
        }
    }

    /// So much of the likeliest person's score somebody needs to be asked in it: a faint hint bothers nobody.
    #[must_use]
    pub const fn least_share(self) -> f64 {
        match self {
            Self::Wished | Self::Leads => 0.0,
            Self::First => 0.3,
            Self::Wider => 0.1,
        }
    }

    /// The circle after this one; none after the last.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Wished => Some(Self::First),
            Self::First => Some(Self::Wider),
            Self::Wider => Some(Self::Leads),
            Self::Leads => None,
        }
    }
}

/// Hours after which the next circle is asked when nobody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Usually.
    pub usual: u32,
    /// When the asker cannot go on without an answer.
    pub urgent: u32,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            usual: 24,
            urgent: 4,
        }
    }
}

impl Waits {
    /// When the next circle is due that follows a step at `at`.
    #[must_use]
    pub const fn due(&self, at: Timestamp, urgency: Urgency) -> Timestamp {
        let hours = match urgency {
            Urgency::Normal => self.usual,
            Urgency::Blocking => self.urgent,
        };
        // A u32 of hours is far below what seconds can hold.
        at.plus_seconds(hours_to_seconds(hours))
    }

    /// The time before which a circle is not asked: who looks after everything is asked when nobody answered for a while,
    /// also where nobody else is there to ask.
    #[must_use]
    pub const fn not_before(
        &self,
        circle: Circle,
        asked_at: Timestamp,
        urgency: Urgency,
    ) -> Timestamp {
        match circle {
            Circle::Wished | Circle::First | Circle::Wider => asked_at,
            Circle::Leads => self.due(asked_at, urgency),
        }
    }
}

#[expect(
    clippy::as_conversions,
    reason = "widening, which `i64::from` cannot do in a const fn"
)]
const fn hours_to_seconds(hours: u32) -> i64 {
    hours as i64 * 3_600
}

/// How far the asking has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The circle asked last; none before the first.
    pub circle: Option<Circle>,
    /// Whether the asker wished for somebody.
    pub wished: bool,
    /// How far the question has come.
    pub state: QuestionState,
}

impl Route {
    /// The circle to ask now that the time has come; none when somebody answered, it was closed, or all were asked.
    #[must_use]
    pub const fn next(&self) -> Option<Circle> {
        match (self.state, self.circle) {
            (QuestionState::Open, None) if self.wished => Some(Circle::Wished),
            (QuestionState::Open, None) => Some(Circle::First),
            (QuestionState::Open, Some(circle)) => circle.next(),
            (QuestionState::Answered | QuestionState::Solved | QuestionState::Closed, _) => None,
        }
    }
}

/// Who of the candidates is asked in a circle: the likeliest first, as many as it takes, nobody far behind the best.
#[must_use]
pub fn chosen(circle: Circle, candidates: &[(Uuid, f64)]) -> Vec<Uuid> {
    let best = candidates
        .iter()
        .map(|(_, score)| *score)
        .fold(0.0, f64::max);
    let least = best * circle.least_share();
    let mut order: Vec<&(Uuid, f64)> = candidates
        .iter()
        .filter(|(_, score)| *score >= least)
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.truncate(circle.size());
    order.into_iter().map(|(id, _)| *id).collect()
}

/// Reads the word of who passes.
///
/// # Errors
/// When it is too long or holds controls.
pub fn word(raw: &str) -> Result<String, TextError> {
    text::lines(raw, ASKING_MAX)
}

/// Whether somebody is told of questions that fit: what they chose, else whether they say of any topic that they know it.
#[must_use]
pub fn wants(chosen: Option<bool>, says_to_know: bool) -> bool {
    chosen.unwrap_or(says_to_know)
}

#[cfg(test)]
mod tests;
