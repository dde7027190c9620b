//! Expertise in words: what a strength rests on, and why somebody is suggested.

use tacit_contract::expertise::{ExpertiseBand, ExpertiseLevel, SuggestionReason, TopicStrength};

use super::address;
use crate::i18n::Lang;

/// What a strength rests on: `7 good answers this year, 5 accepted. Confirmed by 4 colleagues.`
pub fn said(t: Lang, strength: &TopicStrength) -> String {
    let mut sentences = Vec::new();
    if strength.answers > 0 {
        let answers = t.expertise_said_answers(u64::from(strength.answers));
        sentences.push(match strength.accepted {
            0 => answers,
            accepted => format!(
                "{answers}, {}",
                t.expertise_said_accepted(&t.number(u64::from(accepted)))
            ),
        });
    }
    if strength.endorsements > 0 {
        sentences.push(t.expertise_said_endorsed(u64::from(strength.endorsements)));
    }
    if sentences.is_empty() {
        let word = if strength.band == ExpertiseBand::Declared {
            t.expertise_said_own()
        } else {
            t.expertise_said_old()
        };
        sentences.push(word.to_owned());
    }
    sentences.iter().fold(String::new(), |text, sentence| {
        format!(
            "{text}{}{}.",
            if text.is_empty() { "" } else { " " },
            capital(sentence)
        )
    })
}

/// What somebody knows of several topics, and what that rests on.
pub fn knows(t: Lang, strengths: &[TopicStrength]) -> String {
    let each = strengths.iter().map(|strength| {
        let topic = t.expertise_reason_topic(t.band(strength.band), &strength.topic.name);
        format!("{topic}. {}", said(t, strength))
    });
    each.collect::<Vec<_>>().join(" ")
}

/// Why somebody is suggested, the two most telling reasons in one line.
pub fn reason(t: Lang, reasons: &[SuggestionReason]) -> String {
    let lines: Vec<String> = reasons.iter().filter_map(|one| line(t, one)).collect();
    let two: Vec<String> = lines.into_iter().take(2).collect();
    two.join(". ")
}

fn line(t: Lang, reason: &SuggestionReason) -> Option<String> {
    Some(match reason {
        SuggestionReason::Similar { questions, count } => {
            let first = t.expertise_reason_similar(&questions.first()?.title);
            match count.saturating_sub(1) {
                0 => first,
                more => format!(
                    "{first} {}",
                    t.expertise_reason_similar_more(u64::from(more))
                ),
            }
        }
        SuggestionReason::Topic { strength } if strength.band == ExpertiseBand::Declared => {
            t.expertise_reason_word(&strength.topic.name)
        }
        SuggestionReason::Topic { strength } => {
            t.expertise_reason_topic(t.band(strength.band), &strength.topic.name)
        }
        SuggestionReason::Answered { topic, answers } => format!(
            "{} {}",
            t.expertise_reason_answered(u64::from(*answers)),
            t.expertise_in_topic(&topic.name)
        ),
        SuggestionReason::Active { answers } => t.expertise_reason_active(u64::from(*answers)),
    })
}

/// What one may say about oneself and a topic, for a list to choose from.
pub fn level_choices(t: Lang) -> Vec<(String, String)> {
    let none = (String::new(), t.expertise_level_none().to_owned());
    let levels = ExpertiseLevel::ALL.iter();
    let levels = levels.map(|level| (word_of_level(Some(*level)), t.level(*level).to_owned()));
    std::iter::once(none).chain(levels).collect()
}

/// The word of a level in a list; nothing for saying nothing.
pub fn word_of_level(level: Option<ExpertiseLevel>) -> String {
    level
        .and_then(|level| address::any_word(&level))
        .unwrap_or_default()
}

/// The level a word stands for.
pub fn level_of_word(word: &str) -> Option<ExpertiseLevel> {
    address::value(Some(word.to_owned()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use tacit_contract::expertise::{ExpertiseBand, SuggestionReason, TopicStrength};
    use tacit_contract::topics::TopicRef;
    use uuid::Uuid;

    use super::{level_choices, level_of_word, reason, said, word_of_level};
    use crate::i18n::Lang;

    fn strength(
        band: ExpertiseBand,
        answers: u32,
        accepted: u32,
        endorsements: u32,
    ) -> TopicStrength {
        TopicStrength {
            topic: TopicRef {
                id: Uuid::nil(),
                slug: "sql".to_owned(),
                name: "SQL".to_owned(),
            },
            band,
            strength: 60,
            declared: 0,
            endorsed: 0,
            answered: 60,
            level: None,
            answers,
            accepted,
            endorsements,
            endorsed_at: None,
        }
    }

    #[test]
    fn a_strength_says_what_it_rests_on() {
        let both = strength(ExpertiseBand::Strong, 7, 5, 1);
        assert_eq!(
            said(Lang::En, &both),
            "7 good answers this year, 5 accepted. Confirmed by 1 colleague."
        );
        let own = strength(ExpertiseBand::Declared, 0, 0, 0);
        assert_eq!(said(Lang::Sv, &own), "Egen uppgift hittills.");
        let old = strength(ExpertiseBand::Some, 0, 0, 0);
        assert_eq!(said(Lang::En, &old), "From earlier years.");
    }

    #[test]
    fn a_level_is_read_back_from_its_word() {
        for (word, _) in level_choices(Lang::En) {
            assert_eq!(word_of_level(level_of_word(&word)), word);
        }
    }

    #[test]
    fn two_reasons_are_enough() {
        let topic = strength(ExpertiseBand::Good, 1, 1, 0);
        let reasons = [
            SuggestionReason::Topic { strength: topic },
            SuggestionReason::Active { answers: 4 },
            SuggestionReason::Active { answers: 5 },
        ];
        assert_eq!(reason(Lang::En, &reasons), "Good in SQL. 4 answers lately");
    }
}
