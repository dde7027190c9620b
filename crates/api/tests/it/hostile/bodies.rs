//! Bodies: NUL in every string of every operation, wrong types in every place, and what is no JSON at all.

use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::sample::{Operation, operations, places, strings};
use super::{document, survives};
use crate::support::app::TestApp;
use crate::support::roles::Person;

const NOWHERE: &str = "01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55";

fn send(
    app: &TestApp,
    person: &Person,
    operation: &Operation,
    body: impl Into<reqwest::Body>,
) -> RequestBuilder {
    app.request(operation.method.clone(), &operation.path_with(NOWHERE))
        .header("authorization", person.bearer())
        .header("content-type", "application/json")
        .header("if-match", "\"1\"")
        .body(body)
}

/// The same with something else in one place.
fn with(body: &Value, place: &str, value: Value) -> Value {
    let mut changed = body.clone();
    *changed.pointer_mut(place).unwrap() = value;
    changed
}

on_each_database! {
    async fn nul_is_refused_in_every_string_of_every_operation(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let mut checked = 0;
        for operation in operations(&document(&app).await) {
            let Some(body) = &operation.body else { continue };
            for place in strings(body) {
                let text = body.pointer(&place).unwrap().as_str().unwrap();
                let evil = with(body, &place, json!(format!("{text}\0")));
                let what = format!("{} {place}", operation.name);
                let (status, problem) = survives(send(&app, &person, &operation, evil.to_string()), &what).await;
                assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {problem}");
                assert_eq!(problem["errors"][0]["pointer"], place, "{what}");
                assert_eq!(problem["errors"][0]["code"], "bad_character", "{what}");
                checked += 1;
            }
        }
        assert!(checked > 40, "{checked}");
        app.stop().await;
    }

    async fn wrong_types_are_refused_in_every_place(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let huge = serde_json::from_str("99999999999999999999999").unwrap();
        let values = [
            Value::Null, json!(true), json!(-1), huge, json!(1e308), json!(0.5), json!(""), json!(" "), json!("x"),
            json!("\u{1}\u{7f}\u{feff}\u{202e}"), json!("a".repeat(300_000)), json!([]), json!({}), json!([[[[]]]]),
            json!({ "a": { "b": null } }), json!(vec!["x"; 2_000]),
        ];
        for operation in operations(&document(&app).await) {
            let Some(body) = &operation.body else { continue };
            for place in places(body) {
                for value in &values {
                    let evil = with(body, &place, value.clone()).to_string();
                    let what = format!("{} {place} {:.60}", operation.name, value.to_string());
                    survives(send(&app, &person, &operation, evil), &what).await;
                }
            }
            let mut more = body.clone();
            more["colour_of_the_sky"] = json!("blue");
            let what = format!("{} unknown field", operation.name);
            let (status, problem) = survives(send(&app, &person, &operation, more.to_string()), &what).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {problem}");
            assert_eq!(problem["errors"][0]["pointer"], "/colour_of_the_sky", "{what}: {problem}");
        }
        app.stop().await;
    }

    async fn what_is_no_body_is_refused(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.admin().await;
        let deep = 10_000;
        let bodies: Vec<(&str, Vec<u8>)> = vec![
            ("nothing", vec![]),
            ("half", b"{\"title\":".to_vec()),
            ("invalid UTF-8", b"{\"title\":\"\xff\xfe\"}".to_vec()),
            ("invalid UTF-8 in a name", b"{\"\xc3\x28\":1}".to_vec()),
            ("a lone surrogate", br#"{"title":"\ud800"}"#.to_vec()),
            ("UTF-16", vec![0xff, 0xfe, b'{', 0, b'}', 0]),
            ("a raw NUL", b"{\"title\":\"a\0b\"}".to_vec()),
            ("arrays without an end", "[".repeat(deep).into_bytes()),
            ("nested arrays", format!("{}{}", "[".repeat(deep), "]".repeat(deep)).into_bytes()),
            ("nested objects", format!("{}1{}", "{\"a\":".repeat(deep), "}".repeat(deep)).into_bytes()),
            ("nested in a field", format!("{{\"title\":{}{}}}", "[".repeat(deep), "]".repeat(deep)).into_bytes()),
            ("nested with NUL", format!("{{\"\\u0000\":{}{}}}", "[".repeat(deep), "]".repeat(deep)).into_bytes()),
            ("a huge number", b"{\"title\":1e999999}".to_vec()),
            ("a long number", format!("{{\"version\":{}}}", "9".repeat(100_000)).into_bytes()),
            ("many fields", format!("{{{}\"z\":1}}", "\"a\":1,".repeat(100_000)).into_bytes()),
            ("two values", b"{} {}".to_vec()),
            ("a scalar", b"7".to_vec()),
        ];
        for operation in operations(&document(&app).await) {
            if operation.body.is_none() { continue }
            for (name, body) in &bodies {
                let what = format!("{} {name}", operation.name);
                let (status, _) = survives(send(&app, &person, &operation, body.clone()), &what).await;
                assert!(matches!(status.as_u16(), 400 | 422), "{what}: {status}");
            }
            let what = format!("{} too long", operation.name);
            let long = format!("{{\"title\":\"{}\"}}", "a".repeat(1_048_577));
            let (status, problem) = survives(send(&app, &person, &operation, long), &what).await;
            assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{what}: {problem}");
        }
        app.stop().await;
    }

    async fn a_long_body_is_refused_before_it_is_all_there(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let mut wire = TcpStream::connect(app.address()).await.unwrap();
        let head = format!(
            "POST /api/v1/questions HTTP/1.1\r\nhost: localhost\r\nauthorization: {}\r\n\
             content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
            person.bearer()
        );
        wire.write_all(head.as_bytes()).await.unwrap();
        // It announces nothing, comes in pieces, and never ends: the answer comes in the middle of it.
        let piece = format!("4000\r\n{}\r\n", " ".repeat(0x4000));
        let (mut from, mut to) = wire.split();
        let sending = async {
            while to.write_all(piece.as_bytes()).await.is_ok() {}
            std::future::pending::<()>().await;
        };
        let mut answer = [0; 12];
        tokio::select! {
            () = sending => {}
            read = from.read_exact(&mut answer) => assert_eq!(read.unwrap(), 12),
        }
        assert_eq!(&answer, b"HTTP/1.1 413");
        app.stop().await;
    }
}
