//! Bounded work: no text that may be sent grows beyond measure, and others are answered while it is rendered.

use reqwest::{Method, StatusCode};
use serde_json::json;
use tacit_api::markdown::{detect_language, excerpt, render, search_text};

use crate::support::app::TestApp;

/// The longest body of a post, in characters.
const LONGEST: usize = 40_000;

/// Texts as long as a post may be, each the worst of its kind.
fn worst() -> Vec<(&'static str, String)> {
    let fill = |part: &str| part.repeat(LONGEST / part.chars().count());
    vec![
        ("quotes", fill("> ")),
        ("quotes by line", fill(">\n")),
        ("lists", fill("- ")),
        (
            "nested lists",
            (0..280)
                .map(|depth| format!("{}- a\n", " ".repeat(depth)))
                .collect(),
        ),
        ("emphasis", fill("*a **b ")),
        ("underscores", fill("_a__b")),
        ("strike", fill("~~a ")),
        ("brackets", fill("[")),
        (
            "closed brackets",
            format!("{}{}", "[".repeat(LONGEST / 2), "]".repeat(LONGEST / 2)),
        ),
        ("links in links", fill("[a](")),
        ("images", fill("![")),
        ("pictures of pictures", fill("![a](b")),
        (
            "references",
            (0..900)
                .map(|n| format!("[r{n}]: /u \"t\"\n[r{n}][r{n}]\n"))
                .collect(),
        ),
        (
            "one reference, used often",
            format!("[a]: /{}\n\n{}", "u".repeat(1_000), "[a]".repeat(12_000)),
        ),
        (
            "backticks",
            (1..280).map(|n| format!("{} ", "`".repeat(n))).collect(),
        ),
        ("open fences", fill("```\n~~~\n")),
        (
            "a wide table",
            format!("{}|\n{}|\n", "|a".repeat(9_000), "|-".repeat(9_000)),
        ),
        (
            "a table of empty cells",
            format!(
                "{}|\n{}|\n{}",
                "|a".repeat(4_000),
                "|-".repeat(4_000),
                "|\n".repeat(8_000)
            ),
        ),
        (
            "a long table",
            format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(6_000)),
        ),
        ("tags", fill("<b>")),
        ("closing tags", fill("</b>")),
        ("mismatched tags", fill("<b><i></b>")),
        ("formatting elements", fill("<a><b><i><p>")),
        ("tables in tables", fill("<table><tr><td>")),
        ("open comments", fill("<!-- ")),
        ("open declarations", fill("<!A ")),
        ("open instructions", fill("<?")),
        ("open tags", fill("<a ")),
        ("attributes", format!("<b {}>", "a=1 ".repeat(9_000))),
        ("entities", fill("&amp;")),
        ("open entities", fill("&a")),
        ("addresses", fill("a@b.")),
        ("webs", fill("www.a.")),
        ("schemes", fill("http://")),
        ("dollars", fill("$a ")),
        ("mathematics", fill("$$\\frac{a}{b}")),
        (
            "deep mathematics",
            format!("${}a{}$", "\\sqrt{".repeat(5_000), "}".repeat(5_000)),
        ),
        ("headings", fill("# a\n")),
        ("underlines", fill("a\n=\n")),
        ("hard breaks", fill("a\\\n")),
        ("tasks", fill("- [ ] a\n")),
        (
            "footnotes",
            (0..900)
                .map(|n| format!("[^{n}] \n\n[^{n}]: a\n\n"))
                .collect(),
        ),
        ("mentions", fill("@a ")),
        ("marks beyond letters", fill("e\u{301}\u{301}\u{301}")),
        ("tabs", fill("\t")),
        ("carriage returns", fill("\r")),
    ]
}

#[test]
fn the_worst_text_of_each_kind_stays_bounded() {
    for (name, md) in worst() {
        let html = render(&md);
        excerpt(&md, 200);
        search_text(&md);
        detect_language(&md);
        assert!(html.len() < 3 * 1024 * 1024, "{name}: {} bytes", html.len());
    }
}

on_each_database! {
    async fn others_are_answered_while_the_worst_is_rendered(db: TestDatabase) {
        let app = TestApp::start(&db).await;
        let person = app.member().await;
        let worst = worst();
        let posting = worst.iter().map(|(name, md)| {
            let body: String = md.chars().take(LONGEST).collect();
            let question = json!({ "title": format!("What is the worst of {name}?"), "body": body, "topics": ["texts"] });
            let request = app.request(Method::POST, "/api/v1/questions").header("authorization", person.bearer());
            async move { request.json(&question).send().await.unwrap().status() }
        });
        let posting = futures::future::join_all(posting);
        let watching = async {
            for _ in 0..20 {
                let answer = app.request(Method::GET, "/healthz").send().await.unwrap();
                assert_eq!(answer.status(), StatusCode::OK);
            }
        };
        let (statuses, ()) = futures::future::join(posting, watching).await;
        for (status, (name, _)) in statuses.into_iter().zip(&worst) {
            let fine = [StatusCode::CREATED, StatusCode::UNPROCESSABLE_ENTITY];
            assert!(fine.contains(&status), "{name}: {status}");
        }
        app.stop().await;
    }
}
