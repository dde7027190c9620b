//! Drafts: what somebody is still writing, kept as it was typed until it is posted. One per member and place.
//!
//! A draft may be longer than what can be posted: nothing is lost while one shortens it. It is its writer's alone.

use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::limits::{
    DRAFT_BODY_MAX, DRAFT_TITLE_MAX, DRAFT_TOPIC_MAX, DRAFT_TOPICS_MAX, DRAFTS_MAX,
};

/// What is being written, and under or over which post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftPlace {
    /// A new question.
    Ask,
    /// A new need.
    Need,
    /// An answer to this question.
    Answer(Uuid),
    /// A comment on this post.
    Comment(Uuid),
    /// Another text for this post.
    Edit(Uuid),
}

impl DraftPlace {
    /// The post it belongs to; none for a new question or need.
    #[must_use]
    pub const fn target(self) -> Option<Uuid> {
        match self {
            Self::Ask | Self::Need => None,
            Self::Answer(id) | Self::Comment(id) | Self::Edit(id) => Some(id),
        }
    }
}

impl fmt::Display for DraftPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask => f.write_str("ask"),
            Self::Need => f.write_str("need"),
            Self::Answer(id) => write!(f, "answer-{id}"),
            Self::Comment(id) => write!(f, "comment-{id}"),
            Self::Edit(id) => write!(f, "edit-{id}"),
        }
    }
}

/// The word names no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a place is ask or need, or answer-, comment- or edit- and the id of a post")]
pub struct NoPlace;

impl FromStr for DraftPlace {
    type Err = NoPlace;

    fn from_str(word: &str) -> Result<Self, NoPlace> {
        match word {
            "ask" => return Ok(Self::Ask),
            "need" => return Ok(Self::Need),
            _ => {}
        }
        let (kind, id) = word.split_once('-').ok_or(NoPlace)?;
        let id = Uuid::try_parse(id).map_err(|_| NoPlace)?;
        match kind {
            "answer" => Ok(Self::Answer(id)),
            "comment" => Ok(Self::Comment(id)),
            "edit" => Ok(Self::Edit(id)),
            _ => Err(NoPlace),
        }
    }
}

/// Why a draft is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The title has more characters than that.
    #[error("at most {DRAFT_TITLE_MAX} characters")]
    TitleTooLong,
    /// The text has more characters than that.
    #[error("at most {DRAFT_BODY_MAX} characters")]
    BodyTooLong,
    /// The topics are too many or too long.
    #[error("at most {DRAFT_TOPICS_MAX} topics of at most {DRAFT_TOPIC_MAX} characters")]
    Topics,
    /// The member has as many as one can have.
    #[error("at most {DRAFTS_MAX} drafts: post or discard one first")]
    TooMany,
}

/// Whether a draft can be kept.
///
/// # Errors
/// Which part is beyond measure.
pub fn check(title: Option<&str>, body: &str, topics: &[String]) -> Result<(), DraftError> {
    let longer = |text: &str, most: usize| text.chars().nth(most).is_some();
    if title.is_some_and(|title| longer(title, DRAFT_TITLE_MAX)) {
        return Err(DraftError::TitleTooLong);
    }
    if longer(body, DRAFT_BODY_MAX) {
        return Err(DraftError::BodyTooLong);
    }
    if topics.len() > DRAFT_TOPICS_MAX || topics.iter().any(|one| longer(one, DRAFT_TOPIC_MAX)) {
        return Err(DraftError::Topics);
    }
    Ok(())
}

/// Whether one more draft may be kept beside `present` others.
///
/// # Errors
/// [`DraftError::TooMany`].
pub const fn can_keep_another(present: u64) -> Result<(), DraftError> {
    if present < DRAFTS_MAX {
        Ok(())
    } else {
        Err(DraftError::TooMany)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn other_words_are_no_places() {
        for word in [
            "",
            "asks",
            "answer",
            "answer-",
            "answer-1",
            "note-00000000-0000-0000-0000-000000000000",
        ] {
            assert_eq!(word.parse::<DraftPlace>(), Err(NoPlace), "{word}");
        }
    }

    #[test]
    fn a_draft_may_be_longer_than_a_post_but_not_endless() {
        let long = "å".repeat(DRAFT_BODY_MAX);
        assert_eq!(check(None, &long, &[]), Ok(()));
        assert_eq!(
            check(None, &format!("{long}å"), &[]),
            Err(DraftError::BodyTooLong)
        );
        let title = "t".repeat(DRAFT_TITLE_MAX + 1);
        assert_eq!(check(Some(&title), "", &[]), Err(DraftError::TitleTooLong));
        let topics = vec![String::new(); DRAFT_TOPICS_MAX + 1];
        assert_eq!(check(None, "", &topics), Err(DraftError::Topics));
        assert_eq!(can_keep_another(DRAFTS_MAX), Err(DraftError::TooMany));
        assert_eq!(can_keep_another(DRAFTS_MAX - 1), Ok(()));
    }

    proptest! {
        #[test]
        fn a_place_is_its_word(kind in 0_u8..5, id: u128) {
            let id = Uuid::from_u128(id);
            let place = match kind {
                0 => DraftPlace::Ask,
                1 => DraftPlace::Answer(id),
                2 => DraftPlace::Comment(id),
                3 => DraftPlace::Need,
                _ => DraftPlace::Edit(id),
            };
            prop_assert_eq!(place.to_string().parse(), Ok(place));
        }
    }
}
