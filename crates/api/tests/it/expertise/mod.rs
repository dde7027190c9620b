//! Expertise: what members say, endorsing, evidence and its explanation, the people of a topic.

mod activity;
mod declare;
mod endorse;
mod evidence;
mod find;
mod people;
mod suggest;
mod welcome;

use tacit_contract::expertise::{ExpertiseLevel, SetMyTopic};

use crate::support::roles::Person;

/// A level to declare.
pub const fn level(level: ExpertiseLevel) -> SetMyTopic {
    SetMyTopic {
        level: Some(Some(level)),
        hidden: None,
    }
}

/// To be found by a topic, or not.
pub const fn hide(hidden: bool) -> SetMyTopic {
    SetMyTopic {
        level: None,
        hidden: Some(hidden),
    }
}

/// Makes a topic.
pub async fn topic(person: &Person, name: &str, parent: Option<&str>) {
    let mut topic = crate::topics::names::topic(name, &[]);
    topic.parent = parent.map(str::to_owned);
    person.create_topic(&topic).await.unwrap();
}
