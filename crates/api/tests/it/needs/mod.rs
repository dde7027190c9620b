//! Learning needs: saying, joining, helping, linking, moving, confirming, and who may see and do what.

mod audience;
mod demand;
mod help;
mod join;
mod list;
mod notices;
mod respond;
mod say;
mod similar;
mod steer;

use tacit_contract::needs::{MoveNeed, NeedDetail, NeedState, RespondToNeed, SayNeed};

use crate::support::roles::Person;

/// A need that can be said.
pub fn need(wish: &str, topics: &[&str]) -> SayNeed {
    SayNeed {
        wish: wish.to_owned(),
        why: "My first renewal is in **January**.".to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        forms: Vec::new(),
        wanted_by: None,
        language: None,
        audience: None,
    }
}

/// Wants to learn something about negotiating.
pub async fn say(person: &Person, wish: &str) -> NeedDetail {
    person
        .say_need(&need(wish, &["Negotiating"]))
        .await
        .unwrap()
}

/// A state with a word.
pub fn to(state: NeedState) -> MoveNeed {
    MoveNeed {
        state,
        word: "Priya looks for a date".to_owned(),
    }
}

/// An outside course.
pub fn course(url: &str) -> RespondToNeed {
    RespondToNeed {
        url: Some(url.to_owned()),
        title: Some("Reading price models, three evenings".to_owned()),
        ..RespondToNeed::default()
    }
}
