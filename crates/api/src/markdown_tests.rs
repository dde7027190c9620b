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
    let html = render("[a](https://example.org) ![b](http://example.org/b.png)");
    assert!(html.contains(r#"rel="nofollow noopener""#), "{html}");
    assert!(
        html.contains(r#"src="https://example.org/b.png""#),
        "{html}"
    );
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
fn code_has_colours_in_classes_only() {
    let html = render("```js\nlet x = \"</code><script>alert(1)</script>\";\n```\n");
    assert!(html.contains(r#"<span class="c-key">let</span>"#), "{html}");
    assert!(!html.contains("<script"), "{html}");
    let forged =
        render("<span class=\"button c-key\">a</span> <span class=\"c-key\" style=\"x\">b</span>");
    assert!(
        !forged.contains("button") && !forged.contains("style"),
        "{forged}"
    );
    assert!(render("```nolang\na\n```").contains(r#"<code class="language-nolang">"#));
}

#[test]
fn formulas_are_set_and_prices_are_not() {
    let html = render("So $E = mc^2$ and\n\n$$\\frac{a}{b}$$\n");
    assert_eq!(html.matches("<math").count(), 2, "{html}");
    assert!(
        html.contains("<mfrac>") && html.contains("<msup>"),
        "{html}"
    );
    for words in [
        "It costs $5 and $10.",
        "From $5 to 10$ a pint",
        "`$x$` is code",
        "a $ b",
    ] {
        assert!(!render(words).contains("<math"), "{words}");
    }
    assert!(render(r"$\nosuch{x}$").contains(r"<code>$\nosuch{x}$</code>"));
    assert_eq!(excerpt("so $a+b$ is", 50), "so a+b is");
}

#[test]
fn mathml_is_no_way_in() {
    for evil in [
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>",
        "<math href=\"javascript:alert(1)\"><mi>x</mi></math>",
        "<math><maction actiontype=\"statusline#http://x\" xlink:href=\"javascript:alert(1)\">x</maction></math>",
        "<math><mi onclick=\"alert(1)\" style=\"position:fixed\">x</mi></math>",
        "$\\href{javascript:alert(1)}{x}$",
        "$\\text{<img src=x onerror=alert(1)>}$",
    ] {
        let html = render(evil);
        // What is shown as text is harmless: only what stands within tags counts.
        for tag in html
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split('>').next())
        {
            for word in [
                "onerror",
                "onclick",
                "href=\"javascript",
                "style",
                "script",
                "annotation",
                "maction",
            ] {
                assert!(!tag.contains(word), "{word} in <{tag}> of {html}");
            }
        }
    }
}

#[test]
fn uploaded_pictures_wait_for_who_may_see_them() {
    let id = "01997e4c-3a50-4cc3-9d3b-5f0f3a1f1c55";
    let html = render(&format!("![A \"map\" & *more*](/files/{id}?800x600)"));
    let want = format!(
        r#"<img data-file="{id}" alt="A &quot;map&quot; &amp; more" width="800" height="600""#
    );
    assert!(html.contains(&want), "{html}");
    assert!(!html.contains("src="), "{html}");
    assert!(!render("![x](/files/none)").contains("data-file"));
    assert!(!render("<img data-file=\"x onerror\">").contains("data-file"));
}

#[test]
fn pictures_from_elsewhere_come_over_https_or_not_at_all() {
    let html = render("![A *mug*](http://pictures.example/mug.png \"Full & cold\")");
    let want = r#"<img src="https://pictures.example/mug.png" alt="A mug" title="Full &amp; cold" loading="lazy" referrerpolicy="no-referrer">"#;
    assert_eq!(html, format!("<p>{want}</p>\n"));
    for address in ["data:image/png;base64,AAAA", "javascript:alert(1)", "//x"] {
        assert!(
            !render(&format!("![x]({address})")).contains("src="),
            "{address}"
        );
    }
}

#[test]
fn a_field_is_a_box_that_nobody_can_tick() {
    let boxed = r#"<input type="checkbox" disabled="">"#;
    for hostile in [
        "<input>",
        "<input type=text value=x>",
        "<input type=password autofocus onfocus=alert(1)>",
    ] {
        assert!(
            render(hostile).contains(boxed),
            "{hostile}: {}",
            render(hostile)
        );
    }
}

#[test]
fn hostile_texts_make_no_more_than_they_should() {
    let many = 50_000;
    let rows = |columns: usize, rows: usize| {
        format!(
            "|{}\n|{}\n{}",
            "a|".repeat(columns),
            "-|".repeat(columns),
            "|b\n".repeat(rows)
        )
    };
    let hostile = [
        "> ".repeat(many / 2),
        "- ".repeat(many / 2),
        "1. ".repeat(many / 3),
        "*a ".repeat(many / 3),
        "**a ".repeat(many / 4),
        "[".repeat(many),
        "![".repeat(many / 2),
        "[a](".repeat(many / 4),
        "<b>".repeat(many / 3),
        "`a``".repeat(many / 4),
        "$a ".repeat(many / 3),
        "$$a".repeat(many / 3),
        "<!--".repeat(many / 4),
        "| ".repeat(many / 2),
        format!("[x]: /{}\n\n{}", "u".repeat(20_000), "[x] ".repeat(7_000)),
        rows(8_000, 3_000),
        rows(100, 10_000),
        format!("$${}$$", "{".repeat(many - 4)),
        "~~".repeat(many / 2),
        "&amp;".repeat(many / 5),
        "http://a.b ".repeat(many / 11),
    ];
    for md in hostile {
        let nodes = if most_cells(&md) > MAX_CELLS {
            0
        } else {
            nodes(&md)
        };
        assert!(nodes <= 4 * many, "{nodes} nodes of {:.40}", md);
        let html = render(&md);
        assert!(
            html.len() <= 2 * MAX_HTML,
            "{} bytes of {:.40}",
            html.len(),
            md
        );
        assert!(deepest(&html) <= MAX_DEPTH, "{:.40}", md);
    }
}

/// As many nodes are made of a text.
fn nodes(md: &str) -> usize {
    let arena = Arena::new();
    parse_document(&arena, md, options_for(md))
        .descendants()
        .count()
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
