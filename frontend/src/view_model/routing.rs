//! Routing in words: who was asked, and why one can help.

use tacit_contract::expertise::ExpertiseBand;
use tacit_contract::identity::MemberRef;
use tacit_contract::routing::{HelpReason, MyRequest, RequestCause, RoutingStep};

use super::notices::names;
use crate::i18n::Lang;

/// Names of one step that are said; the rest is a number.
const NAMED: usize = 3;

/// What was done in one step: `Asked Mateo, Hugo, Lova and 1 other`.
pub fn step(t: Lang, step: &RoutingStep) -> String {
    match step {
        RoutingStep::Asked { cause, people, .. } => {
            let people = people_in_words(t, people);
            match cause {
                RequestCause::Wished => t.routing_asked(&people),
                RequestCause::Fits | RequestCause::Named => t.routing_fits(&people),
                RequestCause::Leads => t.routing_leads(&people),
            }
        }
        RoutingStep::Passed { by, to, .. } => match to {
            Some(to) => t.routing_passed_to(&by.display_name, &to.display_name),
            None => t.routing_passed(&by.display_name),
        },
    }
}

/// The names of people, and how many more there are.
pub fn people_in_words(t: Lang, people: &[MemberRef]) -> String {
    let said: Vec<&str> = people
        .iter()
        .take(NAMED)
        .map(|one| one.display_name.as_str())
        .collect();
    let more = people.len().saturating_sub(said.len());
    let others = t.routing_others(u64::try_from(more).unwrap_or(u64::MAX));
    names(&said, more > 0, t.routing_and(), &others)
}

/// Why the viewer is asked; `asker` is none when the name is not shown.
pub fn my_request(t: Lang, request: &MyRequest, asker: Option<&str>) -> String {
    let by = request.by.as_ref().map(|by| by.display_name.as_str());
    match (request.cause, by) {
        (RequestCause::Wished, _) => asker.map_or_else(
            || t.routing_you_wished_hidden().to_owned(),
            |name| t.routing_you_wished(name),
        ),
        (RequestCause::Named, Some(name)) => t.routing_you_named(name),
        (RequestCause::Named, None) | (RequestCause::Fits, _) => t.routing_you_fit().to_owned(),
        (RequestCause::Leads, _) => t.routing_you_look_after().to_owned(),
    }
}

/// Why a question is among those one can help with, the two most telling reasons in one line.
pub fn help(t: Lang, reasons: &[HelpReason]) -> String {
    let lines = reasons.iter().take(2).map(|reason| help_line(t, reason));
    lines.collect::<Vec<_>>().join(". ")
}

fn help_line(t: Lang, reason: &HelpReason) -> String {
    match reason {
        HelpReason::Asked { cause, by, word } => {
            let by = by.as_ref().map(|by| by.display_name.as_str());
            let line = match (cause, by) {
                (RequestCause::Wished, Some(name)) => t.routing_help_wished(name),
                (RequestCause::Wished, None) => t.routing_help_wished_hidden().to_owned(),
                (RequestCause::Named, Some(name)) => t.routing_help_named(name),
                (RequestCause::Named, None) | (RequestCause::Fits, _) => {
                    t.routing_help_asked().to_owned()
                }
                (RequestCause::Leads, _) => t.routing_help_leads().to_owned(),
            };
            if word.is_empty() {
                line
            } else {
                format!("{line}: {word}")
            }
        }
        HelpReason::Topic { strength } if strength.band == ExpertiseBand::Declared => {
            t.routing_help_word(&strength.topic.name)
        }
        HelpReason::Topic { strength } => {
            t.routing_help_topic(t.band(strength.band), &strength.topic.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(name: &str) -> MemberRef {
        MemberRef {
            id: Uuid::from_u128(1),
            handle: name.to_lowercase(),
            display_name: name.to_owned(),
            job_title: String::new(),
            unclaimed: false,
        }
    }

    #[test]
    fn four_people_are_three_names_and_one_other() {
        let people: Vec<MemberRef> = ["Mateo", "Hugo", "Lova", "Vidar"].map(person).into();
        let words = people_in_words(Lang::En, &people);
        assert_eq!(words, "Mateo, Hugo, Lova and 1 other");
        let two = ["Mateo", "Hugo"].map(person);
        assert_eq!(people_in_words(Lang::Sv, &two), "Mateo och Hugo");
    }

    #[test]
    fn a_word_stands_with_the_reason() {
        let reason = HelpReason::Asked {
            cause: RequestCause::Named,
            by: Some(person("Hugo")),
            word: "Lova does this every week.".to_owned(),
        };
        let said = help(Lang::En, &[reason]);
        assert_eq!(said, "Hugo named you: Lova does this every week.");
    }
}
