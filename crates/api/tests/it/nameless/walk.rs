//! Reads every GET operation of the document as somebody, with everything that could stand in its address, and gives what
//! came back in a form in which two worlds can be compared: names for ids, days or moments for times.

use std::collections::BTreeMap;

use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::Value;
use uuid::Uuid;

use super::world::{ASKERS, World};
use crate::support::roles::Person;

/// What somebody read, by address.
pub type Read = BTreeMap<String, (u16, String)>;

/// What changes by itself between two looks at one world: how long things took, how much room they take.
const VOLATILE: [&str; 3] = ["/healthz", "/readyz", "/api/v1/admin/status"];

/// An operation that reads.
struct Operation {
    path: String,
    query: Vec<(String, Vec<String>)>,
}

/// Everything the people of a world can read.
pub struct Walk {
    operations: Vec<Operation>,
    names: Vec<(String, String)>,
}

impl Walk {
    /// Reads the document.
    pub async fn of(world: &World) -> Self {
        let document = world.app.get_json("/openapi.json").await;
        let mut operations = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            if item.get("get").is_none()
                || VOLATILE.contains(&path.as_str())
                || path == "/openapi.json"
            {
                continue;
            }
            let parameters = item["get"]["parameters"].as_array().into_iter().flatten();
            let query = parameters.filter(|one| one["in"] == "query");
            let query = query.map(|one| {
                let name = one["name"].as_str().unwrap().to_owned();
                let values = values(&document, &name, &one["schema"]);
                (name, values)
            });
            operations.push(Operation {
                path: path.clone(),
                query: query.collect(),
            });
        }
        let mut names: Vec<(String, String)> = Vec::new();
        let people = world.people.iter().map(|(name, one)| (*name, one.id));
        for (name, id) in people.chain(world.things.iter().copied()) {
            names.push((id.to_string(), format!("<{name}>")));
        }
        names.push((world.slug.clone(), "<slug>".to_owned()));
        Self { operations, names }
    }

    /// How many operations.
    pub fn operations(&self) -> usize {
        self.operations.len()
    }

    /// Reads all of it as somebody.
    pub async fn read(&self, world: &World, who: &Person) -> Read {
        let mut read = Read::new();
        for operation in &self.operations {
            for path in paths(world, &operation.path) {
                for query in queries(operation) {
                    let address = format!("{path}{query}");
                    let answer = self.get(world, who, &address).await;
                    read.insert(self.named(&address), answer);
                }
            }
        }
        for name in ["asked", "inside"] {
            let wanted = serde_json::json!({
                "title": "How do I say no to a caller?",
                "topics": ["customer-calls"],
                "question": world.thing(name),
            });
            let request = world.app.request(Method::POST, "/api/v1/experts/suggest");
            let answer = self.send(request.json(&wanted), who).await;
            read.insert(format!("experts for {name}"), answer);
        }
        read
    }

    async fn get(&self, world: &World, who: &Person, address: &str) -> (u16, String) {
        self.send(world.app.request(Method::GET, address), who)
            .await
    }

    async fn send(&self, request: RequestBuilder, who: &Person) -> (u16, String) {
        let answer = request.header("authorization", who.bearer()).send();
        let answer = answer.await.unwrap();
        let status = answer.status();
        // Nobody has marked anything: they stand in the order of their ids.
        let by_marks = answer.url().query() == Some("sort=helpful");
        assert!(!status.is_server_error(), "{} {status}", answer.url());
        let mut headers: Vec<String> = answer.headers().keys().map(ToString::to_string).collect();
        headers.sort();
        let text = answer.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        let body = if status == StatusCode::OK {
            let mut plain = self.plain(body);
            let items = plain.get_mut("items").filter(|_| by_marks);
            if let Some(items) = items.and_then(Value::as_array_mut) {
                *items = sorted(std::mem::take(items));
            }
            plain
        } else {
            body["code"].clone()
        };
        (status.as_u16(), format!("{headers:?}\n{body}"))
    }

    fn named(&self, text: &str) -> String {
        let known = self.names.iter();
        known.fold(text.to_owned(), |text, (id, name)| text.replace(id, name))
    }

    /// What is sealed differs each time it is sealed; ids without a name and the micros of a moment differ by chance.
    fn plain(&self, value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| {
                    let sealed =
                        ["next_cursor", "unread_notices", "through"].contains(&name.as_str());
                    let value = match value {
                        Value::String(_) if sealed => Value::Bool(true),
                        other => self.plain(other),
                    };
                    // Two on one day stand in the order of their ids, which are random.
                    let value = match value {
                        Value::Array(posts) if name == "posts" => Value::Array(sorted(posts)),
                        other => other,
                    };
                    (name, value)
                });
                Value::Object(fields.collect())
            }
            Value::Array(items) => items.into_iter().map(|item| self.plain(item)).collect(),
            Value::String(text) => Value::String(self.plain_text(&text)),
            Value::Number(number) if number.is_f64() => {
                Value::String(format!("{:.2}", number.as_f64().unwrap()))
            }
            other => other,
        }
    }

    fn plain_text(&self, text: &str) -> String {
        let named = without_ids(&self.named(text));
        match chrono::DateTime::parse_from_rfc3339(&named) {
            Ok(_) if named.contains("T00:00:00Z") => named,
            Ok(at) => at.format("%Y-%m-%d at some time").to_string(),
            Err(_) => named,
        }
    }
}

/// Not in the order of ids that are random.
fn sorted(mut values: Vec<Value>) -> Vec<Value> {
    values.sort_by_key(Value::to_string);
    values
}

/// Ids that have no name differ by chance.
fn without_ids(text: &str) -> String {
    const LENGTH: usize = 36;
    let mut rest = text.to_owned();
    let mut from = 0;
    while let Some(part) = rest.get(from..from + LENGTH) {
        if part.contains('-') && Uuid::parse_str(part).is_ok() {
            rest.replace_range(from..from + LENGTH, "<id>");
        }
        from += 1;
        while from < rest.len() && !rest.is_char_boundary(from) {
            from += 1;
        }
    }
    rest
}

/// The handles that are asked about: of those who could have asked, and of one who did not.
fn looked_for() -> Vec<String> {
    ASKERS
        .iter()
        .chain(&["cleo"])
        .map(|name| (*name).to_owned())
        .collect()
}

/// What could stand in the place of a parameter.
fn values(document: &Value, name: &str, schema: &Value) -> Vec<String> {
    let some = |values: &[&str]| values.iter().map(|one| (*one).to_owned()).collect();
    match name {
        "asked_by" | "answered_by" | "said_by" | "helped_by" | "actor" | "member" => looked_for(),
        "q" => {
            let people = looked_for().into_iter();
            let by = people.map(|handle| format!("from:{handle}"));
            let words = [
                "call",
                "parcel",
                "is:solved",
                "topic:customer-calls",
                "alva",
                "bo",
            ];
            by.chain(words.map(str::to_owned)).collect()
        }
        "title" => some(&["How do I say no to a caller?"]),
        "wish" => some(&["I want to say no to callers"]),
        "topic" | "topics" | "parent" => some(&["customer-calls", "hard-talks"]),
        "since" | "until" => some(&["2026-11-24T00:00:00Z", "2026-11-24T12:00:00Z"]),
        "language" => some(&["en"]),
        "limit" => some(&["1", "100"]),
        "against" => some(&["1"]),
        "token" | "cursor" | "department" | "place" => Vec::new(),
        _ => words(document, schema),
    }
}

/// The words of an enumeration, or both truths.
fn words(document: &Value, schema: &Value) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return words(document, document.pointer(&reference[1..]).unwrap());
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(choices) = schema[choice].as_array() {
            return choices
                .iter()
                .flat_map(|one| words(document, one))
                .collect();
        }
    }
    if let Some(all) = schema["enum"].as_array() {
        return all
            .iter()
            .filter_map(|one| one.as_str().map(str::to_owned))
            .collect();
    }
    let boolean = schema["type"] == "boolean"
        || schema["type"]
            .as_array()
            .is_some_and(|all| all.contains(&"boolean".into()));
    if boolean {
        vec!["true".to_owned(), "false".to_owned()]
    } else {
        Vec::new()
    }
}

/// The address alone, and with each value of each parameter, beside those without which it says nothing.
fn queries(operation: &Operation) -> Vec<String> {
    let needed = |name: &str| {
        matches!(name, "title" | "wish")
            || (name == "q"
                && ["search", "complete"]
                    .iter()
                    .any(|one| operation.path.contains(one)))
    };
    let base: Vec<String> = operation
        .query
        .iter()
        .filter(|(name, _)| needed(name))
        .filter_map(|(name, values)| values.first().map(|value| format!("{name}={value}")))
        .collect();
    let mut found = vec![base.clone()];
    for (name, values) in &operation.query {
        for value in values {
            let mut with: Vec<String> = base
                .iter()
                .filter(|one| !one.starts_with(&format!("{name}=")))
                .cloned()
                .collect();
            with.push(format!("{name}={value}"));
            found.push(with);
        }
    }
    let text = |parts: Vec<String>| {
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    };
    let mut found: Vec<String> = found.into_iter().map(text).collect();
    found.dedup();
    found
}

/// The address with everything in it that could be meant.
fn paths(world: &World, path: &str) -> Vec<String> {
    let mut found = vec![path.to_owned()];
    let handles = looked_for();
    let ids: Vec<String> = world.things.iter().map(|(_, id)| id.to_string()).collect();
    let places = world.things.iter().map(|(_, id)| format!("comment-{id}"));
    let places: Vec<String> = places.chain(["ask".to_owned()]).collect();
    let topics = ["customer-calls", "hard-talks"].map(str::to_owned).to_vec();
    let versions = ["1", "2", "3"].map(str::to_owned).to_vec();
    let sheets = ["members", "questions"].map(str::to_owned).to_vec();
    let all = [
        ("{handle}", handles),
        ("{id}", ids),
        ("{place}", places),
        ("{slug}", topics.clone()),
        ("{topic}", topics),
        ("{version}", versions),
        ("{kind}", sheets),
    ];
    for (part, values) in &all {
        if path.contains(part) {
            found = found
                .iter()
                .flat_map(|path| values.iter().map(move |value| path.replace(part, value)))
                .collect();
        }
    }
    assert!(
        found.iter().all(|path| !path.contains('{')),
        "nothing is known to stand in {path}"
    );
    found
}
