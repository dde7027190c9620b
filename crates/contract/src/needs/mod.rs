//! Learning needs: what people want to learn and why, who wants it too, who helps, what meets it.

mod demand;
mod requests;

pub use demand::*;
pub use requests::*;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::needs as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::posts::{AudienceKind, Byline, PostViewer};
use crate::questions::QuestionRef;
use crate::topics::TopicRef;

wire_enum! {
    /// How far a need has come: said (`open`), somebody looks into it (`exploring`), something is being done (`under_way`), something that is linked meets it (`met`) or was there all along (`already_exists`), it waits (`on_hold`), or not for the time being (`not_now`).
    NeedState from domain::NeedState { Open, Exploring, UnderWay, Met, AlreadyExists, OnHold, NotNow }
}

wire_enum! {
    /// How somebody would like to learn it.
    NeedForm from domain::NeedForm { Answer, Session, Pairing, Mentor, Guide }
}

wire_enum! {
    /// What a response leads to: a question here, or something outside.
    ResponseKind from domain::ResponseKind { Question, Link }
}

wire_enum! {
    /// A step in the life of a need: it has another state (`moved`), a lead takes care of it (`taken_on`) or does so no more (`let_go`).
    StepKind from domain::StepKind { Moved, TakenOn, LetGo }
}

wire_enum! {
    /// Whether what met a need helped.
    Helped from domain::Helped { Yes, Partly, No }
}

/// A need where it is only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedRef {
    /// Post id.
    pub id: Uuid,
    /// What somebody wants to learn.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I want to learn to read a supplier's price model")
    )]
    pub wish: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: NeedState,
}

/// Somebody who offers to help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedOffer {
    /// Who.
    pub member: MemberRef,
    /// What they offer; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "An hour a week until then"))]
    pub word: String,
    /// When they said so.
    pub at: DateTime<Utc>,
}

/// Somebody who was named as a helper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedSuggestion {
    /// Whom.
    pub member: MemberRef,
    /// Who named them; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// Why; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Led the renewal of the shelf rent")
    )]
    pub word: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Somebody who wants to learn it too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedSupporter {
    /// Who.
    pub member: MemberRef,
    /// Their own why; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I take over the cleaning contract in March")
    )]
    pub why: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Something that meets a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedResponse {
    /// For removing it.
    pub id: Uuid,
    /// What it leads to.
    pub kind: ResponseKind,
    /// The question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionRef>,
    /// The address outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "https://academy.example/price-models")
    )]
    pub url: Option<String>,
    /// What it is called outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Reading price models, three evenings")
    )]
    pub title: Option<String>,
    /// A word with it; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The second evening is what you ask for")
    )]
    pub word: String,
    /// Who linked it; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A step in the life of a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedStep {
    /// What was done.
    pub kind: StepKind,
    /// The state it had then.
    pub state: NeedState,
    /// The word with it.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Priya looks for a date in December")
    )]
    pub word: String,
    /// Who did it; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A word about whether it helped, by somebody who wanted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedVoice {
    /// Who.
    pub member: MemberRef,
    /// Whether it did.
    pub helped: Helped,
    /// What they say.
    #[cfg_attr(feature = "openapi", schema(example = "I sent the first clause back"))]
    pub word: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether what met a need helped those who wanted it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedResult {
    /// It did.
    #[cfg_attr(feature = "openapi", schema(example = 6))]
    pub yes: u32,
    /// In part.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub partly: u32,
    /// It did not.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub no: u32,
    /// Those who said something with it, newest first.
    pub voices: Vec<NeedVoice>,
}

/// A need in a list, as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedSummary {
    /// Post id.
    pub id: Uuid,
    /// What somebody wants to learn.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I want to learn to read a supplier's price model")
    )]
    pub wish: String,
    /// The beginning of why, as plain text.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "My first renewal is in January, and I sign what I do not understand.")
    )]
    pub why: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: NeedState,
    /// Who it is for.
    pub audience: AudienceKind,
    /// Who has it.
    pub by: Byline,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// How they would like it; any way when empty.
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<DateTime<Utc>>,
    /// How many want it, who has it included.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub supporters: i32,
    /// The lead who takes care of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<MemberRef>,
    /// The first who offered to help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<NeedOffer>,
    /// The newest that is linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<NeedResponse>,
    /// Whether it is the viewer's own.
    pub mine: bool,
    /// Whether the viewer joined it.
    pub joined: bool,
    /// Whether the viewer may join it.
    pub may_join: bool,
    /// Whether the viewer may offer to help.
    pub may_help: bool,
    /// When it was said.
    pub created_at: DateTime<Utc>,
    /// Since when it has this state.
    pub state_at: DateTime<Utc>,
}

/// Similar needs, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarNeeds {
    /// At most as many as were asked for.
    pub items: Vec<NeedSummary>,
}

/// A need's page: the same for everyone who may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedDetail {
    /// Post id.
    pub id: Uuid,
    /// What somebody wants to learn.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I want to learn to read a supplier's price model")
    )]
    pub wish: String,
    /// Why it matters, in Markdown.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "My first renewal is in January, and I sign what I do not understand.")
    )]
    pub why: String,
    /// Why, as sanitised HTML.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "<p>My first renewal is in January.</p>")
    )]
    pub why_html: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: NeedState,
    /// Who it is for.
    pub audience: AudienceKind,
    /// The named people it is for, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<MemberRef>,
    /// Who has it.
    pub by: Byline,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// How they would like it; any way when empty.
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<DateTime<Utc>>,
    /// How many want it, who has it included.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub supporters: i32,
    /// Who joined, newest first, at most 100.
    pub joined: Vec<NeedSupporter>,
    /// Who offers to help, oldest first.
    pub offers: Vec<NeedOffer>,
    /// Who was named as a helper, oldest first.
    pub suggestions: Vec<NeedSuggestion>,
    /// The lead who takes care of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<MemberRef>,
    /// What meets it, oldest first.
    pub responses: Vec<NeedResponse>,
    /// What was done with it, newest first.
    pub steps: Vec<NeedStep>,
    /// Whether it helped, once it is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<NeedResult>,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: i32,
    /// When it was said.
    pub created_at: DateTime<Utc>,
    /// When it was last edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<DateTime<Utc>>,
    /// Since when it has this state.
    pub state_at: DateTime<Utc>,
}

/// The viewer's word about whether it helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyConfirmation {
    /// Whether it did.
    pub helped: Helped,
    /// What they said with it; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "I sent the first clause back"))]
    pub word: String,
}

/// A need's page as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedViewer {
    /// The post: whether it is theirs, and what they may do with it.
    pub post: PostViewer,
    /// Whether editing needs a reason (a lead acting for others).
    pub edit_needs_reason: bool,
    /// Whether they may join.
    pub may_join: bool,
    /// Their own why, if they joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I take over the cleaning contract in March")
    )]
    pub joined: Option<String>,
    /// Whether they may offer to help.
    pub may_help: bool,
    /// What they offer, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "An hour a week until then"))]
    pub offering: Option<String>,
    /// Whether somebody named them as a helper.
    pub suggested: bool,
    /// Members whose suggestion they may take back.
    pub may_withdraw: Vec<Uuid>,
    /// Whether they may link something.
    pub may_respond: bool,
    /// Responses they may remove.
    pub may_remove: Vec<Uuid>,
    /// States they may give it.
    #[cfg_attr(feature = "openapi", schema(example = json!(["exploring", "on_hold"])))]
    pub moves: Vec<NeedState>,
    /// Whether they may take care of it.
    pub may_take_on: bool,
    /// Whether they may say that nobody takes care of it any more.
    pub may_let_go: bool,
    /// Whether they may say if it helped.
    pub may_confirm: bool,
    /// What they said about whether it helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<MyConfirmation>,
    /// Places on this page where they have a draft.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<String>,
}
