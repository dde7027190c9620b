//! Operations of the document, each with a body that has every field, made from its schema.

use reqwest::Method;
use serde_json::{Map, Value, json};

const JSON: &str = "application/json";

/// An operation.
pub struct Operation {
    /// Method and address, for messages.
    pub name: String,
    /// Its method.
    pub method: Method,
    /// Its address, with `{parameters}`; those that are numbers are filled in.
    pub path: String,
    /// A body with every field; none where it takes none.
    pub body: Option<Value>,
    /// Names of its query parameters.
    pub query: Vec<String>,
}

impl Operation {
    /// The address with something in the place of each parameter.
    pub fn path_with(&self, value: &str) -> String {
        let parts = self.path.split('/');
        let parts = parts.map(|part| if part.starts_with('{') { value } else { part });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Whether it ends the session it is called with.
    pub fn signs_out(&self) -> bool {
        let sessions = [
            "/api/v1/auth/sign-out",
            "/api/v1/me/sessions",
            "/api/v1/me/password",
        ];
        self.method != Method::GET && sessions.iter().any(|path| self.path.starts_with(path))
    }
}

/// All operations below `/api`.
pub fn operations(document: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in ["get", "put", "post", "patch", "delete"] {
            let Some(operation) = item.get(method).filter(|_| path.starts_with("/api/")) else {
                continue;
            };
            let schema = &operation["requestBody"]["content"][JSON]["schema"];
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let numbers = parameters
                .clone()
                .filter(|one| one["in"] == "path" && one["schema"]["type"] == "integer");
            let filled = numbers.fold(path.clone(), |path, one| {
                path.replace(&format!("{{{}}}", one["name"].as_str().unwrap()), "1")
            });
            let query = parameters.filter(|parameter| parameter["in"] == "query");
            found.push(Operation {
                name: format!("{} {path}", method.to_uppercase()),
                method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
                path: filled,
                body: schema.is_object().then(|| sample(document, schema, 0)),
                query: query
                    .map(|one| one["name"].as_str().unwrap().to_owned())
                    .collect(),
            });
        }
    }
    assert!(found.len() > 40, "the document was not read");
    found
}

/// The places of all strings in a value.
pub fn strings(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, String::new(), &|value| value.is_string(), &mut found);
    found
}

/// The places of everything in a value but the value itself.
pub fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, String::new(), &|_| true, &mut found);
    found.retain(|place| !place.is_empty());
    found
}

fn collect(value: &Value, place: String, wanted: &dyn Fn(&Value) -> bool, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                collect(field, format!("{place}/{name}"), wanted, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{place}/{index}"), wanted, found);
            }
        }
        _ => {}
    }
    if wanted(value) {
        found.push(place);
    }
}

/// A value that a schema describes, with all its fields and one of each item.
fn sample(document: &Value, schema: &Value, depth: usize) -> Value {
    if depth > 8 {
        return Value::Null;
    }
    let deeper = |schema| sample(document, schema, depth + 1);
    if let Some(reference) = schema["$ref"].as_str() {
        let place = reference.trim_start_matches('#');
        return deeper(document.pointer(place).unwrap());
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let some = choices.iter().find(|choice| choice["type"] != "null");
            return some.map_or(Value::Null, deeper);
        }
    }
    if let Some(first) = schema["enum"].as_array().and_then(|words| words.first()) {
        return first.clone();
    }
    match kind(schema) {
        "object" => {
            let fields = schema["properties"].as_object().into_iter().flatten();
            Value::Object(
                fields
                    .map(|(name, field)| (name.clone(), deeper(field)))
                    .collect::<Map<_, _>>(),
            )
        }
        "array" => json!([deeper(&schema["items"])]),
        "boolean" => json!(false),
        "integer" | "number" => json!(1),
        _ if schema["format"] == "uuid" => json!("01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55"),
        _ if schema["format"] == "date-time" => json!("2026-03-01T08:00:00Z"),
        _ => {
            let example = schema["example"].as_str();
            json!(example.unwrap_or("something that is long enough"))
        }
    }
}

/// The type that is not null.
fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(kind) => kind,
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or_default(),
        _ if schema["properties"].is_object() => "object",
        _ => "",
    }
}
