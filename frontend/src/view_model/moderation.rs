//! Keeping order: the reasons one may close for, and what stands in an address.

use tacit_contract::questions::CloseReason;
use uuid::Uuid;

use crate::i18n::Lang;

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
    fn nothing_typed_is_nothing_given() {
        assert_eq!(given("  "), None);
        assert_eq!(given(" why "), Some("why".to_owned()));
    }
}
