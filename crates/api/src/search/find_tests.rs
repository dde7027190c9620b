//! What is found, on an index without a database.

use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query;
use tempfile::TempDir;
use uuid::Uuid;

use super::candidates::Filter;
use super::document::{Document, MemberDocument, QuestionDocument, Text, TopicDocument};
use super::find::{Answer, find};
use super::index::{self, SearchIndex};
use super::words::Typing;

struct Shelf {
    index: SearchIndex,
    _directory: TempDir,
}

fn text(text: &str, language: &str) -> Text {
    Text {
        text: text.to_owned(),
        language: language.to_owned(),
    }
}

fn question(number: u128, language: &str, title: &str, body: &str) -> QuestionDocument {
    QuestionDocument {
        id: Uuid::from_u128(number),
        author: Some(Uuid::from_u128(900)),
        state: "open".to_owned(),
        urgent: false,
        active_at: 1,
        title: text(title, language),
        body: text(body, language),
        answers: Vec::new(),
        topics: Vec::new(),
    }
}

fn shelf() -> Shelf {
    let kubernetes = Uuid::from_u128(100);
    let mut documents = vec![
        QuestionDocument {
            topics: vec![(kubernetes, vec!["Kubernetes".into(), "k8s".into()])],
            state: "solved".into(),
            answers: vec![text("Restart the kubelet on the node.", "en")],
            ..question(
                1,
                "en",
                "Why do my pods restart all the time?",
                "They crash with an error.",
            )
        },
        question(
            2,
            "en",
            "Rolling back deployments after a failed release",
            "We deploy on Fridays.",
        ),
        QuestionDocument {
            urgent: true,
            active_at: 9,
            author: None,
            ..question(
                3,
                "sv",
                "Hur byter jag lösenordet till lönesystemet?",
                "Jag har glömt mina lösenord.",
            )
        },
        question(
            4,
            "en",
            "Which printer prints customer labels in the warehouse?",
            "The stock sheet says A4.",
        ),
        question(
            5,
            "en",
            "Who may sign contracts with new customers?",
            "Sheet of stock photos.",
        ),
    ]
    .into_iter()
    .map(Document::Question)
    .collect::<Vec<_>>();
    documents.push(Document::Topic(TopicDocument {
        id: kubernetes,
        names: vec!["Kubernetes".into(), "kubernetes".into(), "k8s".into()],
        description: "Running containers.".into(),
    }));
    documents.push(Document::Member(MemberDocument {
        id: Uuid::from_u128(900),
        names: vec!["Åsa Öberg".into(), "asa".into()],
        about: vec![
            "Trainer, customer care".into(),
            "Support".into(),
            "I like labels.".into(),
        ],
    }));
    let directory = tempfile::tempdir().unwrap();
    let (index, mut writer, _) = index::open(directory.path()).unwrap();
    for document in &documents {
        writer.put(document).unwrap();
    }
    writer.commit(None).unwrap();
    Shelf {
        index,
        _directory: directory,
    }
}

impl Shelf {
    fn ask(&self, typed: &str, filter: &Filter) -> Answer {
        let query = Query::parse(typed);
        let typing = if query.unfinished {
            Typing::Yes
        } else {
            Typing::No
        };
        find(&self.index, &query, filter, SearchKind::ALL, typing).unwrap()
    }

    fn found(&self, typed: &str) -> Vec<u128> {
        let hits = self.ask(typed, &Filter::default()).hits;
        hits.into_iter().map(|hit| hit.id.as_u128()).collect()
    }
}

#[test]
fn stems_of_both_languages_find() {
    let shelf = shelf();
    assert_eq!(shelf.found("deployment rollback rolled ")[0], 2);
    assert_eq!(shelf.found("lösenorden ")[0], 3);
    assert_eq!(shelf.found("losenord ")[0], 3);
}

#[test]
fn synonyms_of_topics_find() {
    let found = shelf().found("k8s ");
    assert!(found.contains(&1) && found.contains(&100), "{found:?}");
}

#[test]
fn answers_find_their_question() {
    assert_eq!(shelf().found("kubelet "), [1]);
}

#[test]
fn unfinished_words_find() {
    let shelf = shelf();
    assert!(shelf.found("kuber").contains(&1));
    assert_eq!(shelf.found("who may sign contr")[0], 5);
    assert!(!shelf.found("kuber ").contains(&100));
}

#[test]
fn typing_errors_are_forgiven() {
    let shelf = shelf();
    assert!(shelf.found("kubernets ").contains(&1));
    assert_eq!(shelf.found("wharehouse ")[0], 4);
    assert_eq!(shelf.found("pritner labels ")[0], 4);
}

#[test]
fn no_word_is_required_and_more_words_rank_higher() {
    let found = shelf().found("customer labels nobody ever mentions ");
    assert_eq!(found[0], 4);
    assert!(found.contains(&5) && found.contains(&900));
}

#[test]
fn phrases_are_required() {
    let shelf = shelf();
    assert_eq!(shelf.found("\"stock sheet\""), [4]);
    assert!(shelf.found("stock sheet ").contains(&5));
}

#[test]
fn people_are_found_without_accents() {
    assert_eq!(shelf().found("asa oberg ")[0], 900);
}

#[test]
fn filters_are_required() {
    let shelf = shelf();
    let only = |filter: Filter, typed: &str| -> Vec<u128> {
        let hits = shelf.ask(typed, &filter).hits;
        hits.into_iter().map(|hit| hit.id.as_u128()).collect()
    };
    let solved = Filter {
        states: vec!["solved"],
        ..Filter::default()
    };
    assert_eq!(only(solved, "is:solved"), [1]);
    let urgent = Filter {
        urgent: true,
        ..Filter::default()
    };
    assert_eq!(only(urgent, "is:urgent"), [3]);
    let topic = Filter {
        topics: vec![vec![Uuid::from_u128(100)]],
        ..Filter::default()
    };
    assert_eq!(only(topic, "topic:k8s restart"), [1]);
    let nobody = Filter {
        authors: Some(Vec::new()),
        ..Filter::default()
    };
    assert!(only(nobody, "from:nobody labels").is_empty());
}

#[test]
fn hostile_queries_find_nothing_and_fail_nowhere() {
    let shelf = shelf();
    let long = "x ".repeat(100_000);
    for typed in [
        "",
        " ",
        "\"",
        "\"\"",
        "\0",
        "title:*",
        "a AND (b OR",
        "[* TO *]",
        "~~~^^^",
        "🦀🦀",
        "'",
        ":",
        &long,
    ] {
        let _ = shelf.found(typed);
    }
}
