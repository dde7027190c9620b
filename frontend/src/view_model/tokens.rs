//! A field that holds tokens (topics): what is offered for what was typed, and when something new may be made.

/// Something chosen or offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What the server knows it by: a slug, or the words themselves for something new.
    pub key: String,
    /// Its words.
    pub label: String,
    /// A small fact, such as the synonym that matched.
    pub detail: Option<String>,
}

impl Token {
    /// Something known by one word so far.
    pub fn named(word: String) -> Self {
        Self {
            key: word.clone(),
            label: word,
            detail: None,
        }
    }
}

/// One line of the list below the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Something that exists.
    Known(Token),
    /// What was typed, to be made.
    New(String),
}

/// What to offer: known things that are not chosen yet; last, what was typed when nothing is called so.
pub fn offers(typed: &str, known: &[Token], chosen: &[Token], may_create: bool) -> Vec<Offer> {
    let typed = typed.trim();
    let is_chosen = |key: &str| chosen.iter().any(|token| token.key == key);
    let mut offers: Vec<Offer> = known
        .iter()
        .filter(|token| !is_chosen(&token.key))
        .cloned()
        .map(Offer::Known)
        .collect();
    let same = |token: &Token| same_words(&token.label, typed) || same_words(&token.key, typed);
    let taken = known.iter().chain(chosen).any(same);
    if may_create && !typed.is_empty() && !taken {
        offers.push(Offer::New(typed.to_owned()));
    }
    offers
}

fn same_words(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Offer, Token, offers};

    fn token(key: &str, label: &str) -> Token {
        Token {
            key: key.to_owned(),
            label: label.to_owned(),
            detail: None,
        }
    }

    #[test]
    fn what_is_chosen_is_not_offered_again() {
        let known = [token("a", "Alpha"), token("b", "Beta")];
        assert_eq!(
            offers("", &known, &known[..1], true),
            [Offer::Known(known[1].clone())]
        );
    }

    #[test]
    fn something_new_is_offered_last_and_only_when_it_is_new() {
        let known = [token("barge", "Barge")];
        let got = offers(" barg ", &known, &[], true);
        assert_eq!(
            got,
            [
                Offer::Known(known[0].clone()),
                Offer::New("barg".to_owned())
            ]
        );
        assert_eq!(offers("BARGE", &known, &[], true).len(), 1);
        assert_eq!(offers("barg", &known, &[], false).len(), 1);
        assert!(offers("Barge", &[], &known, true).is_empty());
    }
}
