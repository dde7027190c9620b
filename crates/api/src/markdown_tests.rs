//! What rendering promises.

use proptest::prelude::*;

use super::*;

#[test]
fn scripts_handlers_and_foreign_schemes_are_gone() {
    for evil in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "<a href=\"java\nscript:alert(1)\">a</a>",
        "<a href=\"data:text/html,x\">a</a>",
        "<svg onload=alert(1)></svg>",
        "<iframe src=https://example.org></iframe>",
        "<form action=https://example.org><button>b</button></form>",
        "<style>*{display:none}</style>",
        "<p style=\"position:fixed\" id=\"main\" class=\"button\">p</p>",
        "```\"><script>alert(1)</script>\n```",
    ] {
        let html = render(evil).replace("&lt;", "");
        for word in [
            "<script",
            "onerror",
            "javascript:",
            "script:",
            "data:",
            "onload",
            "<iframe",
            "<form",
            "<style",
            "style=",
            "id=",
            "class=\"button",
        ] {
            assert!(!html.contains(word), "{word} in {html}");
        }
    }
}

#[test]
fn links_do_not_vouch_and_images_come_over_https() {
    let html = render(
        "[a](https://example.org) ![b](http://example.org/b.png) ![c](https://example.org/c.png)",
    );
    assert!(html.contains(r#"rel="nofollow noopener""#), "{html}");
    assert!(!html.contains("b.png") && html.contains("c.png"), "{html}");
    assert!(html.contains(r#"loading="lazy""#), "{html}");
}

#[test]
fn tables_scroll_and_tasks_are_labelled() {
    let html = render("| a | b |\n|---|--:|\n| 1 | 2 |\n");
    assert!(html.starts_with("<div"), "{html}");
    assert!(
        html.contains("table-scroll") && html.contains(r#"tabindex="0""#),
        "{html}"
    );
    let html = render("- [x] Key in the box\n- [ ] Name on the tag\n");
    assert!(
        html.contains(r#"aria-label="Done""#) && html.contains(r#"aria-label="Not done""#),
        "{html}"
    );
    assert_eq!(html.matches("<input").count(), 2, "{html}");
    assert!(
        render("- [x] Nyckeln ligger i skåpet och är låst\n").contains(r#"aria-label="Klart""#)
    );
}

#[test]
fn code_keeps_its_language_and_headings_go_down() {
    let html = render("# Title\n\n```rust\nfn main() {}\n```\n");
    assert!(html.contains("<h2>Title</h2>"), "{html}");
    assert!(html.contains(r#"<code class="language-rust">"#), "{html}");
}

#[test]
fn what_stack_exchange_writes_stays() {
    let html = render(
        "Press <kbd>Ctrl</kbd>, H<sub>2</sub>O\n\n<blockquote>\n  <p>said</p>\n</blockquote>\n",
    );
    for part in ["<kbd>Ctrl</kbd>", "<sub>2</sub>", "<blockquote>"] {
        assert!(html.contains(part), "{html}");
    }
}

#[test]
fn too_deep_or_too_large_is_shown_as_typed() {
    for md in [
        "<b>".repeat(10_000),
        format!(
            "|{}\n|{}\n{}",
            "a|".repeat(1_000),
            "-|".repeat(1_000),
            "|b\n".repeat(2_000)
        ),
    ] {
        let html = render(&md);
        assert!(html.starts_with("<pre"), "{:.100}", html);
        assert!(html.len() < 10 * md.len());
    }
    assert!(render(&"> ".repeat(5_000)).len() < MAX_HTML);
}

#[test]
fn excerpts_are_one_line_cut_at_a_word() {
    assert_eq!(
        excerpt("# A *b* `c`\n\nd [e](https://x.y)\n", 100),
        "A b c d e"
    );
    assert_eq!(excerpt("one two three", 9), "one two…");
    assert_eq!(
        excerpt("before\n\n```\ncode\n```\n\nafter", 100),
        "before after"
    );
    assert_eq!(search_text("before\n\n```\ncode\n```\n"), "before code");
    assert_eq!(excerpt("<p>a &amp; b</p>", 100), "a & b");
}

#[test]
fn languages_are_told_apart() {
    assert_eq!(
        detect_language("Where do I find the form for travel expenses?"),
        "en"
    );
    assert_eq!(
        detect_language("Var hittar jag blanketten för reseräkningar, och vem godkänner den?"),
        "sv"
    );
    assert_eq!(
        detect_language(
            "Wo finde ich das Formular für die Reisekosten und wer unterschreibt es am Ende?"
        ),
        "de"
    );
    assert_eq!(detect_language(""), "en");
}

proptest! {
    #[test]
    fn whatever_is_typed_renders_to_known_elements(md in "[a-z<>/=\"'&;!\\[\\]()`*_#|\\- \n]{0,200}") {
        let html = render(&md);
        for tag in html.split('<').skip(1) {
            prop_assert!(tag.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()), "{}", html);
            prop_assert!(!tag.starts_with("script"), "{}", html);
        }
        prop_assert!(excerpt(&md, 20).chars().count() <= 20);
    }
}
