//! A search by its address: `/search?q=price+topic:sales&kind=question`.

use tacit_contract::search::SearchKind;

use super::next_address::encode;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchAddress {
    /// The words and filters, as typed.
    pub q: String,
    /// Only this kind.
    pub kind: Option<SearchKind>,
    /// Where the page begins.
    pub cursor: Option<String>,
}

const fn kind_word(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Question => "question",
        SearchKind::Topic => "topic",
        SearchKind::Member => "member",
        SearchKind::Need => "need",
    }
}

impl SearchAddress {
    /// Reads the parameters.
    pub fn parse(get: impl Fn(&str) -> Option<String>) -> Self {
        let kind = get("kind").and_then(|word| {
            SearchKind::ALL
                .iter()
                .copied()
                .find(|kind| kind_word(*kind) == word)
        });
        Self {
            q: get("q").unwrap_or_default().trim().to_owned(),
            kind,
            cursor: get("cursor").filter(|cursor| !cursor.is_empty()),
        }
    }

    /// The address of this search.
    pub fn href(&self) -> String {
        let kind = self
            .kind
            .map(|kind| format!("&kind={}", kind_word(kind)))
            .unwrap_or_default();
        let cursor = self
            .cursor
            .as_deref()
            .map(|cursor| format!("&cursor={}", encode(cursor)))
            .unwrap_or_default();
        format!("/search?q={}{kind}{cursor}", encode(&self.q))
    }

    /// The same words, of another kind, from the start.
    pub fn of_kind(&self, kind: Option<SearchKind>) -> Self {
        Self {
            kind,
            cursor: None,
            ..self.clone()
        }
    }

    /// The same search from another place.
    pub fn at(&self, cursor: Option<String>) -> Self {
        Self {
            cursor,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use tacit_contract::search::SearchKind;

    use super::SearchAddress;

    #[test]
    fn an_address_comes_back_as_it_was() {
        let search = SearchAddress {
            q: "räka & is:solved".to_owned(),
            kind: Some(SearchKind::Topic),
            cursor: None,
        };
        assert_eq!(
            search.href(),
            "/search?q=r%C3%A4ka%20%26%20is%3Asolved&kind=topic"
        );
        assert_eq!(
            search.at(Some("x".to_owned())).of_kind(None).href(),
            "/search?q=r%C3%A4ka%20%26%20is%3Asolved"
        );
        let read = SearchAddress::parse(|name| match name {
            "q" => Some(" words ".to_owned()),
            "kind" => Some("planet".to_owned()),
            _ => None,
        });
        assert_eq!(
            read,
            SearchAddress {
                q: "words".to_owned(),
                ..SearchAddress::default()
            }
        );
    }
}
