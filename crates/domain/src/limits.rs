//! How long and how many things may be. Lengths are in characters (Unicode scalar values).

/// Shortest title of a question.
pub const TITLE_MIN: usize = 10;
/// Longest title of a question.
pub const TITLE_MAX: usize = 200;
/// Longest body of a question or an answer.
pub const BODY_MAX: usize = 50_000;
/// Longest comment.
pub const COMMENT_MAX: usize = 3_000;
/// Most topics of a question; at least one.
pub const TOPICS_MAX: usize = 5;
/// Longest name of a topic.
pub const TOPIC_NAME_MAX: usize = 60;
/// Longest description of a topic.
pub const TOPIC_DESCRIPTION_MAX: usize = 5_000;
/// Most synonyms of a topic.
pub const SYNONYMS_MAX: usize = 30;
/// Longest reason for an edit or an act.
pub const REASON_MAX: usize = 500;
/// Longest note beside a bookmark.
pub const NOTE_MAX: usize = 500;
/// Longest name, job title, place or department.
pub const NAME_MAX: usize = 100;
/// Longest bio.
pub const BIO_MAX: usize = 2_000;
/// Shortest handle.
pub const HANDLE_MIN: usize = 2;
/// Longest handle.
pub const HANDLE_MAX: usize = 30;
/// Shortest password.
pub const PASSWORD_MIN: usize = 12;
/// Longest password; more would only cost hashing time.
pub const PASSWORD_MAX: usize = 200;
/// Most languages a member says they speak.
pub const LANGUAGES_MAX: usize = 10;
/// Longest search query.
pub const QUERY_MAX: usize = 500;
/// Longest word about how one likes to be asked.
pub const ASKING_MAX: usize = 300;
/// Rows of a page when nothing is said.
pub const PAGE_DEFAULT: u32 = 20;
/// Most rows of a page.
pub const PAGE_MAX: u32 = 100;
/// Largest logo, in bytes.
pub const LOGO_MAX_BYTES: usize = 262_144;
/// Longest text of a draft: longer than what can be posted.
pub const DRAFT_BODY_MAX: usize = 100_000;
/// Longest title of a draft.
pub const DRAFT_TITLE_MAX: usize = 1_000;
/// Most topics of a draft.
pub const DRAFT_TOPICS_MAX: usize = 20;
/// Longest topic of a draft.
pub const DRAFT_TOPIC_MAX: usize = 200;
/// Most drafts of a member.
pub const DRAFTS_MAX: u64 = 300;
/// Largest picture that may be uploaded, in bytes, when nothing else is set.
pub const PICTURE_BYTES_MAX: usize = 10_485_760;
/// Most pixels of a picture that is decoded.
pub const PICTURE_PIXELS_MAX: u64 = 50_000_000;
/// Longest side of a picture as it is kept; larger ones shrink.
pub const PICTURE_SIDE_KEPT: u32 = 2_560;
/// Most pictures of one post.
pub const PICTURES_PER_POST: usize = 50;
/// Most pictures of a member that stand in no post yet.
pub const PICTURES_LOOSE_MAX: u64 = 100;
/// Longest address of something outside that meets a need.
pub const LINK_URL_MAX: usize = 2_000;
/// Longest title of something outside that meets a need.
pub const LINK_TITLE_MAX: usize = 200;
/// Longest name of a community.
pub const COMMUNITY_NAME_MAX: usize = 80;
/// Longest purpose of a community.
pub const PURPOSE_MAX: usize = 300;
/// Longest part of a community's charter.
pub const CHARTER_MAX: usize = 1_000;
/// Longest house rules or welcome of a community.
pub const COMMUNITY_TEXT_MAX: usize = 4_000;
