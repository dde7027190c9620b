//! Where a completion of the search leads.

use tacit_contract::search::{Completion, SearchKind};

/// Its address in the app.
pub fn href(completion: &Completion) -> String {
    let named = completion
        .name
        .clone()
        .unwrap_or_else(|| completion.id.to_string());
    match completion.kind {
        SearchKind::Question => format!("/questions/{}", completion.id),
        SearchKind::Topic => format!("/topics/{named}"),
        SearchKind::Member => format!("/people/{named}"),
        SearchKind::Need => format!("/needs/{}", completion.id),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use tacit_contract::search::{Completion, SearchKind};

    use super::href;

    #[test]
    fn each_kind_has_its_page() {
        let completion = |kind, name: Option<&str>| Completion {
            kind,
            id: "01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55"
                .parse()
                .expect("an id"),
            name: name.map(str::to_owned),
            text: Vec::new(),
        };
        assert_eq!(
            href(&completion(SearchKind::Topic, Some("sales"))),
            "/topics/sales"
        );
        assert_eq!(
            href(&completion(SearchKind::Member, Some("noor"))),
            "/people/noor"
        );
        assert!(href(&completion(SearchKind::Question, None)).ends_with("1c55"));
    }
}
