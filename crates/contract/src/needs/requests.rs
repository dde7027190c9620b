//! What is asked of needs: saying, editing, joining, helping, linking, moving, confirming, listing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Helped, NeedForm, NeedState};
use crate::posts::AudienceChoice;

/// A new need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SayNeed {
    /// One sentence, 10 to 200 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I want to learn to read a supplier's price model")
    )]
    pub wish: String,
    /// Why it matters: Markdown, 1 to 50,000 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "My first renewal is in January, and I sign what I do not understand.")
    )]
    pub why: String,
    /// 1 to 5 names, slugs or synonyms; what does not exist yet becomes a topic.
    #[cfg_attr(feature = "openapi", schema(example = json!(["negotiating", "Supplier contracts"])))]
    pub topics: Vec<String>,
    /// How one would like it; any way when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["mentor", "session"])))]
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<DateTime<Utc>>,
    /// BCP 47; found out from the text when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: Option<String>,
    /// Who it is for; everyone when left out. Where not everyone reads along, its topics are ones that exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceChoice>,
}

/// A change to a need; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditNeed {
    /// One sentence, 10 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<String>,
    /// Why it matters: Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// All topics, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["negotiating"])))]
    pub topics: Option<Vec<String>>,
    /// All forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["mentor"])))]
    pub forms: Option<Vec<NeedForm>>,
    /// The day by which it is wanted; null takes it away.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::patch::present"
    )]
    pub wanted_by: Option<Option<DateTime<Utc>>>,
    /// Why; needed when it is not one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Moved to a topic people follow")
    )]
    pub reason: Option<String>,
}

/// Wanting it too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinNeed {
    /// Their own why, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I take over the cleaning contract in March")
    )]
    pub why: Option<String>,
}

/// Offering to help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferHelp {
    /// What one offers, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "An hour a week until then"))]
    pub word: Option<String>,
}

/// Naming somebody who could help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SuggestHelper {
    /// Their handle.
    #[cfg_attr(feature = "openapi", schema(example = "mateo"))]
    pub handle: String,
    /// Why, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Led the renewal of the shelf rent")
    )]
    pub word: Option<String>,
}

/// Linking something that meets a need: a question, or an address with its title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RespondToNeed {
    /// A question here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_id: Option<Uuid>,
    /// An address outside, `https` or `http`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "https://academy.example/price-models")
    )]
    pub url: Option<String>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Reading price models, three evenings")
    )]
    pub title: Option<String>,
    /// A word with it, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The second evening is what you ask for")
    )]
    pub word: Option<String>,
}

/// Giving a need another state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoveNeed {
    /// Which.
    pub state: NeedState,
    /// A word for all who joined, 1 to 500 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Priya looks for a date in December")
    )]
    pub word: String,
}

/// Taking care of a need, or no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakeOnNeed {
    /// A word for all who joined, 1 to 500 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I ask around in Luleå this week")
    )]
    pub word: String,
}

/// Why nobody takes care of it any more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct LetGoQuery {
    /// A word for all who joined, 1 to 500 characters.
    pub word: String,
}

/// Saying whether it helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfirmNeed {
    /// Whether it did.
    pub helped: Helped,
    /// A word with it, at most 500 characters; it is shown with one's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "I sent the first clause back"))]
    pub word: Option<String>,
}

/// Order of a list of needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum NeedSort {
    /// Newest first.
    #[default]
    Newest,
    /// Wanted by most first.
    Wanted,
    /// Last activity first.
    Active,
}

/// Which wish to find similar needs for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct SimilarNeedsQuery {
    /// The wish, as far as it is typed. No word of it is required.
    #[cfg_attr(
        feature = "openapi",
        param(example = "I want to learn to read a price model")
    )]
    pub wish: String,
    /// Rows, 1 to 20; 5 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which needs to list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListNeedsQuery {
    /// Order; newest first when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<NeedSort>,
    /// Only in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<NeedState>,
    /// Only those that wait (true), or that were decided on (false).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Slug or synonym of a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Only those that somebody would like in this form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<NeedForm>,
    /// Only others' that wait, in topics the viewer says they can help with or has answered in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_help: Option<bool>,
    /// Only the viewer's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<bool>,
    /// Only those the viewer joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<bool>,
    /// Only others' that wait, in topics the viewer is learning or has needs in, and that they have not joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like_mine: Option<bool>,
    /// Handle: only needs of this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// Handle: only needs this person offered to help with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helped_by: Option<String>,
    /// Only texts in this language, BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
