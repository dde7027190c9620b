//! What breaks a client: a removed operation, field, enum value or status; an input that is newly required.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// One sentence for each breaking change.
pub fn changes(before: &Value, after: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let (old, new) = (operations(before), operations(after));
    for (name, operation) in &old {
        match new.get(name) {
            None => broken.push(format!("{name} is gone")),
            Some(now) => compare_operation(name, operation, now, &mut broken),
        }
    }
    let inputs = input_schemas(before);
    let (old, new) = (schemas(before), schemas(after));
    for (name, schema) in &old {
        match new.get(name) {
            None => broken.push(format!("the schema {name} is gone")),
            Some(now) => compare_schema(
                name,
                schema,
                now,
                inputs.contains(name.as_str()),
                &mut broken,
            ),
        }
    }
    broken
}

fn operations(spec: &Value) -> BTreeMap<String, &Value> {
    let paths = spec.get("paths").and_then(Value::as_object);
    let mut found = BTreeMap::new();
    for (path, item) in paths.into_iter().flatten() {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                found.insert(format!("{} {path}", method.to_uppercase()), operation);
            }
        }
    }
    found
}

fn compare_operation(name: &str, old: &Value, new: &Value, broken: &mut Vec<String>) {
    for status in keys(old.get("responses")) {
        if new
            .pointer("/responses")
            .and_then(|all| all.get(&status))
            .is_none()
        {
            broken.push(format!("{name} answers {status} no more"));
        }
    }
    let (before, after) = (parameters(old), parameters(new));
    for parameter in before
        .keys()
        .filter(|parameter| !after.contains_key(*parameter))
    {
        broken.push(format!("{name} takes the parameter {parameter} no more"));
    }
    for (parameter, required) in &after {
        if *required && before.get(parameter) != Some(&true) {
            broken.push(format!("{name} newly requires the parameter {parameter}"));
        }
    }
    let needs_body = |operation: &Value| {
        operation
            .pointer("/requestBody/required")
            .and_then(Value::as_bool)
            .unwrap_or(false)
    };
    if needs_body(new) && !needs_body(old) {
        broken.push(format!("{name} newly requires a body"));
    }
}

/// Name and place of each parameter, and whether it is required.
fn parameters(operation: &Value) -> BTreeMap<String, bool> {
    let all = operation.get("parameters").and_then(Value::as_array);
    let text = |value: &Value, key| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let describe = |value: &Value| {
        let required = value
            .get("required")
            .and_then(Value::as_bool)
            .unwrap_or(false);
        (
            format!("{} ({})", text(value, "name"), text(value, "in")),
            required,
        )
    };
    all.into_iter().flatten().map(describe).collect()
}

fn schemas(spec: &Value) -> BTreeMap<String, &Value> {
    let all = spec
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    all.into_iter()
        .flatten()
        .map(|(name, schema)| (name.clone(), schema))
        .collect()
}

fn compare_schema(name: &str, old: &Value, new: &Value, is_input: bool, broken: &mut Vec<String>) {
    for field in keys(old.get("properties")) {
        match new.get("properties").and_then(|all| all.get(&field)) {
            None => broken.push(format!("{name}.{field} is gone")),
            Some(now) => {
                let before = old
                    .get("properties")
                    .and_then(|all| all.get(&field))
                    .unwrap_or(&Value::Null);
                compare_schema(&format!("{name}.{field}"), before, now, is_input, broken);
            }
        }
    }
    for value in texts(old.get("enum")).difference(&texts(new.get("enum"))) {
        broken.push(format!("{name} has no value {value} any more"));
    }
    if is_input {
        for field in texts(new.get("required")).difference(&texts(old.get("required"))) {
            broken.push(format!("{name}.{field} is newly required"));
        }
    }
}

/// Schemas that a request body refers to, directly or through others.
fn input_schemas(spec: &Value) -> BTreeSet<String> {
    let all = schemas(spec);
    let mut waiting = Vec::new();
    for operation in operations(spec).values() {
        collect_references(
            operation.get("requestBody").unwrap_or(&Value::Null),
            &mut waiting,
        );
    }
    let mut found = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if let Some(schema) = all.get(&name)
            && found.insert(name)
        {
            collect_references(schema, &mut waiting);
        }
    }
    found
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            let reference = map.get("$ref").and_then(Value::as_str);
            found.extend(
                reference
                    .and_then(|text| text.rsplit('/').next())
                    .map(str::to_owned),
            );
            map.values()
                .for_each(|inner| collect_references(inner, found));
        }
        Value::Array(list) => list
            .iter()
            .for_each(|inner| collect_references(inner, found)),
        _ => {}
    }
}

fn keys(value: Option<&Value>) -> Vec<String> {
    value
        .and_then(Value::as_object)
        .map(Map::keys)
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

fn texts(value: Option<&Value>) -> BTreeSet<String> {
    let list = value.and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn spec(fields: Value, required: Value, states: Value, statuses: Value) -> Value {
        json!({
            "paths": { "/questions": { "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ask" } } } },
                "responses": statuses,
            } } },
            "components": { "schemas": {
                "Ask": { "properties": fields, "required": required },
                "State": { "enum": states },
            } }
        })
    }

    fn base() -> Value {
        spec(
            json!({ "title": {}, "body": {} }),
            json!(["title"]),
            json!(["open", "solved"]),
            json!({ "201": {} }),
        )
    }

    #[test]
    fn additions_break_nobody() {
        let after = spec(
            json!({ "title": {}, "body": {}, "urgency": {} }),
            json!(["title"]),
            json!(["open", "solved", "closed"]),
            json!({ "201": {}, "429": {} }),
        );
        assert_eq!(changes(&base(), &after), Vec::<String>::new());
    }

    #[test]
    fn every_loss_is_named() {
        let after = spec(
            json!({ "title": {} }),
            json!(["title", "topics"]),
            json!(["open"]),
            json!({ "200": {} }),
        );
        let broken = changes(&base(), &after).join("; ");
        for expected in [
            "POST /questions answers 201 no more",
            "Ask.body is gone",
            "State has no value solved any more",
            "Ask.topics is newly required",
        ] {
            assert!(broken.contains(expected), "{expected} in {broken}");
        }
    }

    #[test]
    fn a_removed_operation_is_named() {
        let after = json!({ "paths": {}, "components": base().get("components") });
        assert_eq!(changes(&base(), &after), ["POST /questions is gone"]);
    }
}
