//! Every payload of `frontend/e2e/hostile/payloads.json` through the sanitiser: what comes out consists of known elements
//! and attributes, runs nothing, and leads nowhere but to the web and to mail. The browser checks the same in a journey.

use std::collections::BTreeMap;

use tacit_api::markdown::render;

const PAYLOADS: &str = include_str!("../../../../../frontend/e2e/hostile/payloads.json");

/// Attributes that carry no code and no address.
const HARMLESS: [&str; 50] = [
    "title",
    "alt",
    "class",
    "type",
    "disabled",
    "checked",
    "loading",
    "referrerpolicy",
    "rel",
    "align",
    "colspan",
    "rowspan",
    "start",
    "tabindex",
    "role",
    "aria-label",
    "width",
    "height",
    "open",
    "lang",
    "dir",
    "display",
    "mathvariant",
    "stretchy",
    "scope",
    "datetime",
    "aria-hidden",
    "data-line",
    "columnalign",
    "encoding",
    // Of MathML.
    "lspace",
    "rspace",
    "accent",
    "accentunder",
    "columnspacing",
    "columnspan",
    "depth",
    "displaystyle",
    "fence",
    "form",
    "largeop",
    "linethickness",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowspacing",
    "scriptlevel",
    "separator",
    "symmetric",
    "voffset",
];

const FORBIDDEN: [&str; 22] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "applet",
    "base",
    "meta",
    "link",
    "form",
    "button",
    "textarea",
    "select",
    "template",
    "svg",
    "foreignobject",
    "noscript",
    "title",
    "xmp",
    "plaintext",
    "annotation-xml",
    "mglyph",
];

fn payloads() -> Vec<String> {
    let groups: BTreeMap<String, Vec<String>> = serde_json::from_str(PAYLOADS).unwrap();
    let all: Vec<_> = groups.into_values().flatten().collect();
    assert!(all.len() >= 150, "{}", all.len());
    all
}

/// The tags of what the sanitiser wrote: name, and attributes with their values. It writes every value in double quotes.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let end = end_of_tag(after);
        let (tag, next) = after.split_at(end);
        let name_ends = tag.find(char::is_whitespace).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_ends);
        found.push((
            name.trim_start_matches('/').to_lowercase(),
            attributes_of(attributes),
        ));
        rest = next;
    }
    found
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    tag.char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            *c == '>' && !quoted
        })
        .map_or(tag.len(), |(end, _)| end)
}

fn attributes_of(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Some((name, after)) = rest.split_once("=\"") else {
            found.push((rest.to_lowercase(), String::new()));
            break;
        };
        let (value, next) = after.split_once('"').unwrap_or((after, ""));
        found.push((name.trim().to_lowercase(), value.to_owned()));
        rest = next.trim();
    }
    found
}

/// As the URL standard reads it: tabs and line ends do not count, and what holds anything but letters, digits and `+-.` before
/// its first colon has no scheme.
fn is_safe_address(value: &str) -> bool {
    let value: String = value.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let value = value.trim_matches(|c: char| c <= ' ').to_lowercase();
    let named = |scheme: &str| {
        let of_a_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        scheme.chars().all(of_a_scheme)
    };
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_none_or(|scheme| !named(scheme) || ["https", "http", "mailto"].contains(&scheme))
}

/// Fails with what is wrong about the HTML.
fn check(html: &str, payload: &str) {
    for (name, attributes) in tags(html) {
        let known = name.chars().all(|c| c.is_ascii_alphanumeric()) && !name.is_empty();
        assert!(
            known && !FORBIDDEN.contains(&name.as_str()),
            "<{name}> of {payload} in {html}"
        );
        for (attribute, value) in attributes {
            match attribute.as_str() {
                "href" => assert!(is_safe_address(&value), "{value} of {payload} in {html}"),
                "src" => assert!(
                    value.starts_with("https://") || value.starts_with("/api/v1/"),
                    "{value} of {payload} in {html}"
                ),
                other => assert!(HARMLESS.contains(&other), "{other} of {payload} in {html}"),
            }
        }
    }
}

#[test]
fn no_payload_comes_through() {
    for payload in payloads() {
        check(&render(&payload), &payload);
    }
}

/// Inside of everything that has a syntax of its own, and twice as what was rendered once.
#[test]
fn no_payload_comes_through_inside_of_something() {
    for payload in payloads() {
        let line = payload.replace('\n', " ");
        for md in [
            format!("> {payload}"),
            format!("- {payload}\n- [x] {payload}"),
            format!("| {line} | b |\n|---|---|\n| {line} | {line} |"),
            format!("[{line}](https://good.example \"{line}\")"),
            format!("![{line}](https://good.example/{line})"),
            format!("**{payload}** _{payload}_ `{payload}`"),
            format!("```{line}\n{payload}\n```"),
            format!("<div>{payload}</div>\n\n<p>{payload}"),
            format!("<b title=\"{payload}\">b</b><img alt='{payload}' src='{payload}'>"),
            format!("$ {payload} $ and $$ {payload} $$"),
            format!("{payload}{payload}{payload}"),
        ] {
            let html = render(&md);
            check(&html, &md);
            check(&render(&html), &md);
        }
    }
}

/// No test that cannot fail: the check itself finds what must not be there.
#[test]
fn the_check_finds_what_it_looks_for() {
    for evil in [
        "<p onclick=\"alert(1)\">p</p>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<img src=\"data:image/svg+xml,x\">",
        "<script>alert(1)</script>",
        "<p style=\"x\">p</p>",
        "<p id=\"main\">p</p>",
    ] {
        assert!(
            std::panic::catch_unwind(|| check(evil, evil)).is_err(),
            "{evil}"
        );
    }
    check(
        "<a href=\"https://x.example/a:b\" rel=\"nofollow noopener\">a &lt; b</a>",
        "",
    );
}
