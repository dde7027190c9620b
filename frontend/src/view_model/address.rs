//! Addresses of lists: what is chosen stands in the query, in the words of the API, and only what differs from the usual.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::next_address::encode;

/// The address of `path` with the values that are there and not empty.
pub fn address(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let given = pairs
        .iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    let query: Vec<String> = given
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// The word of a value of the API, unless it is the usual one.
pub fn word<T: Serialize + Default + PartialEq>(value: &T) -> Option<String> {
    if *value == T::default() {
        None
    } else {
        any_word(value)
    }
}

/// The word of a value of the API.
pub fn any_word<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

/// The value of a word; a word nobody knows is no value.
pub fn value<T: DeserializeOwned>(word: Option<String>) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word?)).ok()
}

/// A text of a query, trimmed; nothing when empty.
pub fn text(word: Option<String>) -> Option<String> {
    word.map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use tacit_contract::topics::TopicSort;

    use super::{address, text, value, word};

    #[test]
    fn only_what_is_given_stands_in_the_address() {
        assert_eq!(
            address("/topics", &[("q", None), ("sort", Some(""))]),
            "/topics"
        );
        assert_eq!(
            address("/topics", &[("q", Some("räka")), ("sort", Some("active"))]),
            "/topics?q=r%C3%A4ka&sort=active"
        );
    }

    #[test]
    fn words_and_values_are_those_of_the_api() {
        assert_eq!(word(&TopicSort::Questions).as_deref(), Some("questions"));
        assert_eq!(word(&TopicSort::Name), None);
        assert_eq!(value(Some("active".to_owned())), Some(TopicSort::Active));
        assert_eq!(value::<TopicSort>(Some("nonsense".to_owned())), None);
        assert_eq!(text(Some("  ".to_owned())), None);
    }
}
