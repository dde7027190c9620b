//! Demand and supply per topic, and when leads are told of a need.

use serde::{Deserialize, Serialize};
use tacit_domain::needs::demand as domain;

use crate::macros::wire_enum;
use crate::topics::TopicRef;

/// A number of people, as far as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PeopleCount {
    /// So many.
    Count {
        /// How many.
        count: u32,
    },
    /// Fewer than five, perhaps nobody.
    Few,
    /// All but fewer than five.
    AllButFew,
}

impl From<domain::Shown> for PeopleCount {
    fn from(shown: domain::Shown) -> Self {
        match shown {
            domain::Shown::Few => Self::Few,
            domain::Shown::Count(count) => Self::Count { count },
            domain::Shown::AllButFew => Self::AllButFew,
        }
    }
}

wire_enum! {
    /// How wanting and knowing stand to each other: many want it and hardly anybody can help (`gap`), many want it and some can help (`thin`), about as many (`balanced`), some can help and hardly anybody wants it (`offered`), hardly anybody either way (`quiet`).
    Balance from domain::Balance { Gap, Thin, Balanced, Offered, Quiet }
}

wire_enum! {
    /// Whether more people began to want it in the last thirty days than in the thirty before.
    Trend from domain::Trend { Rising, Steady, Falling }
}

/// Demand and supply of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicDemand {
    /// The topic.
    pub topic: TopicRef,
    /// How many want to learn it: who says they are learning it, who has a need in it that waits, who joined one.
    pub want: PeopleCount,
    /// How many can help: who says so, or has shown it.
    pub can_help: PeopleCount,
    /// How both stand to each other.
    pub balance: Balance,
    /// Whether more begin to want it; absent for small groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend: Option<Trend>,
    /// Needs in it that wait.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub open_needs: i64,
    /// Questions in it without an accepted answer.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub waiting_questions: i64,
}

/// Demand and supply, topics that many want and nobody knows first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Demand {
    /// At most 200 topics.
    pub items: Vec<TopicDemand>,
}

/// Which topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct DemandQuery {
    /// Only those that stand like this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Balance>,
}

/// When leads are told of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedAlert {
    /// As soon as so many want it and no lead takes care of it, 2 to 1,000; null for never.
    #[cfg_attr(feature = "openapi", schema(example = 5))]
    pub supporters: Option<u32>,
}
