//! Skills vocabularies that topics can be made from: what each is called, where it comes from, and under which licence.
//!
//! A term has an address of its own there, a label, other labels and the term above it. It becomes a new topic, or it is
//! found to be a topic that is here already, which then keeps its name and its place.

use std::collections::HashMap;

crate::words! {
    /// A vocabulary.
    pub enum Vocabulary {
        /// European Skills, Competences, Qualifications and Occupations.
        Esco = "esco",
        /// The content model of the Occupational Information Network.
        Onet = "onet",
    }
}

impl Vocabulary {
    /// The site its terms are said to come from.
    #[must_use]
    pub const fn site(self) -> &'static str {
        match self {
            Self::Esco => "esco.ec.europa.eu",
            Self::Onet => "onetcenter.org",
        }
    }

    /// Under which licence its terms may be used, named with the source.
    #[must_use]
    pub const fn license(self) -> &'static str {
        match self {
            Self::Esco | Self::Onet => "CC BY 4.0",
        }
    }

    /// The address of a term.
    #[must_use]
    pub fn address(self, id: &str) -> String {
        match self {
            Self::Esco => id.to_owned(),
            Self::Onet => format!("https://www.onetcenter.org/content.html/{id}"),
        }
    }

    /// The id of the term above: O*NET numbers its outline, `2.A.1.a` stands under `2.A.1`.
    #[must_use]
    pub fn above(self, id: &str) -> Option<&str> {
        match self {
            Self::Esco => None,
            Self::Onet => id.rsplit_once('.').map(|(above, _)| above),
        }
    }
}

/// What becomes of a term or of its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TermFate {
    /// It becomes a topic.
    New,
    /// A topic that is here means it, and gets its address and other labels.
    Mapped,
    /// It was imported before; nothing changes.
    Known,
    /// Its place under another topic is set.
    Placed,
    /// It is left out, for a reason.
    LeftOut,
}

/// Whether a thing would stand above itself if it stood under `above`, as the places are.
#[must_use]
pub fn closes_circle<K: Copy + Eq + core::hash::Hash>(
    thing: K,
    above: K,
    places: &HashMap<K, K>,
) -> bool {
    let mut at = above;
    // No chain is longer than there are places: what goes on beyond runs in a circle.
    for _ in 0..=places.len() {
        if at == thing {
            return true;
        }
        match places.get(&at) {
            Some(next) => at = *next,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_says_what_stands_above() {
        assert_eq!(Vocabulary::Onet.above("2.A.1.a"), Some("2.A.1"));
        assert_eq!(Vocabulary::Onet.above("2"), None);
        assert_eq!(Vocabulary::Esco.above("http://data.europa.eu/x.y"), None);
    }

    #[test]
    fn nothing_stands_above_itself() {
        let places = HashMap::from([(2, 1), (3, 2)]);
        assert!(closes_circle(1, 3, &places));
        assert!(closes_circle(1, 1, &places));
        assert!(!closes_circle(4, 3, &places));
        // A circle that is there already is never entered.
        assert!(closes_circle(9, 1, &HashMap::from([(1, 2), (2, 1)])));
    }
}
