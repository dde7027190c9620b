//! Which topics are listed; the names of a topic as one types them.

use tacit_contract::topics::{ListTopicsQuery, TopicSort};

use super::address;

/// What is chosen on the list of topics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicsView {
    /// Words of name or synonyms.
    pub q: Option<String>,
    /// Only those one follows.
    pub followed: bool,
    /// Order.
    pub sort: TopicSort,
    /// Place in the list.
    pub cursor: Option<String>,
}

impl TopicsView {
    /// From the values of the address.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            q: address::text(get("q")),
            followed: get("followed").as_deref() == Some("true"),
            sort: address::value(get("sort")).unwrap_or_default(),
            cursor: address::text(get("cursor")),
        }
    }

    /// The address that says it.
    pub fn address(&self) -> String {
        address::address(
            "/topics",
            &[
                ("q", self.q.as_deref()),
                ("followed", self.followed.then_some("true")),
                ("sort", address::word(&self.sort).as_deref()),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    /// The question to the server.
    pub fn query(&self) -> ListTopicsQuery {
        ListTopicsQuery {
            q: self.q.clone(),
            parent: None,
            followed: self.followed.then_some(true),
            sort: Some(self.sort),
            cursor: self.cursor.clone(),
            limit: None,
        }
    }
}

/// The address of a topic's page.
pub fn topic_address(slug: &str) -> String {
    format!("/topics/{slug}")
}

/// Names typed with commas or lines between them: trimmed, each once, in the order typed.
pub fn names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed
        .split([',', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        if !names
            .iter()
            .any(|known| known.to_lowercase() == name.to_lowercase())
        {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use tacit_contract::topics::TopicSort;

    use super::{TopicsView, names};

    #[test]
    fn addresses_say_what_is_chosen() {
        let view = TopicsView {
            q: Some("k8s".to_owned()),
            followed: true,
            sort: TopicSort::Active,
            cursor: None,
        };
        assert_eq!(view.address(), "/topics?q=k8s&followed=true&sort=active");
        assert_eq!(TopicsView::default().address(), "/topics");
        assert!(TopicsView::read(|name| (name == "followed").then(|| "true".to_owned())).followed);
    }

    #[test]
    fn each_name_counts_once() {
        assert_eq!(names("k8s, kube\n K8s ,,"), ["k8s", "kube"]);
    }
}
