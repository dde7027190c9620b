//! Keeping order: reasons, kinds and outcomes with their words, and what stands in an address.

use tacit_contract::moderation::{FlagFilter, FlagKind, FlagOutcome, ListFlagsQuery};
use tacit_contract::posts::PostKind;
use tacit_contract::questions::CloseReason;
use uuid::Uuid;

use super::address;
use crate::i18n::Lang;

/// What is chosen on the queue of flags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlagsView {
    /// What waits, or what was decided.
    pub state: FlagFilter,
    /// Only this kind.
    pub kind: Option<FlagKind>,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl FlagsView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            state: address::value(get("state")).unwrap_or_default(),
            kind: address::value(get("kind")),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        let state = address::word(&self.state);
        let kind = self.kind.as_ref().and_then(address::any_word);
        address::address(
            "/moderation/flags",
            &[
                ("state", state.as_deref()),
                ("kind", kind.as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self) -> ListFlagsQuery {
        ListFlagsQuery {
            state: Some(self.state),
            kind: self.kind,
            cursor: self.cursor.clone(),
            limit: None,
        }
    }
}

/// A kind of flag in words.
pub fn flag_words(t: Lang, kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::Outdated => t.moderation_flag_outdated(),
        FlagKind::Incorrect => t.moderation_flag_incorrect(),
        FlagKind::NotAllRight => t.moderation_flag_not_all_right(),
    }
}

/// Each kind of flag, its words, and what it means.
pub fn flag_kinds(t: Lang) -> Vec<(FlagKind, String, String)> {
    let more = |kind| match kind {
        FlagKind::Outdated => t.moderation_flag_outdated_more(),
        FlagKind::Incorrect => t.moderation_flag_incorrect_more(),
        FlagKind::NotAllRight => t.moderation_flag_not_all_right_more(),
    };
    let kinds = FlagKind::ALL.iter().copied();
    kinds
        .map(|kind| (kind, flag_words(t, kind).to_owned(), more(kind).to_owned()))
        .collect()
}

/// What became of a flag in words.
pub fn outcome_words(t: Lang, outcome: FlagOutcome) -> &'static str {
    match outcome {
        FlagOutcome::Acted => t.moderation_acted(),
        FlagOutcome::Handled => t.moderation_handled(),
        FlagOutcome::Dismissed => t.moderation_dismissed(),
    }
}

/// Each outcome, its words, and what it means.
pub fn outcomes(t: Lang) -> Vec<(FlagOutcome, String, String)> {
    [
        (FlagOutcome::Acted, t.moderation_acted_more()),
        (FlagOutcome::Handled, t.moderation_handled_more()),
        (FlagOutcome::Dismissed, t.moderation_dismissed_more()),
    ]
    .map(|(outcome, more)| {
        (
            outcome,
            outcome_words(t, outcome).to_owned(),
            more.to_owned(),
        )
    })
    .to_vec()
}

/// A kind of post in words.
pub fn post_words(t: Lang, kind: PostKind) -> &'static str {
    match kind {
        PostKind::Question => t.moderation_question(),
        PostKind::Answer => t.moderation_answer(),
        PostKind::Comment => t.moderation_comment(),
        PostKind::Need => t.moderation_need(),
    }
}

/// Each reason, its words, and what it means.
pub fn close_reasons(t: Lang) -> Vec<(CloseReason, String, String)> {
    let words = |reason| match reason {
        CloseReason::Duplicate => (t.moderation_duplicate(), t.moderation_duplicate_more()),
        CloseReason::Outdated => (t.moderation_outdated(), t.moderation_outdated_more()),
        CloseReason::OutOfPlace => (
            t.moderation_out_of_place(),
            t.moderation_out_of_place_more(),
        ),
        CloseReason::Other => (t.moderation_other(), t.moderation_other_more()),
    };
    CloseReason::ALL
        .iter()
        .map(|reason| {
            let (name, more) = words(*reason);
            (*reason, name.to_owned(), more.to_owned())
        })
        .collect()
}

/// What was typed, if anything was.
pub fn given(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty())
}

/// The question an address names: `https://…/questions/<id>`, with or without what follows.
pub fn question_in_address(text: &str) -> Option<Uuid> {
    let (_, rest) = text.split_once("/questions/")?;
    let id = rest.split(['/', '#', '?']).next()?;
    id.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_question() {
        let id = Uuid::from_u128(7);
        for address in [
            format!("https://tacit.almvik.example/questions/{id}"),
            format!("/questions/{id}#answer-{}", Uuid::from_u128(8)),
            format!("http://127.0.0.1:8080/questions/{id}?x=1"),
        ] {
            assert_eq!(question_in_address(&address), Some(id), "{address}");
        }
        assert_eq!(question_in_address("How do I export?"), None);
        assert_eq!(question_in_address("/questions/nothing"), None);
    }

    #[test]
    fn the_queue_is_its_address() {
        let read = |pairs: &[(&str, &str)]| {
            FlagsView::read(|name| {
                let pair = pairs.iter().find(|(key, _)| *key == name);
                pair.map(|(_, value)| (*value).to_owned())
            })
        };
        let view = read(&[("state", "resolved"), ("kind", "outdated")]);
        assert_eq!(
            view.address(),
            "/moderation/flags?state=resolved&kind=outdated"
        );
        assert_eq!(view.query().kind, Some(FlagKind::Outdated));
        assert_eq!(read(&[("kind", "nonsense")]).address(), "/moderation/flags");
    }

    #[test]
    fn nothing_typed_is_nothing_given() {
        assert_eq!(given("  "), None);
        assert_eq!(given(" why "), Some("why".to_owned()));
    }
}
