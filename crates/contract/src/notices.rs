//! Notices: what a member is told of, and why.

use serde::{Deserialize, Serialize};
use tacit_domain::notices as domain;
use uuid::Uuid;

use crate::communities::CommunityRole;
use crate::identity::{Locale, MemberRef};
use crate::macros::wire_enum;
use crate::needs::NeedRef;
use crate::posts::PostKind;
use crate::questions::{CloseReason, QuestionRef};
use crate::topics::TopicRef;
use chrono::{DateTime, Utc};

wire_enum! {
    /// What a notice tells.
    NoticeKind from domain::NoticeKind {
        Mention, Answer, Comment, AnswerAccepted, AcceptanceWithdrawn, QuestionClosed,
        QuestionReopened, PostFlagged, PostDeleted, FlagResolved, MemberPost, NeedMoved,
        NeedResponse, NeedHelp, NeedJoined, NeedSuggested, NeedSaid, NeedWanted, TopicQuestion, QuestionForYou,
        CommunityAsked, CommunityDecided, CommunityInvited, CommunityRole, CommunityRemoved,
    }
}

wire_enum! {
    /// Why the caller is told.
    NoticeReason from domain::NoticeReason {
        Asked, Wrote, NeedMine, NeedJoined, NeedHelping, NeedNamed, NeedToMe, Lead, Flagged, Commented, Mentioned, QuestionFollowed,
        TopicFollowed, MemberFollowed, Wished, Named, Fits, LooksAfter, Facilitator, AskedToJoin, Concerned,
    }
}

/// All that is new of one kind about one thing, such as three new answers to a question; when nothing is, all that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// For marking it as read.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "answer.01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55")
    )]
    pub id: String,
    /// What it tells.
    pub kind: NoticeKind,
    /// Why, of the newest.
    pub because: NoticeReason,
    /// Whether something of it is new.
    pub unread: bool,
    /// How many things it tells of: those that are new, or all when none is.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub count: u32,
    /// Who did it, newest first, at most three; without those who did not show their name.
    pub by: Vec<MemberRef>,
    /// The question it is about; absent where several are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionRef>,
    /// The need it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedRef>,
    /// The community it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<NoticeCommunity>,
    /// The topic the caller follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicRef>,
    /// The person the caller follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberRef>,
    /// The newest post it tells of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<NoticePost>,
    /// Why the question was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_reason: Option<CloseReason>,
    /// What was said with the closing, in the words of who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The machine it is about was sold")
    )]
    pub closed_words: Option<String>,
    /// Why the caller's post was deleted, in the words of who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "It names a customer"))]
    pub deleted_reason: Option<String>,
    /// When the newest happened.
    pub at: DateTime<Utc>,
    /// As far as this notice tells, for marking as read what has been seen and nothing newer. Opaque.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "vD3u1m0c8O0Q5m2Jd0JmB2kq3o4cQ0q1Yw")
    )]
    pub through: String,
}

/// The community a notice is about, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeCommunity {
    /// Id of the community.
    pub id: Uuid,
    /// Its name; of one the caller was taken out of, as it was then.
    #[cfg_attr(feature = "openapi", schema(example = "Calls that go wrong"))]
    pub name: String,
    /// BCP 47, of the name.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// What the caller is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<CommunityRole>,
    /// What they were told with it; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "See you on Thursday"))]
    pub word: String,
}

/// The post a notice leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticePost {
    /// Post id.
    pub id: Uuid,
    /// What it is.
    pub kind: PostKind,
    /// The beginning of its text.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "A yes covers the call it was given on, not the next one.")
    )]
    pub excerpt: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
}

/// Which page of notices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListNoticesQuery {
    /// Only those with something new, or with nothing new; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<bool>,
    /// Only of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoticeKind>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// How many notices have something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnreadNotices {
    /// Up to 100; then there may be more.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub unread: u32,
}

/// Notices that were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadNotices {
    /// `through` of the newest notice that was seen: what came later stays unread.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "vD3u1m0c8O0Q5m2Jd0JmB2kq3o4cQ0q1Yw")
    )]
    pub through: String,
    /// Only the notice with this id; all of them when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "answer.01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55")
    )]
    pub id: Option<String>,
    /// Only notices with nothing new but what stands on this question's page, which was looked at; not together with `id`.
    /// `through` is then `unread_notices` of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_id: Option<Uuid>,
}

wire_enum! {
    /// When a kind of notice comes as mail.
    MailRhythm from domain::MailRhythm { AtOnce, Daily, Never }
}

/// By which ways a kind of notice reaches the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeWays {
    /// The kind.
    pub kind: NoticeKind,
    /// Shown behind the bell.
    pub in_app: bool,
    /// As mail.
    pub mail: MailRhythm,
}

/// How the caller wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeSettings {
    /// Whether what one asks and answers is followed by itself.
    pub follow_own: bool,
    /// Hour of the daily digest, 0 to 23, in the caller's time zone.
    #[cfg_attr(feature = "openapi", schema(example = 8, maximum = 23))]
    pub digest_hour: u8,
    /// Every kind, in the order they are offered.
    pub kinds: Vec<NoticeWays>,
}

/// A change of how the caller wants to be told; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateNoticeSettings {
    /// Whether what one asks and answers is followed by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_own: Option<bool>,
    /// Hour of the daily digest, 0 to 23, in the caller's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 17, maximum = 23))]
    pub digest_hour: Option<u8>,
    /// The kinds to change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<NoticeWays>>,
}

/// The token of a letter's link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct UnsubscribeQuery {
    /// From the link of a letter.
    pub token: String,
}

/// What a letter's link ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unsubscribing {
    /// Letters about this kind; the daily digest when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoticeKind>,
    /// Whether there are none any more.
    pub ended: bool,
    /// The language of the letter.
    pub locale: Locale,
}
