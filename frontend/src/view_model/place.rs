//! Where one is in the navigation.

/// Whether the address belongs to a place: `/questions/1` to `/questions`; only `/` itself to `/`.
pub fn is_within(path: &str, place: &str) -> bool {
    match path.strip_prefix(place) {
        Some("") => true,
        Some(rest) => place != "/" && rest.starts_with('/'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_page_belongs_to_its_list() {
        assert!(is_within("/questions", "/questions"));
        assert!(is_within("/questions/1", "/questions"));
        assert!(!is_within("/questionsabout", "/questions"));
        assert!(is_within("/", "/"));
        assert!(!is_within("/topics", "/"));
    }
}
