//! Which questions a list shows, as it stands in the address: `/questions?view=unanswered&topic=k8s&sort=helpful`.

use tacit_contract::questions::{ListQuestionsQuery, QuestionFilter, QuestionSort};

use super::next_address::encode;

/// The views offered side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Every question.
    #[default]
    All,
    /// In topics one follows.
    Followed,
    /// No answer yet.
    Unanswered,
    /// Blocking their askers, and not solved.
    Urgent,
    /// An answer was accepted.
    Solved,
    /// The originals of duplicates.
    Duplicated,
    /// One's own.
    Mine,
}

impl View {
    /// All views, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Followed,
        Self::Unanswered,
        Self::Urgent,
        Self::Solved,
        Self::Duplicated,
        Self::Mine,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Followed => "followed",
            Self::Unanswered => "unanswered",
            Self::Urgent => "urgent",
            Self::Solved => "solved",
            Self::Duplicated => "duplicated",
            Self::Mine => "mine",
        }
    }
}

/// The orders offered.
pub const SORTS: [QuestionSort; 4] = [
    QuestionSort::Newest,
    QuestionSort::Active,
    QuestionSort::Waiting,
    QuestionSort::Helpful,
];

/// The word of an order in the address.
pub const fn sort_word(sort: QuestionSort) -> &'static str {
    match sort {
        QuestionSort::Newest => "newest",
        QuestionSort::Active => "active",
        QuestionSort::Waiting => "waiting",
        QuestionSort::Helpful => "helpful",
        QuestionSort::Duplicated => "duplicated",
    }
}

/// A list of questions by its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionList {
    /// The view.
    pub view: View,
    /// The order.
    pub sort: QuestionSort,
    /// Slug of a topic.
    pub topic: Option<String>,
    /// Handle of who asked.
    pub person: Option<String>,
    /// First day, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Where the page begins.
    pub cursor: Option<String>,
}

impl QuestionList {
    /// Reads the parameters; what is not understood counts as not given.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> Self {
        let given = |name: &str| get(name).filter(|value| !value.trim().is_empty());
        let view =
            given("view").and_then(|word| View::ALL.into_iter().find(|view| view.word() == word));
        let sort =
            given("sort").and_then(|word| SORTS.into_iter().find(|sort| sort_word(*sort) == word));
        Self {
            view: view.unwrap_or_default(),
            sort: sort.unwrap_or_default(),
            topic: given("topic"),
            person: given("person").map(|handle| handle.trim_start_matches('@').to_owned()),
            since: given("since").filter(|day| is_day(day)),
            until: given("until").filter(|day| is_day(day)),
            cursor: given("cursor"),
        }
    }

    /// The address of this list.
    pub fn href(&self) -> String {
        let mut pairs = Vec::new();
        if self.view != View::default() {
            pairs.push(("view", self.view.word().to_owned()));
        }
        if self.sort != QuestionSort::default() {
            pairs.push(("sort", sort_word(self.sort).to_owned()));
        }
        let given = [
            ("topic", &self.topic),
            ("person", &self.person),
            ("since", &self.since),
            ("until", &self.until),
            ("cursor", &self.cursor),
        ];
        pairs.extend(
            given
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.clone()?))),
        );
        let query: Vec<String> = pairs
            .into_iter()
            .map(|(name, value)| format!("{name}={}", encode(&value)))
            .collect();
        if query.is_empty() {
            "/questions".to_owned()
        } else {
            format!("/questions?{}", query.join("&"))
        }
    }

    /// The same list in another view, from its start.
    pub fn in_view(&self, view: View) -> Self {
        Self {
            view,
            cursor: None,
            ..self.clone()
        }
    }

    /// The same list in another order, from its start.
    pub fn sorted(&self, sort: QuestionSort) -> Self {
        Self {
            sort,
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

    /// Whether anything beyond view and order narrows the list.
    pub fn is_filtered(&self) -> bool {
        self.topic.is_some()
            || self.person.is_some()
            || self.since.is_some()
            || self.until.is_some()
    }

    /// What to ask the server for.
    pub fn query(&self) -> ListQuestionsQuery {
        let state = match self.view {
            View::All | View::Followed | View::Duplicated | View::Mine => None,
            View::Unanswered => Some(QuestionFilter::Unanswered),
            View::Urgent => Some(QuestionFilter::Unsolved),
            View::Solved => Some(QuestionFilter::Solved),
        };
        // Which were asked again is an order of its own.
        let sort = match self.view {
            View::Duplicated => Some(QuestionSort::Duplicated),
            _ => (self.sort != QuestionSort::default()).then_some(self.sort),
        };
        ListQuestionsQuery {
            sort,
            state,
            topic: self.topic.clone(),
            followed: (self.view == View::Followed).then_some(true),
            asked_by: self.person.clone(),
            mine: (self.view == View::Mine).then_some(true),
            blocking: (self.view == View::Urgent).then_some(true),
            since: self
                .since
                .as_deref()
                .and_then(|day| format!("{day}T00:00:00Z").parse().ok()),
            until: self
                .until
                .as_deref()
                .and_then(|day| format!("{day}T23:59:59.999999Z").parse().ok()),
            cursor: self.cursor.clone(),
            ..ListQuestionsQuery::default()
        }
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use tacit_contract::questions::{QuestionFilter, QuestionSort};

    use super::{QuestionList, View};

    fn parse(pairs: &[(&str, &str)]) -> QuestionList {
        QuestionList::parse(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_address_says_everything_and_nothing_needless() {
        let list = parse(&[
            ("view", "urgent"),
            ("sort", "helpful"),
            ("topic", "c++"),
            ("person", "@noor"),
        ]);
        assert_eq!(
            list.href(),
            "/questions?view=urgent&sort=helpful&topic=c%2B%2B&person=noor"
        );
        assert_eq!(QuestionList::default().href(), "/questions");
        assert_eq!(
            parse(&[("view", "nonsense"), ("sort", ""), ("since", "soon")]),
            QuestionList::default()
        );
    }

    #[test]
    fn another_view_starts_anew() {
        let list = parse(&[("cursor", "abc"), ("topic", "beer")]);
        assert_eq!(
            list.in_view(View::Solved).href(),
            "/questions?view=solved&topic=beer"
        );
        assert_eq!(
            list.sorted(QuestionSort::Waiting).href(),
            "/questions?sort=waiting&topic=beer"
        );
        assert_eq!(list.at(None).href(), "/questions?topic=beer");
    }

    #[test]
    fn a_view_is_a_query() {
        let query = parse(&[("view", "urgent"), ("until", "2026-11-17")]).query();
        assert_eq!(
            (query.blocking, query.state),
            (Some(true), Some(QuestionFilter::Unsolved))
        );
        assert!(
            query
                .until
                .is_some_and(|until| until.to_rfc3339().starts_with("2026-11-17T23:59:59.999"))
        );
        assert_eq!(parse(&[("view", "mine")]).query().mine, Some(true));
        let often = parse(&[("view", "duplicated"), ("sort", "helpful")]).query();
        assert_eq!(often.sort, Some(QuestionSort::Duplicated));
        assert_eq!(parse(&[]).query(), Default::default());
    }
}
