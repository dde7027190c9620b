//! Whom a question is for: the choice that is sent and kept, and the words for the people it names.

use tacit_contract::posts::{AudienceChoice, AudienceKind};
use uuid::Uuid;

use crate::i18n::Lang;

/// The choice the fields make; nothing for everyone, and for a community that is not chosen yet.
pub fn choice(
    kind: AudienceKind,
    community: Option<Uuid>,
    handles: Vec<String>,
) -> Option<AudienceChoice> {
    match kind {
        AudienceKind::Everyone => None,
        AudienceKind::Community => {
            community.map(|community_id| AudienceChoice::Community { community_id })
        }
        AudienceKind::People => Some(AudienceChoice::People { handles }),
    }
}

/// The people on a button: one or two by name, more by their number; nothing for nobody.
pub fn asked_of(t: Lang, names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(one.clone()),
        [one, other] => Some(format!("{one} {} {other}", t.routing_and())),
        more => Some(t.audience_people_count(u64::try_from(more.len()).unwrap_or(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::posts::{AudienceChoice, AudienceKind};
    use uuid::Uuid;

    use super::{asked_of, choice};
    use crate::i18n::Lang;

    #[test]
    fn a_choice_is_what_its_kind_needs() {
        let (id, noor) = (Some(Uuid::nil()), vec!["noor".to_owned()]);
        assert_eq!(choice(AudienceKind::Everyone, id, noor.clone()), None);
        assert_eq!(choice(AudienceKind::Community, None, noor.clone()), None);
        assert_eq!(
            choice(AudienceKind::Community, id, Vec::new()),
            Some(AudienceChoice::Community {
                community_id: Uuid::nil()
            })
        );
        assert_eq!(
            choice(AudienceKind::People, id, noor.clone()),
            Some(AudienceChoice::People { handles: noor })
        );
    }

    #[test]
    fn two_are_named_and_more_are_counted() {
        let names = ["Noor", "Hugo", "Lova"].map(str::to_owned);
        assert_eq!(asked_of(Lang::En, &names[..0]), None);
        assert_eq!(
            asked_of(Lang::En, &names[..2]).as_deref(),
            Some("Noor and Hugo")
        );
        assert_eq!(asked_of(Lang::Sv, &names).as_deref(), Some("3 personer"));
    }
}
