//! How a need reads: the wish and why as one sentence, the forms in words.

use tacit_contract::needs::{NeedForm, NeedState};

use super::address::address;
use crate::i18n::Lang;

/// What stands between the wish and why, in the language they are written in: two people's words become one sentence only
/// where the second part is written to follow.
pub fn link_word(language: &str, why: &str) -> &'static str {
    // In English one is always capital, at the beginning or not.
    let of_oneself =
        language == "en" && ["I ", "I’", "I'"].iter().any(|word| why.starts_with(word));
    let follows = of_oneself || why.chars().next().is_some_and(char::is_lowercase);
    let lower = why.to_lowercase();
    let linked = [
        "because ",
        "since ",
        "so that ",
        "för att ",
        "eftersom ",
        "så att ",
    ]
    .iter()
    .any(|word| lower.starts_with(word));
    match (follows, linked, language) {
        (true, true, _) => ", ",
        (true, false, "en") => ", because ",
        (true, false, "sv") => ", för att ",
        _ => ". ",
    }
}

/// The wish without its full stop, so that why can follow.
pub fn bare(wish: &str) -> &str {
    wish.trim_end_matches(['.', ' '])
}

/// The forms as a phrase: `A mentor or a session`; nothing when any will do.
pub fn forms(t: Lang, forms: &[NeedForm]) -> String {
    if forms == [NeedForm::Answer] {
        return t.needs_an_answer_is_enough().to_owned();
    }
    let mut words: Vec<String> = Vec::with_capacity(forms.len());
    for form in forms {
        let word = t.need_form(*form);
        words.push(if words.is_empty() {
            word.to_owned()
        } else {
            lower_first(word)
        });
    }
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), t.needs_or()),
    }
}

fn lower_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// The colour of a state.
pub const fn tone(state: NeedState) -> &'static str {
    match state {
        NeedState::Open => "open",
        NeedState::Exploring | NeedState::UnderWay => "waiting",
        NeedState::Met | NeedState::AlreadyExists => "met",
        NeedState::OnHold | NeedState::NotNow => "quiet",
    }
}

/// The length of a bar in percent of the longest, never quite nothing.
pub fn bar(count: u32, most: u32) -> u32 {
    count
        .saturating_mul(100)
        .checked_div(most)
        .unwrap_or(0)
        .clamp(4, 100)
}

/// Where a question becomes a need: its words without the question mark, and its topic, are the beginning.
pub fn proposal(question: &str, topic: Option<&str>) -> String {
    let words = question.trim_end_matches(['?', ' ']);
    address("/needs/new", &[("wish", Some(words)), ("topic", topic)])
}

/// The id in an address of a question, or an id itself.
pub fn question_of(text: &str) -> Option<uuid::Uuid> {
    let text = text.trim();
    text.parse()
        .ok()
        .or_else(|| super::moderation::question_in_address(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_follows_the_wish_where_it_is_written_to() {
        assert_eq!(link_word("en", "my first renewal is near"), ", because ");
        assert_eq!(link_word("sv", "min kollega sitter i Luleå"), ", för att ");
        assert_eq!(link_word("en", "because we had one"), ", ");
        assert_eq!(link_word("en", "I am on call"), ", because ");
        assert_eq!(link_word("en", "It is near"), ". ");
        assert_eq!(link_word("en", "We had one on Tuesday"), ". ");
        assert_eq!(link_word("de", "wir hatten einen"), ". ");
        assert_eq!(link_word("en", ""), ". ");
        assert_eq!(bare("I want to learn Excel. "), "I want to learn Excel");
    }

    #[test]
    fn a_question_that_comes_back_begins_a_need() {
        let address = proposal("How do I read a price model?", Some("negotiating"));
        assert_eq!(
            address,
            "/needs/new?wish=How%20do%20I%20read%20a%20price%20model&topic=negotiating"
        );
    }

    #[test]
    fn a_bar_is_as_long_as_its_number() {
        assert_eq!((bar(31, 31), bar(18, 31), bar(0, 31)), (100, 58, 4));
        assert_eq!(bar(0, 0), 4);
    }

    #[test]
    fn forms_are_a_phrase() {
        use NeedForm::{Answer, Guide, Mentor, Session};
        assert_eq!(forms(Lang::En, &[]), "");
        assert_eq!(forms(Lang::En, &[Answer]), "An answer is enough");
        assert_eq!(forms(Lang::En, &[Session, Mentor]), "A session or a mentor");
        assert_eq!(
            forms(Lang::Sv, &[Session, Mentor, Guide]),
            "En träff, en mentor eller en guide"
        );
    }
}
