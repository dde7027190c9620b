//! How results are ordered: BM25F over the fields of a document, then a bounded lift.
//!
//! BM25F first adds up how often a word occurs in each field (less in long fields, more in telling ones) and only then
//! lets the sum saturate: a word in the title and the topics and the body is one good sign, not three. Adding the BM25
//! scores of the fields instead was measured to be worse. The weights were chosen on one half of a set of duplicate
//! questions; `docs/search.md` has the figures.

use super::LiftReason;

/// What a field counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldWeight {
    /// How much one occurrence counts.
    pub weight: f64,
    /// How much a long field lessens it: 0 not at all, 1 in proportion.
    pub b: f64,
}

/// How a kind of document is ranked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights<const N: usize> {
    /// One for each field, in the order of the index. The first one is the title or name.
    pub fields: [FieldWeight; N],
    /// How late occurrences saturate.
    pub k1: f64,
    /// The power of [`idf`] that a word counts: below 1, rare words outweigh common ones less.
    pub rarity: f64,
    /// How much it counts that most words of the query were found.
    pub coverage: f64,
    /// How much it counts that title and query say the same, no more and no less.
    pub symmetry: f64,
}

const fn field(weight: f64, b: f64) -> FieldWeight {
    FieldWeight { weight, b }
}

/// Questions: title, topics with their synonyms, body, answers.
pub const QUESTION: Weights<4> = Weights {
    fields: [
        field(9.0, 0.4),
        field(12.0, 0.5),
        field(1.0, 0.75),
        field(0.5, 0.75),
    ],
    k1: 4.0,
    rarity: 0.8,
    coverage: 0.2,
    symmetry: 0.3,
};

/// Questions like a whole text: nobody covers all of its words, and no title is as long.
pub const ALIKE: Weights<4> = Weights {
    coverage: 0.0,
    symmetry: 0.0,
    ..QUESTION
};

/// Needs: wish, topics with their synonyms, why.
pub const NEED: Weights<3> = Weights {
    fields: [field(9.0, 0.4), field(12.0, 0.5), field(1.0, 0.75)],
    k1: 4.0,
    rarity: 0.8,
    coverage: 0.2,
    symmetry: 0.3,
};

/// Topics: names and synonyms, description.
pub const TOPIC: Weights<2> = Weights {
    fields: [field(9.0, 0.4), field(1.0, 0.75)],
    k1: 4.0,
    rarity: 0.8,
    coverage: 0.5,
    symmetry: 0.0,
};

/// Members: name and handle, job title with department and bio.
pub const MEMBER: Weights<2> = Weights {
    fields: [field(9.0, 0.4), field(2.0, 0.75)],
    k1: 4.0,
    rarity: 0.8,
    coverage: 0.5,
    symmetry: 0.0,
};

/// One word in one field of one document.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Occurrence {
    /// How often.
    pub count: f64,
    /// Words in the field.
    pub length: f64,
    /// Words in this field on average.
    pub average: f64,
}

/// How telling a word is that occurs in `documents_with` of `documents`.
#[must_use]
pub fn idf(documents: f64, documents_with: f64) -> f64 {
    let with = documents_with.min(documents);
    (1.0 + (documents - with + 0.5) / (with + 0.5)).ln()
}

impl<const N: usize> Weights<N> {
    /// What one word of the query adds to a document's score, before it is multiplied by the word's [`idf`].
    #[must_use]
    pub fn word(&self, occurrences: &[Occurrence; N]) -> f64 {
        let sum: f64 = self
            .fields
            .iter()
            .zip(occurrences)
            .filter(|(_, found)| found.count > 0.0)
            .map(|(field, found)| {
                let relative = if found.average > 0.0 {
                    found.length / found.average
                } else {
                    1.0
                };
                field.weight * found.count / (1.0 - field.b + field.b * relative)
            })
            .sum();
        sum * (self.k1 + 1.0) / (sum + self.k1)
    }

    /// What a word of this [`idf`] counts.
    #[must_use]
    pub fn importance(&self, idf: f64) -> f64 {
        idf.max(0.0).powf(self.rarity)
    }

    /// The score of a document: at least 0, hardly above 1, and comparable between kinds of documents.
    #[must_use]
    pub fn whole(&self, found: &Found, asked: &Asked) -> f64 {
        if asked.importance <= 0.0 || found.importance <= 0.0 {
            return 0.0;
        }
        let fit = found.sum / (asked.importance * (self.k1 + 1.0));
        let covered = (found.importance / asked.importance).powf(self.coverage);
        fit * covered * self.likeness(found, asked)
    }

    /// Twice what title and query share, by what both say. The importance of a title is taken from its length, as if its
    /// words were like those of the query.
    fn likeness(&self, found: &Found, asked: &Asked) -> f64 {
        if asked.words <= 0.0 || found.in_title <= 0.0 {
            return 1.0;
        }
        let title = found.title_words * asked.importance / asked.words;
        1.0 + self.symmetry * (2.0 * found.in_title / (asked.importance + title)).min(1.0)
    }
}

/// What a query asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// How many words.
    pub words: f64,
    /// The sum of their importance.
    pub importance: f64,
}

/// What a document has of a query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Found {
    /// The sum over the words of importance times [`Weights::word`].
    pub sum: f64,
    /// The importance of the words found anywhere.
    pub importance: f64,
    /// The importance of the words found in the title.
    pub in_title: f64,
    /// How many words the title has.
    pub title_words: f64,
}

/// What is known of a question apart from its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Has an accepted answer.
    pub solved: bool,
    /// Has an answer.
    pub answered: bool,
    /// Helpful marks on it and its answers.
    pub helpful: u32,
    /// Days since something last happened in it.
    pub idle_days: u32,
}

/// Most that an accepted answer adds.
pub const LIFT_SOLVED: f64 = 0.10;
/// What any answer adds.
pub const LIFT_ANSWERED: f64 = 0.05;
/// Most that helpful marks add, reached at [`HELPFUL_FULL`].
pub const LIFT_HELPFUL: f64 = 0.12;
/// As many helpful marks as still make a difference.
pub const HELPFUL_FULL: u32 = 50;
/// Most that being recent adds; half of it after [`RECENT_HALF_DAYS`].
pub const LIFT_RECENT: f64 = 0.04;
/// Days after which a question is half as recent.
pub const RECENT_HALF_DAYS: f64 = 90.0;

/// What a topic in common adds, when topics were chosen.
pub const LIFT_TOPIC: f64 = 0.08;

/// What a score is multiplied by: at least 1, at most 1.26, so that words always come first.
#[must_use]
pub fn lift(signals: &Signals) -> f64 {
    let answers = if signals.solved {
        LIFT_SOLVED
    } else if signals.answered {
        LIFT_ANSWERED
    } else {
        0.0
    };
    let marks = f64::from(signals.helpful.min(HELPFUL_FULL));
    let helpful = LIFT_HELPFUL * (1.0 + marks).ln() / (1.0 + f64::from(HELPFUL_FULL)).ln();
    1.0 + answers + helpful + recent(signals.idle_days)
}

/// What lifted, strongest rule first; being a little less old is not worth mentioning.
#[must_use]
pub fn lift_reasons(signals: &Signals) -> Vec<LiftReason> {
    let mut reasons = Vec::new();
    if signals.solved {
        reasons.push(LiftReason::Solved);
    } else if signals.answered {
        reasons.push(LiftReason::Answered);
    }
    if signals.helpful > 0 {
        reasons.push(LiftReason::Helpful);
    }
    if recent(signals.idle_days) > LIFT_RECENT / 2.0 {
        reasons.push(LiftReason::Recent);
    }
    reasons
}

fn recent(idle_days: u32) -> f64 {
    LIFT_RECENT * 0.5_f64.powf(f64::from(idle_days) / RECENT_HALF_DAYS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn once(length: f64) -> Occurrence {
        Occurrence {
            count: 1.0,
            length,
            average: 10.0,
        }
    }

    const NONE: Occurrence = Occurrence {
        count: 0.0,
        length: 10.0,
        average: 10.0,
    };

    #[test]
    fn rare_words_tell_more() {
        assert!(idf(1000.0, 3.0) > idf(1000.0, 300.0));
        assert!(idf(10.0, 10.0) > 0.0);
    }

    #[test]
    fn titles_outweigh_bodies() {
        let title = QUESTION.word(&[once(10.0), NONE, NONE, NONE]);
        let body = QUESTION.word(&[NONE, NONE, once(10.0), NONE]);
        assert!(title > body);
    }

    #[test]
    fn fields_saturate_together() {
        let title = QUESTION.word(&[once(10.0), NONE, NONE, NONE]);
        let body = QUESTION.word(&[NONE, NONE, once(10.0), NONE]);
        let both = QUESTION.word(&[once(10.0), NONE, once(10.0), NONE]);
        assert!(both > title && both < title + body);
    }

    fn of_three(found: f64, in_title: f64, title_words: f64) -> f64 {
        let asked = Asked {
            words: 3.0,
            importance: 6.0,
        };
        let found = Found {
            sum: found * 2.5,
            importance: found,
            in_title,
            title_words,
        };
        QUESTION.whole(&found, &asked)
    }

    #[test]
    fn the_same_title_is_most_alike() {
        assert!(of_three(6.0, 6.0, 3.0) > of_three(6.0, 6.0, 9.0));
        assert!(of_three(6.0, 6.0, 9.0) > of_three(6.0, 0.0, 9.0));
    }

    #[test]
    fn no_word_is_required() {
        assert!(of_three(2.0, 0.0, 9.0) > 0.0);
        assert_eq!(of_three(0.0, 0.0, 9.0), 0.0);
    }

    #[test]
    fn solved_and_helpful_lift() {
        let plain = Signals {
            idle_days: 400,
            ..Signals::default()
        };
        let answered = Signals {
            answered: true,
            ..plain
        };
        let solved = Signals {
            solved: true,
            ..answered
        };
        let helpful = Signals {
            helpful: 12,
            ..solved
        };
        assert!(lift(&plain) < lift(&answered));
        assert!(lift(&answered) < lift(&solved));
        assert!(lift(&solved) < lift(&helpful));
        assert_eq!(
            lift_reasons(&helpful),
            [LiftReason::Solved, LiftReason::Helpful]
        );
        assert!(lift_reasons(&plain).is_empty());
    }

    proptest! {
        #[test]
        fn lift_is_bounded(solved: bool, answered: bool, helpful: u32, idle_days: u32) {
            let lifted = lift(&Signals { solved, answered, helpful, idle_days });
            prop_assert!((1.0..=1.2601).contains(&lifted));
        }

        #[test]
        fn more_occurrences_never_lower_a_score(count in 1u32..50, length in 1u32..500) {
            let at = |count: u32| QUESTION.word(&[NONE, NONE, Occurrence { count: f64::from(count), length: f64::from(length), average: 80.0 }, NONE]);
            prop_assert!(at(count + 1) > at(count));
        }
    }
}
