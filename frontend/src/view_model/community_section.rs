//! The pages of a community, and for whom each is.

use tacit_contract::communities::{CommunityDetail, CommunityViewer, JoinRule};
use uuid::Uuid;

use super::communities::community_address;

/// A page of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommunitySection {
    /// What is asked in it.
    Asked,
    /// Who belongs to it.
    Members,
    /// Who asks to be let in.
    Requests,
    /// Inviting, and who is invited.
    Invite,
    /// How it is doing.
    Health,
    /// What it says of itself, who sees it, its end.
    Settings,
}

impl CommunitySection {
    /// All pages, in their order.
    pub const ALL: [Self; 6] = [
        Self::Asked,
        Self::Members,
        Self::Requests,
        Self::Invite,
        Self::Health,
        Self::Settings,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Asked => "",
            Self::Members => "members",
            Self::Requests => "requests",
            Self::Invite => "invite",
            Self::Health => "health",
            Self::Settings => "settings",
        }
    }

    /// The address in this community.
    pub fn address(self, id: Uuid) -> String {
        let page = community_address(id);
        match self.word() {
            "" => page,
            word => format!("{page}/{word}"),
        }
    }

    /// The page of an address's last word; the first when there is none.
    pub fn find(word: Option<&str>) -> Option<Self> {
        let word = word.unwrap_or_default();
        Self::ALL.into_iter().find(|page| page.word() == word)
    }

    /// Whether only who looks after the community opens it.
    pub const fn is_care(self) -> bool {
        !matches!(self, Self::Asked | Self::Members)
    }

    /// Whether it is offered: to whom it is for, while there is something to do there.
    pub fn offered(self, viewer: &CommunityViewer, community: &CommunityDetail) -> bool {
        let written_in = community.archived_at.is_none();
        match self {
            Self::Asked | Self::Members => viewer.may_read,
            Self::Requests => {
                viewer.facilitates && written_in && community.join_rule == JoinRule::OnRequest
            }
            Self::Invite => viewer.facilitates && written_in,
            Self::Health => viewer.facilitates,
            // What is archived is not changed; whose it is brings it back there.
            Self::Settings => viewer.owns || (viewer.facilitates && written_in),
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod tests {
    use tacit_contract::communities::{CommunityDetail, CommunityViewer};
    use uuid::Uuid;

    use super::CommunitySection;

    fn community(join_rule: &str, archived: bool) -> CommunityDetail {
        let mut detail = serde_json::json!({
            "community": {"id": Uuid::nil(), "slug": "calls", "name": "Calls"},
            "purpose": "", "charter": {}, "rules": "", "language": "en",
            "visibility": "on_request", "join_rule": join_rule, "topics": [], "members": 3,
            "facilitators": [], "nameless_allowed": false, "hold_nameless": false,
            "version": 1, "created_at": "2026-01-01T00:00:00Z",
        });
        if archived {
            detail["archived_at"] = "2026-02-01T00:00:00Z".into();
        }
        serde_json::from_value(detail).unwrap()
    }

    fn viewer(may_read: bool, facilitates: bool) -> CommunityViewer {
        let viewer = serde_json::json!({
            "may_read": may_read, "may_post": may_read, "may_join": false, "may_ask": false,
            "may_leave": may_read, "facilitates": facilitates, "owns": false, "waiting": 0,
        });
        serde_json::from_value(viewer).unwrap()
    }

    fn offered(viewer: &CommunityViewer, community: &CommunityDetail) -> Vec<CommunitySection> {
        let all = CommunitySection::ALL.into_iter();
        all.filter(|one| one.offered(viewer, community)).collect()
    }

    #[test]
    fn a_word_names_its_page() {
        for page in CommunitySection::ALL {
            let address = page.address(Uuid::nil());
            let last = address.rsplit('/').next();
            let word = last.filter(|word| *word != Uuid::nil().to_string());
            assert_eq!(CommunitySection::find(word), Some(page));
        }
        assert_eq!(CommunitySection::find(Some("theme")), None);
    }

    #[test]
    fn each_page_is_offered_to_whom_it_is_for() {
        use CommunitySection::{Asked, Health, Invite, Members, Requests, Settings};
        let asked_for = community("on_request", false);
        assert_eq!(offered(&viewer(false, false), &asked_for), []);
        assert_eq!(offered(&viewer(true, false), &asked_for), [Asked, Members]);
        let all = [Asked, Members, Requests, Invite, Health, Settings];
        assert_eq!(offered(&viewer(true, true), &asked_for), all);
        let free = community("free", false);
        assert_eq!(
            offered(&viewer(true, true), &free),
            [Asked, Members, Invite, Health, Settings]
        );
        let archived = community("on_request", true);
        let kept = [Asked, Members, Health];
        assert_eq!(offered(&viewer(true, true), &archived), kept);
        let owner = CommunityViewer {
            owns: true,
            ..viewer(true, true)
        };
        assert_eq!(
            offered(&owner, &archived),
            [Asked, Members, Health, Settings]
        );
    }
}
