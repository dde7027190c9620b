//! What may be typed into the search box: words, `"phrases"`, and filters (`topic:`, `from:`, `is:`).
//!
//! Nothing typed is an error. What is no filter is text; a quote without its partner is no phrase yet. Words are never
//! required, phrases and filters are: of several topics all, of several people or states any.

use crate::limits::QUERY_MAX;
use crate::questions::QuestionState;

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Everything to look for, phrases included, without filters.
    pub text: String,
    /// What must occur word by word.
    pub phrases: Vec<String>,
    /// Topics (names, slugs or synonyms as typed) a question must all have.
    pub topics: Vec<String>,
    /// Handles, one of whom must have asked.
    pub from: Vec<String>,
    /// States, one of which the question must be in.
    pub states: Vec<QuestionState>,
    /// Only questions that block their asker and are not solved or closed.
    pub urgent: bool,
    /// Whether the last word may still be being typed.
    pub unfinished: bool,
}

impl Query {
    /// Takes apart what was typed. Reads at most [`QUERY_MAX`] characters.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        let typed: String = typed
            .chars()
            .take(QUERY_MAX)
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        for piece in pieces(&typed) {
            query.add(piece);
        }
        query.unfinished = typed.chars().last().is_some_and(char::is_alphanumeric)
            && query.text.chars().last().is_some_and(char::is_alphanumeric);
        query
    }

    /// Whether anything but words was asked for that only questions can meet.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.topics.is_empty() || !self.from.is_empty() || !self.states.is_empty() || self.urgent
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.is_filtered()
    }

    fn add(&mut self, piece: Piece) {
        let Some(name) = piece.filter.as_deref() else {
            if piece.quoted && piece.value.chars().any(char::is_alphanumeric) {
                self.phrases.push(piece.value.clone());
            }
            return self.add_text(&piece.value);
        };
        match (name, is_filter(&piece.value)) {
            ("topic", _) => self.topics.push(piece.value),
            ("from", _) => self
                .from
                .push(piece.value.trim_start_matches('@').to_lowercase()),
            ("is", Some(Is::Urgent)) => self.urgent = true,
            ("is", Some(Is::State(state))) if !self.states.contains(&state) => {
                self.states.push(state);
            }
            ("is", Some(Is::State(_))) => {}
            _ => self.add_text(&format!("{name}:{}", piece.value)),
        }
    }

    fn add_text(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(text);
        }
    }
}

enum Is {
    Urgent,
    State(QuestionState),
}

fn is_filter(value: &str) -> Option<Is> {
    let value = value.to_lowercase();
    match value.as_str() {
        "urgent" | "blocking" => Some(Is::Urgent),
        "unanswered" => Some(Is::State(QuestionState::Open)),
        other => other.parse().ok().map(Is::State),
    }
}

/// What stands between two spaces, or between quotes.
struct Piece {
    /// Lower case, and only one of the three known names.
    filter: Option<String>,
    value: String,
    quoted: bool,
}

/// Splits at white space outside of quotes. A filter's value may be quoted: `topic:"customer calls"`.
fn pieces(typed: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let (filter, after) = filter_name(rest);
        let (value, quoted, after) = value(after);
        if filter.is_some() && value.is_empty() {
            // `topic:` and nothing behind it yet.
        } else {
            found.push(Piece {
                filter,
                value: value.to_owned(),
                quoted,
            });
        }
        rest = after.trim_start();
    }
    found
}

/// The name of a filter at the start of `rest`, and what follows its colon.
fn filter_name(rest: &str) -> (Option<String>, &str) {
    let Some((name, after)) = rest.split_once(':') else {
        return (None, rest);
    };
    let name = name.to_lowercase();
    if ["topic", "from", "is"].contains(&name.as_str()) {
        (Some(name), after)
    } else {
        (None, rest)
    }
}

/// The value at the start of `rest`, whether it was quoted, and what follows it.
fn value(rest: &str) -> (&str, bool, &str) {
    if let Some(opened) = rest.strip_prefix('"') {
        return match opened.split_once('"') {
            Some((inside, after)) => (inside.trim(), true, after),
            None => {
                let (word, after) = until_space(opened);
                (word, false, after)
            }
        };
    }
    let (word, after) = until_space(rest);
    (word, false, after)
}

/// A word ends at white space, or where a quote begins.
fn until_space(rest: &str) -> (&str, &str) {
    let end = rest
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_whitespace() || *c == '"')
        .map_or(rest.len(), |(at, _)| at);
    if rest.starts_with(char::is_whitespace) {
        return ("", rest);
    }
    rest.split_at_checked(end).unwrap_or((rest, ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_text() {
        let query = Query::parse("  how do I roll back a deployment ");
        assert_eq!(query.text, "how do I roll back a deployment");
        assert!(!query.unfinished);
        assert!(!query.is_filtered());
    }

    #[test]
    fn last_word_without_a_space_is_unfinished() {
        assert!(Query::parse("roll back depl").unfinished);
        assert!(!Query::parse("roll back?").unfinished);
        assert!(!Query::parse("roll topic:ops").unfinished || Query::parse("roll").unfinished);
    }

    #[test]
    fn filters_are_taken_out_of_the_text() {
        let query = Query::parse("vpn topic:Network is:solved IS:open from:@Noor is:urgent slow");
        assert_eq!(query.text, "vpn slow");
        assert_eq!(query.topics, ["Network"]);
        assert_eq!(query.from, ["noor"]);
        assert_eq!(query.states, [QuestionState::Solved, QuestionState::Open]);
        assert!(query.urgent);
    }

    #[test]
    fn filter_values_may_be_quoted() {
        let query = Query::parse(r#"topic:"customer calls" recording"#);
        assert_eq!(query.topics, ["customer calls"]);
        assert_eq!(query.text, "recording");
    }

    #[test]
    fn phrases_are_text_and_required() {
        let query = Query::parse(r#"the "stock sheet" disagrees"#);
        assert_eq!(query.phrases, ["stock sheet"]);
        assert_eq!(query.text, "the stock sheet disagrees");
    }

    #[test]
    fn a_quote_without_partner_is_no_phrase() {
        let query = Query::parse(r#"the "stock sheet"#);
        assert!(query.phrases.is_empty());
        assert_eq!(query.text, "the stock sheet");
    }

    #[test]
    fn unknown_filters_are_text() {
        let query = Query::parse("is:nice error: http://example.org/a?b title:x");
        assert_eq!(query.text, "is:nice error: http://example.org/a?b title:x");
        assert!(!query.is_filtered());
    }

    #[test]
    fn a_filter_without_value_is_nothing_yet() {
        assert!(Query::parse("topic:").is_empty());
        assert_eq!(Query::parse("from: anna").text, "anna");
    }

    proptest! {
        #[test]
        fn never_fails_and_never_grows(typed in "\\PC{0,80}") {
            let query = Query::parse(&typed);
            prop_assert!(query.text.chars().count() <= typed.chars().count() + 1);
        }

        #[test]
        fn quotes_and_colons_never_fail(typed in "[a\" :()*~^\\[\\]\u{0}åtopicsfrm@]{0,60}") {
            let _ = Query::parse(&typed);
        }
    }
}
