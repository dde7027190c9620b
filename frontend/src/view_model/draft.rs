//! Drafts: when one is worth keeping, and what to do with the one that is found.

use tacit_contract::drafts::{Draft, SaveDraft};

/// Nothing was typed: an empty draft is none.
pub fn is_blank(draft: &SaveDraft) -> bool {
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    draft.body.trim().is_empty() && blank(&draft.title) && draft.topics.is_empty()
}

/// What to do with a draft that is found when somebody begins to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It says what stands in the fields already.
    Same,
    /// Nothing else was typed: it takes its place.
    TakeUp,
    /// Something else stands there: the person decides.
    Ask,
}

/// Compares a draft with what stood in the fields at first and stands there now.
pub fn found(draft: &Draft, at_first: &SaveDraft, now: &SaveDraft) -> Found {
    let kept = text_of(draft);
    if kept == *now {
        Found::Same
    } else if now == at_first
        && ((is_blank(now) && now.audience.is_none()) || draft.base_version.is_some())
    {
        Found::TakeUp
    } else {
        Found::Ask
    }
}

/// What a draft says, as it would be saved.
pub fn text_of(draft: &Draft) -> SaveDraft {
    SaveDraft {
        title: draft.title.clone(),
        body: draft.body.clone(),
        topics: draft.topics.clone(),
        urgency: draft.urgency,
        forms: draft.forms.clone(),
        wanted_by: draft.wanted_by,
        audience: draft.audience.clone(),
        nameless: draft.nameless,
        reason: draft.reason.clone(),
        base_version: draft.base_version,
    }
}

/// Whether a save that gave this version followed the one known here; if not, another device saved in between.
pub fn followed(known: Option<i32>, saved: i32) -> bool {
    known.is_none_or(|known| saved == known.saturating_add(1))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use tacit_contract::posts::AudienceChoice;

    use super::*;

    fn typed(body: &str) -> SaveDraft {
        SaveDraft {
            body: body.to_owned(),
            ..SaveDraft::default()
        }
    }

    fn draft(body: &str, base_version: Option<i32>) -> Draft {
        Draft {
            place: "ask".to_owned(),
            title: None,
            body: body.to_owned(),
            topics: Vec::new(),
            urgency: None,
            forms: Vec::new(),
            wanted_by: None,
            audience: None,
            nameless: false,
            reason: None,
            base_version,
            version: 3,
            updated_at: "2026-03-02T09:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn spaces_alone_are_no_draft() {
        assert!(is_blank(&typed(" \n")));
        assert!(!is_blank(&typed("a")));
        let titled = SaveDraft {
            title: Some("Why".to_owned()),
            ..typed("")
        };
        assert!(!is_blank(&titled));
    }

    #[test]
    fn a_draft_takes_the_place_of_nothing_only() {
        let kept = draft("half a sentence", None);
        assert_eq!(found(&kept, &typed(""), &typed("")), Found::TakeUp);
        assert_eq!(found(&kept, &typed(""), &typed("new")), Found::Ask);
        assert_eq!(
            found(&kept, &typed("from a link"), &typed("from a link")),
            Found::Ask
        );
        assert_eq!(
            found(&kept, &typed(""), &typed("half a sentence")),
            Found::Same
        );
        let here = SaveDraft {
            audience: Some(AudienceChoice::People {
                handles: vec!["noor".to_owned()],
            }),
            ..typed("")
        };
        assert_eq!(
            found(&kept, &here, &here),
            Found::Ask,
            "who sees it was chosen"
        );
        let edit = draft("better", Some(2));
        let text = SaveDraft {
            base_version: Some(4),
            ..typed("as posted")
        };
        assert_eq!(found(&edit, &text, &text), Found::TakeUp);
    }

    #[test]
    fn a_gap_in_the_versions_is_another_device() {
        assert!(followed(None, 9));
        assert!(followed(Some(2), 3));
        assert!(!followed(Some(2), 4));
        assert!(!followed(Some(2), 1));
    }
}
