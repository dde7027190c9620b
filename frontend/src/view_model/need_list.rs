//! Which needs a list shows, as it stands in the address: `/needs?view=wanted&topic=negotiating`.

use tacit_contract::needs::{ListNeedsQuery, NeedSort, NeedState};

use super::address::address;

/// The views offered side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything, newest first.
    #[default]
    Newest,
    /// In topics one knows.
    Help,
    /// What waits, wanted by most first.
    Wanted,
    /// What was met.
    Met,
    /// One's own.
    Mine,
    /// What one joined.
    Joined,
}

impl View {
    /// All views, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Help,
        Self::Newest,
        Self::Wanted,
        Self::Met,
        Self::Mine,
        Self::Joined,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Help => "help",
            Self::Wanted => "wanted",
            Self::Met => "met",
            Self::Mine => "mine",
            Self::Joined => "joined",
        }
    }
}

/// A list of needs by its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedList {
    /// The view.
    pub view: View,
    /// Slug of a topic.
    pub topic: Option<String>,
    /// Where the page begins.
    pub cursor: Option<String>,
}

impl NeedList {
    /// Reads the parameters; what is not understood counts as not given.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> Self {
        let given = |name: &str| get(name).filter(|value| !value.trim().is_empty());
        let view =
            given("view").and_then(|word| View::ALL.into_iter().find(|view| view.word() == word));
        Self {
            view: view.unwrap_or_default(),
            topic: given("topic"),
            cursor: given("cursor"),
        }
    }

    /// The address of this list.
    pub fn href(&self) -> String {
        let view = (self.view != View::default()).then(|| self.view.word());
        address(
            "/needs",
            &[
                ("view", view),
                ("topic", self.topic.as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The same list in another view, from its start.
    pub fn in_view(&self, view: View) -> Self {
        Self {
            view,
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

    /// The same list in all topics.
    pub fn in_all_topics(&self) -> Self {
        Self {
            topic: None,
            cursor: None,
            ..self.clone()
        }
    }

    /// What to ask the server for.
    pub fn query(&self) -> ListNeedsQuery {
        let when = |view| (self.view == view).then_some(true);
        ListNeedsQuery {
            sort: (self.view == View::Wanted).then_some(NeedSort::Wanted),
            state: (self.view == View::Met).then_some(NeedState::Met),
            open: when(View::Wanted),
            could_help: when(View::Help),
            mine: when(View::Mine),
            joined: when(View::Joined),
            topic: self.topic.clone(),
            cursor: self.cursor.clone(),
            ..ListNeedsQuery::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::needs::{NeedSort, NeedState};

    use super::{NeedList, View};

    fn parse(pairs: &[(&str, &str)]) -> NeedList {
        NeedList::parse(|name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_address_says_everything_and_nothing_needless() {
        let list = parse(&[("view", "wanted"), ("topic", "c++"), ("cursor", "abc")]);
        assert_eq!(list.href(), "/needs?view=wanted&topic=c%2B%2B&cursor=abc");
        assert_eq!(
            list.in_view(View::Mine).href(),
            "/needs?view=mine&topic=c%2B%2B"
        );
        assert_eq!(list.in_all_topics().href(), "/needs?view=wanted");
        assert_eq!(parse(&[("view", "nonsense")]).href(), "/needs");
    }

    #[test]
    fn a_view_is_a_query() {
        let wanted = parse(&[("view", "wanted")]).query();
        assert_eq!(
            (wanted.sort, wanted.open),
            (Some(NeedSort::Wanted), Some(true))
        );
        assert_eq!(
            parse(&[("view", "met")]).query().state,
            Some(NeedState::Met)
        );
        assert_eq!(parse(&[("view", "help")]).query().could_help, Some(true));
        assert_eq!(parse(&[]).query(), Default::default());
    }
}
