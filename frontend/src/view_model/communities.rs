//! Communities: their addresses, and which ways in fit who knows of them.

use tacit_contract::communities::{CommunityDetail, JoinRule, Visibility};
use uuid::Uuid;

use crate::i18n::Lang;

/// The address of a community's page.
pub fn community_address(id: Uuid) -> String {
    format!("/communities/{id}")
}

/// Where one asks in it.
pub fn ask_address(id: Uuid) -> String {
    format!("/ask?community={id}")
}

/// The ways in that fit, in their order.
pub fn ways_in(visibility: Visibility) -> Vec<JoinRule> {
    let rules = JoinRule::ALL.iter().copied();
    rules.filter(|rule| visibility.fits(*rule)).collect()
}

/// The way in that stays chosen when who knows of it changes: the same where it fits, else the first that does.
pub fn way_that_fits(visibility: Visibility, rule: JoinRule) -> JoinRule {
    let ways = ways_in(visibility);
    if ways.contains(&rule) {
        rule
    } else {
        ways.first().copied().unwrap_or(rule)
    }
}

/// Whether its charter says anything.
pub fn has_charter(community: &CommunityDetail) -> bool {
    let charter = &community.charter;
    [&charter.for_whom, &charter.get, &charter.give]
        .iter()
        .any(|part| !part.is_empty())
}

/// A number as typed; nothing that is one is none, which the server refuses beside its field.
pub fn how_many(typed: &str) -> u32 {
    typed.trim().parse().unwrap_or_default()
}

/// The languages a community may be said to speak: those of the product, and its own.
pub fn languages_for(own: &str) -> Vec<String> {
    let mut tags: Vec<String> = Lang::ALL.iter().map(|lang| lang.tag().to_owned()).collect();
    if !tags.iter().any(|tag| tag == own) {
        tags.push(own.to_owned());
    }
    tags
}

#[cfg(test)]
mod tests {
    use tacit_contract::communities::{JoinRule, Visibility};

    use super::{how_many, languages_for, way_that_fits, ways_in};

    #[test]
    fn a_community_keeps_a_language_of_its_own() {
        assert_eq!(languages_for("sv"), ["en", "sv"]);
        assert_eq!(languages_for("fi"), ["en", "sv", "fi"]);
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(how_many(" 30 "), 30);
        assert_eq!(how_many("-3"), 0);
        assert_eq!(how_many("many"), 0);
    }

    #[test]
    fn what_is_hidden_is_joined_by_invitation_alone() {
        assert_eq!(ways_in(Visibility::Hidden), [JoinRule::ByInvitation]);
        assert_eq!(ways_in(Visibility::Open).len(), 3);
        assert_eq!(
            way_that_fits(Visibility::Hidden, JoinRule::Free),
            JoinRule::ByInvitation
        );
        assert_eq!(
            way_that_fits(Visibility::OnRequest, JoinRule::Free),
            JoinRule::Free
        );
    }
}
