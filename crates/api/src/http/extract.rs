//! Bodies and queries, read strictly: unknown fields are refused, and every refusal points at its field.

use std::future::{Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use tacit_contract::problem::{FieldCode, ProblemCode};

use crate::error::{AppError, AppResult};

/// Most bytes of a body.
pub const BODY_LIMIT: usize = 1_048_576;

/// A JSON body. 400 when it is no JSON, 413 when it is too long, 415 when it is something else, 422 with pointers when it
/// is not the JSON asked for or holds NUL characters.
#[derive(Clone, Debug)]
pub struct ValidJson<T>(pub T);

impl<T> ValidJson<T> {
    /// What was sent.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for ValidJson<T> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !is_json(request) {
            let error = AppError::new(ProblemCode::UnsupportedMediaType)
                .detail("The body must be application/json.");
            return Box::pin(ready(Err(error)));
        }
        let body = web::Bytes::from_request(request, payload);
        Box::pin(async move { read_json(&body.await.map_err(unreadable)?).map(Self) })
    }
}

/// Query parameters, read as strictly as bodies; 400 with pointers when they cannot be.
#[derive(Clone, Debug)]
pub struct ValidQuery<T>(pub T);

impl<T> ValidQuery<T> {
    /// What was asked.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned> FromRequest for ValidQuery<T> {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read_query(request.query_string()).map(Self))
    }
}

fn is_json(request: &HttpRequest) -> bool {
    let essence = request.content_type();
    essence.eq_ignore_ascii_case("application/json")
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Reads a JSON body.
///
/// # Errors
/// 400 or 422, see [`ValidJson`].
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> AppResult<T> {
    refuse_nul_in_json(bytes)?;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let inner = error.inner();
        if inner.is_data() {
            misfit(
                ProblemCode::ValidationFailed,
                error.path(),
                &inner.to_string(),
            )
        } else {
            AppError::new(ProblemCode::MalformedBody).detail(inner.to_string())
        }
    })?;
    reader
        .end()
        .map_err(|error| AppError::new(ProblemCode::MalformedBody).detail(error.to_string()))?;
    Ok(value)
}

fn read_query<T: DeserializeOwned>(query: &str) -> AppResult<T> {
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if name.contains('\0') || value.contains('\0') {
            return Err(AppError::new(ProblemCode::MalformedQuery).field(
                format!("/{}", escape(&name)),
                FieldCode::BadCharacter,
                "NUL characters cannot be kept",
            ));
        }
    }
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let reader = serde_urlencoded::Deserializer::new(pairs);
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let message = error.inner().to_string();
        misfit(ProblemCode::MalformedQuery, error.path(), &message)
    })
}

/// What serde says about a field, as a field error. Its messages are stable; their beginning tells the kind.
fn misfit(problem: ProblemCode, path: &Path, message: &str) -> AppError {
    let message = message.split(" at line ").next().unwrap_or(message);
    let mut pointer = pointer(path);
    let named = message.split('`').nth(1).unwrap_or_default();
    let code = if message.starts_with("unknown field") {
        let field = format!("/{}", escape(named));
        if !pointer.ends_with(&field) {
            pointer.push_str(&field);
        }
        FieldCode::Unknown
    } else if message.starts_with("missing field") {
        pointer.push_str(&format!("/{}", escape(named)));
        FieldCode::Required
    } else if message.starts_with("duplicate field") {
        FieldCode::Duplicate
    } else {
        FieldCode::Malformed
    };
    AppError::new(problem).field(pointer, code, message)
}

fn pointer(path: &Path) -> String {
    path.iter()
        .fold(String::new(), |pointer, segment| match segment {
            Segment::Map { key } => format!("{pointer}/{}", escape(key)),
            Segment::Seq { index } => format!("{pointer}/{index}"),
            Segment::Enum { .. } | Segment::Unknown => pointer,
        })
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// PostgreSQL keeps no NUL in a text, SQLite cuts there: neither gets any. The whole body is only looked through when the
/// escape occurs at all.
fn refuse_nul_in_json(bytes: &[u8]) -> AppResult<()> {
    let escaped = b"\\u0000";
    if !bytes.windows(escaped.len()).any(|window| window == escaped) {
        return Ok(());
    }
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return Ok(());
    };
    match find_nul(&value, String::new()) {
        None => Ok(()),
        Some(pointer) => Err(AppError::invalid(
            pointer,
            FieldCode::BadCharacter,
            "NUL characters cannot be kept",
        )),
    }
}

fn find_nul(value: &Value, pointer: String) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then_some(pointer),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| find_nul(item, format!("{pointer}/{index}"))),
        Value::Object(fields) => fields.iter().find_map(|(name, field)| {
            let place = format!("{pointer}/{}", escape(name));
            if name.contains('\0') {
                return Some(place);
            }
            find_nul(field, place)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn unreadable(error: actix_web::Error) -> AppError {
    match error.as_response_error().status_code().as_u16() {
        413 => AppError::new(ProblemCode::PayloadTooLarge)
            .detail(format!("At most {BODY_LIMIT} bytes.")),
        408 => AppError::new(ProblemCode::RequestTimeout),
        _ => AppError::new(ProblemCode::BadRequest).detail("The body did not arrive whole."),
    }
}

/// The value of a header as text.
pub(crate) fn header_text(request: &HttpRequest, name: header::HeaderName) -> Option<&str> {
    request.headers().get(name)?.to_str().ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read into")]
    struct Sent {
        title: String,
        #[serde(default)]
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read into")]
    struct Part {
        size: u32,
    }

    fn refusal(body: &str) -> (ProblemCode, String, FieldCode) {
        let problem = read_json::<Sent>(body.as_bytes()).unwrap_err().problem();
        let error = problem.errors.into_iter().next().unwrap();
        (problem.code, error.pointer, error.code)
    }

    #[test]
    fn a_refusal_points_at_its_field() {
        let invalid = ProblemCode::ValidationFailed;
        let cases = [
            (r#"{"title":"a","tags":1}"#, "/tags", FieldCode::Unknown),
            (r#"{"parts":[]}"#, "/title", FieldCode::Required),
            (r#"{"title":1}"#, "/title", FieldCode::Malformed),
            (
                r#"{"title":"a","parts":[{"size":1},{"size":"x"}]}"#,
                "/parts/1/size",
                FieldCode::Malformed,
            ),
            (
                r#"{"title":"a","parts":[{}]}"#,
                "/parts/0/size",
                FieldCode::Required,
            ),
            (r#"{"title":"a\u0000b"}"#, "/title", FieldCode::BadCharacter),
        ];
        for (body, pointer, code) in cases {
            assert_eq!(refusal(body), (invalid, pointer.to_owned(), code), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for body in ["", "{", "{} {}", "\u{feff}{}"] {
            let error = read_json::<Sent>(body.as_bytes()).unwrap_err();
            assert_ne!(error.code(), ProblemCode::Internal, "{body}");
        }
        let escaped_backslash = r#"{"title":"\\u0000"}"#;
        assert!(read_json::<Sent>(escaped_backslash.as_bytes()).is_ok());
    }

    #[test]
    fn a_query_is_read_strictly() {
        let error = read_query::<Sent>("title=a&colour=red")
            .unwrap_err()
            .problem();
        assert_eq!(error.code, ProblemCode::MalformedQuery);
        assert_eq!(error.errors.first().unwrap().pointer, "/colour");
        let error = read_query::<Sent>("title=a%00").unwrap_err().problem();
        assert_eq!(error.errors.first().unwrap().code, FieldCode::BadCharacter);
    }
}
