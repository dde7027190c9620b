//! Routing: to whom a question is brought, what they did with it, and what one can help with.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::routing as domain;

use crate::expertise::TopicStrength;
use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::questions::QuestionSummary;

wire_enum! {
    /// Why somebody is asked: the asker `wished` for them, somebody who was asked `named` them, they are likely to know (`fits`), or they look after the question (`leads`).
    RequestCause from domain::Cause { Wished, Named, Fits, Leads }
}

/// Something that was done so that a question finds its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RoutingStep {
    /// People were asked.
    Asked {
        /// Why these.
        cause: RequestCause,
        /// Whom.
        people: Vec<MemberRef>,
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody who was asked passed.
    Passed {
        /// Who.
        by: MemberRef,
        /// Whom they named instead, who was asked then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<MemberRef>,
        /// What they said with it; may be empty.
        #[cfg_attr(feature = "openapi", schema(example = "Lova does this every week."))]
        word: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// A request to the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyRequest {
    /// Why they are asked.
    pub cause: RequestCause,
    /// Who named them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberRef>,
    /// With which word; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Lova does this every week."))]
    pub word: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// When they passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_at: Option<DateTime<Utc>>,
    /// Whether they may pass now.
    pub may_pass: bool,
}

/// To whom a question was brought, as far as it concerns the viewer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionRouting {
    /// How many people it was brought to; those whom somebody named are not among them.
    #[cfg_attr(feature = "openapi", schema(example = 4))]
    pub asked: u32,
    /// What was done, oldest first; for the asker only.
    pub steps: Vec<RoutingStep>,
    /// Whom the asker wished for; for the asker only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wished: Option<MemberRef>,
    /// When more people are asked if nobody answers; for the asker only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<DateTime<Utc>>,
    /// The request to the viewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<MyRequest>,
}

/// Passing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassQuestion {
    /// Handle of who may know instead; they are asked then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "lova"))]
    pub to: Option<String>,
    /// A word with it, at most 300 characters; the asker reads it, and who is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = "Lova does this every week."))]
    pub word: String,
}

/// Whether one is told of questions that fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyRouting {
    /// Whether one is.
    pub wanted: bool,
    /// Whether one said so; else it goes by whether one says to know any topic.
    pub chosen: bool,
}

/// Says whether one wants to be told of questions that fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetMyRouting {
    /// Whether; `null` goes by whether one says to know any topic.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(example = true))]
    pub wanted: Option<bool>,
}

/// Why a question is among those one can help with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HelpReason {
    /// One was asked.
    Asked {
        /// Why.
        cause: RequestCause,
        /// By whom, when they wished for or named one and show it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberRef>,
        /// With which word; may be empty.
        word: String,
    },
    /// One knows a topic of it.
    Topic {
        /// How much.
        strength: TopicStrength,
    },
}

/// A waiting question one can help with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpWanted {
    /// The question.
    pub question: QuestionSummary,
    /// Why it is here, most telling first; never empty.
    pub reasons: Vec<HelpReason>,
}
