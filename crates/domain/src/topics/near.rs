//! Names that are nearly the same: two topics that may be one.
//!
//! A suggestion for people to decide on, so it errs on the quiet side: numbers, pluses and sharps tell names apart.

/// How near two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nearness {
    /// The same letters, written otherwise: `e-mail`, `Email`.
    SameLetters,
    /// One and several: `invoice`, `invoices`.
    Plural,
    /// One letter more, less or other: `calender`, `calendar`.
    OneLetter,
}

/// Shortest name that a single letter may be wrong in.
const LONG: usize = 6;

/// Shortest stem that an ending may be taken from.
const STEM: usize = 4;

/// Endings of several, and of the one meant, in English and Swedish.
const ENDINGS: [&str; 12] = [
    "s", "es", "er", "ar", "or", "n", "en", "et", "na", "orna", "arna", "erna",
];

/// A name made ready for comparing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folded(Vec<char>);

impl Folded {
    /// Folds a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let letters = name
            .to_lowercase()
            .chars()
            .filter(|letter| letter.is_alphanumeric() || matches!(letter, '+' | '#'))
            .collect();
        Self(letters)
    }

    /// How near another name is; none when they are apart.
    #[must_use]
    pub fn near(&self, other: &Self) -> Option<Nearness> {
        if self.0 == other.0 {
            return Some(Nearness::SameLetters);
        }
        if plural(&self.0, &other.0) || plural(&other.0, &self.0) {
            return Some(Nearness::Plural);
        }
        one_letter(&self.0, &other.0).then_some(Nearness::OneLetter)
    }
}

/// Whether one is the other with an ending.
fn plural(one: &[char], other: &[char]) -> bool {
    let Some(rest) = other.strip_prefix(one) else {
        return false;
    };
    let rest: String = rest.iter().collect();
    one.len() >= STEM && ENDINGS.contains(&rest.as_str())
}

/// Whether one letter, and no number, is more, less or other.
fn one_letter(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if long.len() < LONG || long.len() > short.len().saturating_add(1) {
        return false;
    }
    let same = short
        .iter()
        .zip(long)
        .take_while(|(one, other)| one == other)
        .count();
    let (rest_short, rest_long) = (short.get(same..), long.get(same..));
    let (Some(rest_short), Some(rest_long)) = (rest_short, rest_long) else {
        return false;
    };
    let tells = |rest: &[char]| rest.first().is_some_and(|letter| !letter.is_alphabetic());
    if tells(rest_long) || tells(rest_short) {
        return false;
    }
    let after_long = rest_long.get(1..).unwrap_or_default();
    if short.len() == long.len() {
        rest_short.get(1..).unwrap_or_default() == after_long
    } else {
        rest_short == after_long
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(one: &str, other: &str) -> Option<Nearness> {
        Folded::new(one).near(&Folded::new(other))
    }

    #[test]
    fn the_same_written_otherwise() {
        assert_eq!(near("E-mail", "email"), Some(Nearness::SameLetters));
        assert_eq!(
            near("customer calls", "customer-calls"),
            Some(Nearness::SameLetters)
        );
        assert_eq!(near("invoice", "Invoices"), Some(Nearness::Plural));
        assert_eq!(near("kurs", "kurser"), Some(Nearness::Plural));
        assert_eq!(near("calender", "calendar"), Some(Nearness::OneLetter));
        assert_eq!(near("onboarding", "onbording"), Some(Nearness::OneLetter));
    }

    #[test]
    fn what_only_looks_alike_stays_apart() {
        for (one, other) in [
            ("C", "C++"),
            ("C#", "C"),
            ("Python 2", "Python 3"),
            ("ISO 9001", "ISO 9002"),
            ("lager", "lagar"),
            ("sales", "safety"),
            ("HR", "PR"),
        ] {
            assert_eq!(near(one, other), None, "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn nearness_goes_both_ways(one in "[a-cé1 +-]{0,9}", other in "[a-cé1 +-]{0,9}") {
            prop_assert_eq!(near(&one, &other), near(&other, &one));
            prop_assert_eq!(near(&one, &one), Some(Nearness::SameLetters));
        }
    }
}
