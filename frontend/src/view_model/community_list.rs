//! Which communities a list shows, as it stands in the address: `/communities?view=discover&q=calls`.

use tacit_contract::communities::{CommunityView, ListCommunitiesQuery};

use super::address;

/// The views offered side by side.
pub const VIEWS: [CommunityView; 3] = [
    CommunityView::Mine,
    CommunityView::Discover,
    CommunityView::Pending,
];

/// A list of communities by its address; one's own come first.
#[derive(Clone, Debug, PartialEq)]
pub struct CommunityList {
    /// The view.
    pub view: CommunityView,
    /// Words of name or purpose.
    pub q: Option<String>,
    /// Where the page begins.
    pub cursor: Option<String>,
}

impl CommunityList {
    /// Reads the parameters; what is not understood counts as not given.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let view = address::value(get("view"))
            .filter(|view| VIEWS.contains(view) || *view == CommunityView::Deleted);
        Self {
            view: view.unwrap_or(CommunityView::Mine),
            q: address::text(get("q")),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address of this list.
    pub fn address(&self) -> String {
        let view = (self.view != CommunityView::Mine).then(|| address::any_word(&self.view));
        address::address(
            "/communities",
            &[
                ("view", view.flatten().as_deref()),
                ("q", self.q.as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The same list in another view, from its start.
    pub fn in_view(&self, view: CommunityView) -> Self {
        Self {
            view,
            cursor: None,
            ..self.clone()
        }
    }

    /// The same list with other words, from its start.
    pub fn searched(&self, words: String) -> Self {
        Self {
            q: address::text(Some(words)),
            cursor: None,
            ..self.clone()
        }
    }

    /// The same list from another place.
    pub fn at(&self, cursor: Option<String>) -> Self {
        Self {
            cursor,
            ..self.clone()
        }
    }

    /// What to ask the server for.
    pub fn query(&self) -> ListCommunitiesQuery {
        ListCommunitiesQuery {
            view: Some(self.view),
            q: self.q.clone(),
            cursor: self.cursor.clone(),
            ..ListCommunitiesQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::communities::CommunityView;

    use super::CommunityList;

    fn read(pairs: &[(&str, &str)]) -> CommunityList {
        CommunityList::read(|name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_address_says_everything_and_nothing_needless() {
        let list = read(&[("view", "discover"), ("q", "calls"), ("cursor", "abc")]);
        assert_eq!(
            list.address(),
            "/communities?view=discover&q=calls&cursor=abc"
        );
        assert_eq!(
            list.in_view(CommunityView::Mine).address(),
            "/communities?q=calls"
        );
        assert_eq!(
            list.searched(String::new()).address(),
            "/communities?view=discover"
        );
        assert_eq!(read(&[("view", "all")]).address(), "/communities");
        let deleted = "/communities?view=deleted";
        assert_eq!(read(&[("view", "deleted")]).address(), deleted);
        assert_eq!(read(&[]).query().view, Some(CommunityView::Mine));
    }
}
