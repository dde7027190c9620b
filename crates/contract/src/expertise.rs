//! Expertise: what members know, why it is thought so, and whom to ask.
//!
//! A strength is a word; the number beside it is for drawing. Everything that made it is in the explanation.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::expertise as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::organisation::DepartmentRef;
use crate::questions::QuestionRef;
use crate::topics::TopicRef;

wire_enum! {
    /// What a member says about themselves and a topic: they are `learning` it, `can_help`, are `experienced`, or want to be the first one asked (`ask_me_first`).
    ExpertiseLevel from domain::Level { Learning, CanHelp, Experienced, AskMeFirst }
}

wire_enum! {
    /// A strength in a word: only their own word so far (`declared`), `some`, `good`, `strong`.
    ExpertiseBand from domain::Band { Declared, Some, Good, Strong }
}

wire_enum! {
    /// Whether somebody can be asked now: `free`, `busy` (as many requests this week as they take) or `away`.
    Standing from domain::availability::Standing { Free, Busy, Away }
}

/// How much a member knows of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicStrength {
    /// The topic.
    pub topic: TopicRef,
    /// In a word.
    pub band: ExpertiseBand,
    /// 0 to 100, the sum of the three parts.
    #[cfg_attr(feature = "openapi", schema(example = 71))]
    pub strength: u8,
    /// Of that, from what they say themselves.
    #[cfg_attr(feature = "openapi", schema(example = 9))]
    pub declared: u8,
    /// Of that, from endorsements.
    #[cfg_attr(feature = "openapi", schema(example = 20))]
    pub endorsed: u8,
    /// Of that, from answers.
    #[cfg_attr(feature = "openapi", schema(example = 42))]
    pub answered: u8,
    /// What they say themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<ExpertiseLevel>,
    /// Answers of the last year that somebody found good.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub answers: u32,
    /// Of those, accepted ones.
    #[cfg_attr(feature = "openapi", schema(example = 5))]
    pub accepted: u32,
    /// Colleagues who endorsed them.
    #[cfg_attr(feature = "openapi", schema(example = 4))]
    pub endorsements: u32,
    /// The latest endorsement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endorsed_at: Option<DateTime<Utc>>,
}

/// A topic somebody wants to know more of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LearningTopic {
    /// The topic.
    pub topic: TopicRef,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// When and how somebody may be asked, as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Availability {
    /// Right now.
    pub standing: Standing,
    /// Back at this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_until: Option<DateTime<Utc>>,
    /// How they like to be asked; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Mornings are best. Beginners are welcome.")
    )]
    pub asking: String,
}

/// What somebody knows and wants to know, as far as the viewer may see the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberExpertise {
    /// Who.
    pub member: MemberRef,
    /// What they know, strongest first, at most 50.
    pub knows: Vec<TopicStrength>,
    /// What they are learning, newest first.
    pub learning: Vec<LearningTopic>,
    /// When they may be asked.
    pub availability: Availability,
}

/// One thing that made a strength.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contribution {
    /// What it is.
    pub source: ContributionSource,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Its part of the strength in hundredths; rounded, so that the sum may be a little off.
    #[cfg_attr(feature = "openapi", schema(example = 18))]
    pub share: u8,
    /// It counts less or not at all, because it comes back around to who gave it.
    pub circular: bool,
}

/// Where a contribution comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ContributionSource {
    /// Their own word.
    Declared {
        /// What they say.
        level: ExpertiseLevel,
        /// Of this topic: the one asked about, or one under it.
        topic: TopicRef,
    },
    /// A colleague who saw it.
    Endorsed {
        /// Who.
        by: MemberRef,
        /// In this topic: the one asked about, or one under it.
        topic: TopicRef,
    },
    /// An answer to somebody else's question.
    Answered {
        /// The answer.
        answer_id: Uuid,
        /// What it answers.
        question: QuestionRef,
        /// Accepted.
        accepted: bool,
        /// How many found it helpful.
        helpful: u32,
    },
}

/// Why somebody is thought to know a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExpertiseExplanation {
    /// Who.
    pub member: MemberRef,
    /// How much.
    pub strength: TopicStrength,
    /// What made it, largest first.
    pub contributions: Vec<Contribution>,
}

/// Somebody's expertise as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberExpertiseViewer {
    /// Whether the viewer may endorse them at all.
    pub may_endorse: bool,
    /// Whether the viewer did so today: not again before tomorrow (UTC).
    pub endorsed_today: bool,
    /// The topic of today's endorsement, if it was withdrawn: this one alone may be given again today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_today: Option<Uuid>,
    /// The topics in which the viewer endorsed them.
    pub endorsed: Vec<Uuid>,
}

/// A member who knows a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicExpert {
    /// Who.
    pub member: MemberRef,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// How much.
    pub strength: TopicStrength,
    /// When they may be asked.
    pub availability: Availability,
}

/// Who knows a topic, and who is learning it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicPeople {
    /// Strongest first; who is away comes last.
    pub knows: Vec<TopicExpert>,
    /// Newest first.
    pub learning: Vec<MemberRef>,
}

/// How many people to name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct TopicPeopleQuery {
    /// Of each kind, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// One of one's own topics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyTopic {
    /// The topic.
    pub topic: TopicRef,
    /// What one says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<ExpertiseLevel>,
    /// Whether others do not find one by it.
    pub hidden: bool,
    /// What it comes to, hidden or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<TopicStrength>,
}

/// What one says about oneself and a topic; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetMyTopic {
    /// What one says, or `null` to take it back.
    #[serde(
        default,
        deserialize_with = "crate::patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<ExpertiseLevel>))]
    pub level: Option<Option<ExpertiseLevel>>,
    /// True and nobody finds one by this topic: not on the profile, the topic's page, in search or suggestions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
}

/// When and how one may be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyAvailability {
    /// Not before this time; past times mean now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_until: Option<DateTime<Utc>>,
    /// Requests in seven days, 0 to 50; without it any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 5))]
    pub weekly_cap: Option<u8>,
    /// How one likes to be asked, at most 300 characters; may be empty.
    #[serde(default)]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Mornings are best. Beginners are welcome.")
    )]
    pub asking: String,
}

/// What somebody contributed in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivityMonth {
    /// Year and month, UTC.
    #[cfg_attr(feature = "openapi", schema(example = "2026-11"))]
    pub month: String,
    /// Questions asked.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub questions: u32,
    /// Answers given.
    #[cfg_attr(feature = "openapi", schema(example = 6))]
    pub answers: u32,
}

/// What somebody contributed over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberActivity {
    /// The last twelve months, oldest first.
    pub months: Vec<ActivityMonth>,
}

/// Whether to ask somebody what they know and want to learn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Welcome {
    /// Whether to ask now: once, of who has said nothing about any topic.
    pub due: bool,
    /// Topics to choose from, those most questions are about first.
    pub offered: Vec<TopicRef>,
}

/// How asking ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndWelcome {
    /// They did not want to say anything.
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub skipped: bool,
}

/// A question for which to find people: while it is written, or one that was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SuggestExperts {
    /// The title as far as it is written; only the first 500 characters count.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "How do you say no to a discount and stay friendly?")
    )]
    pub title: String,
    /// The text in Markdown; may be empty.
    #[serde(default)]
    pub body: String,
    /// Slugs, names or synonyms of its topics, at most five; what is no topic yet tells nothing.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(example = json!(["negotiating", "customer-calls"])))]
    pub topics: Vec<String>,
    /// The question, when it was asked already: its asker, who answered it, and who may not see it are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Uuid>,
    /// The community it is asked in: only its members are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community_id: Option<Uuid>,
    /// People, 1 to 100; 8 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 8))]
    pub limit: Option<u32>,
}

/// Why somebody is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SuggestionReason {
    /// They answered similar questions.
    Similar {
        /// The most similar, at most three.
        questions: Vec<QuestionRef>,
        /// How many of the similar ones in all.
        count: u32,
    },
    /// They know a topic of it.
    Topic {
        /// How much.
        strength: TopicStrength,
    },
    /// They answered in a topic of it, though nothing says yet how well.
    Answered {
        /// The topic.
        topic: TopicRef,
        /// Answers.
        answers: u32,
    },
    /// They answer much these days.
    Active {
        /// Answers in the last 90 days.
        answers: u32,
    },
}

/// Somebody likely to answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SuggestedExpert {
    /// Who.
    pub member: MemberRef,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// For comparing within one answer; higher is likelier.
    #[cfg_attr(feature = "openapi", schema(example = 1.42))]
    pub score: f64,
    /// Why, most telling first; never empty.
    pub reasons: Vec<SuggestionReason>,
    /// How they like to be asked.
    pub availability: Availability,
}

/// People likely to answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SuggestedExperts {
    /// Likeliest first. Who is away, has had enough requests this week, or has no account is not named.
    pub items: Vec<SuggestedExpert>,
}
