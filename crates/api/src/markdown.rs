//! Markdown: rendered and sanitised once, at write time, and stored with [`RENDERER_VERSION`].
//!
//! What a member types may hold raw HTML (imported posts do); the sanitiser, not the renderer, decides what stays, and
//! it has the last word on every byte. Output is bounded: what nests or grows beyond measure is shown as it was typed.

mod mentions;

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};
use whatlang::{Detector, Lang};

/// Raised with every change of what [`render`] gives; `tacit rerender` redoes rows below it.
pub const RENDERER_VERSION: i32 = 1;

/// Longest HTML stored for one post, in bytes: tables and references can multiply what was typed.
const MAX_HTML: usize = 1024 * 1024;
/// Deepest nesting of elements; browsers stop near 500.
const MAX_DEPTH: usize = 200;
/// Below this many characters a text says too little to tell languages apart beyond the two of the screens.
const MIN_DETECT: usize = 60;
/// As much of a text tells its language.
const MAX_DETECT: usize = 1_000;

/// Safe HTML of a Markdown text that names nobody.
pub fn render(md: &str) -> String {
    render_naming(md, &HashSet::new()).0
}

/// Safe HTML of a Markdown text with links to the people whose handles these are, and the handles it links.
pub fn render_naming(md: &str, handles: &HashSet<String>) -> (String, HashSet<String>) {
    let arena = Arena::new();
    let root = parse_document(&arena, md, &OPTIONS);
    let linked = if handles.is_empty() {
        HashSet::new()
    } else {
        mentions::link(&arena, root, handles)
    };
    let labels = LazyCell::new(|| Labels::of(md));
    for node in root.descendants().collect::<Vec<_>>() {
        adapt(&arena, node, &|| &*labels);
    }
    let mut html = String::with_capacity(md.len() * 2);
    let written = format_html(root, &OPTIONS, &mut html);
    if written.is_err() || html.len() > MAX_HTML || deepest(&html) > MAX_DEPTH {
        return (as_typed(md), HashSet::new());
    }
    (SANITISER.clean(&html).to_string(), linked)
}

/// The words of a Markdown text on one line, at most `max_chars` characters, cut at a word with an ellipsis. Code blocks
/// are left out: they say nothing in one line.
pub fn excerpt(md: &str, max_chars: usize) -> String {
    let words = plain_text(md, false);
    if words.chars().count() <= max_chars {
        return words;
    }
    let head: String = words.chars().take(max_chars.saturating_sub(1)).collect();
    let cut = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(before, _)| before);
    format!("{}…", cut.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// Every word of a Markdown text with its code, for the search index.
pub fn search_text(md: &str) -> String {
    plain_text(md, true)
}

/// BCP 47 primary tag of the language a text (Markdown or plain) is written in; English where it does not say.
pub fn detect_language(text: &str) -> String {
    let words: String = plain_text(text, false).chars().take(MAX_DETECT).collect();
    if words.chars().count() >= MIN_DETECT
        && let Some(info) = whatlang::detect(&words)
        && info.is_reliable()
    {
        return primary_tag(info.lang()).to_owned();
    }
    let either = Detector::with_allowlist(vec![Lang::Eng, Lang::Swe]).detect_lang(&words);
    primary_tag(either.unwrap_or(Lang::Eng)).to_owned()
}

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.render.r#unsafe = true;
    options
});

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(sanitiser);

/// What assistive technology hears where HTML has no words of its own, in the language of the text.
struct Labels {
    done: &'static str,
    not_done: &'static str,
    table: &'static str,
}

impl Labels {
    fn of(md: &str) -> Self {
        if detect_language(md) == "sv" {
            return Self {
                done: "Klart",
                not_done: "Inte klart",
                table: "Tabell",
            };
        }
        Self {
            done: "Done",
            not_done: "Not done",
            table: "Table",
        }
    }
}

/// Headings go one level down (the page has its own first), tables scroll inside a box, task boxes get a label.
fn adapt<'a, 'l>(arena: &'a Arena<'a>, node: &'a AstNode<'a>, labels: &dyn Fn() -> &'l Labels) {
    let raw = |html: String| arena.alloc(AstNode::from(NodeValue::Raw(html)));
    let mut ast = node.data_mut();
    match &mut ast.value {
        NodeValue::Heading(heading) => heading.level = heading.level.saturating_add(1).min(6),
        NodeValue::Table(_) => {
            drop(ast);
            node.insert_before(raw(format!(
                r#"<div class="table-scroll" role="group" aria-label="{}">"#,
                labels().table
            )));
            node.insert_after(raw("</div>\n".to_owned()));
        }
        NodeValue::TaskItem(task) => {
            let (checked, label) = match task.symbol {
                Some(_) => (" checked", labels().done),
                None => ("", labels().not_done),
            };
            // As a plain list item: the renderer would write a box without a label.
            ast.value = NodeValue::Item(Default::default());
            drop(ast);
            node.prepend(raw(format!(
                r#"<input type="checkbox" disabled{checked} aria-label="{label}"> "#
            )));
        }
        _ => {}
    }
}

/// The text as it was typed, for what is too large or too deep to render.
fn as_typed(md: &str) -> String {
    let text = md
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<pre tabindex=\"0\"><code>{text}</code></pre>")
}

/// An upper bound of how deep elements nest, by counting tags.
fn deepest(html: &str) -> usize {
    let mut depth = 0usize;
    let mut most = 0usize;
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_void(tag) {
            depth += 1;
            most = most.max(depth);
        }
    }
    most
}

fn is_void(tag: &str) -> bool {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    let name = end.and_then(|end| tag.get(..end)).unwrap_or(tag);
    let void = ["br", "hr", "img", "input", "wbr", "col"];
    void.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn sanitiser() -> Builder<'static> {
    const TAGS: [&str; 42] = [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
    ];
    let mut clean = Builder::empty();
    clean
        .tags(HashSet::from(TAGS))
        .add_tags(["thead", "tr", "ul", "var", "strike"])
        .clean_content_tags(HashSet::from(["script", "style", "template", "title"]))
        // Only what is named here: the library's own list lets addresses through that no scheme is asked of.
        .tag_attributes(HashMap::new())
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("abbr", ["title"])
        .add_tag_attributes("code", ["class"])
        .add_tag_attributes("img", ["src", "alt", "title", "width", "height"])
        .add_tag_attributes("input", ["checked", "aria-label"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("td", ["align", "colspan", "rowspan"])
        .add_tag_attributes("th", ["align", "colspan", "rowspan"])
        .add_tag_attributes("div", ["aria-label"])
        .add_tag_attribute_values("div", "class", ["table-scroll"])
        .add_tag_attribute_values("div", "role", ["group"])
        .set_tag_attribute_value("div", "tabindex", "0")
        .set_tag_attribute_value("pre", "tabindex", "0")
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .set_tag_attribute_value("img", "loading", "lazy")
        .set_tag_attribute_value("img", "referrerpolicy", "no-referrer")
        .url_schemes(HashSet::from(["https", "http", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow noopener"))
        .attribute_filter(keep_attribute);
    clean
}

/// Images come over https only; a class says nothing but the language of code; boxes span at most a page.
fn keep_attribute<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let keep = match (element, attribute) {
        ("img", "src") => value.starts_with("https://"),
        ("img", "width" | "height") | ("td" | "th", "colspan" | "rowspan") | ("ol", "start") => {
            !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit())
        }
        ("td" | "th", "align") => ["left", "center", "right"].contains(&value),
        ("code", "class") => value.strip_prefix("language-").is_some_and(is_language),
        _ => true,
    };
    keep.then_some(Cow::Borrowed(value))
}

fn is_language(name: &str) -> bool {
    (1..=30).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+#-_.".contains(&b))
}

/// Words only, separated by single spaces. Raw HTML gives nothing, the words between its tags do.
fn plain_text(md: &str, with_code: bool) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, md, &OPTIONS);
    let mut text = String::with_capacity(md.len());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(block) if with_code => {
                text.push(' ');
                text.push_str(&block.literal);
            }
            NodeValue::HtmlBlock(block) => {
                text.push(' ');
                text.push_str(&tagless(&block.literal));
            }
            NodeValue::Strong | NodeValue::Emph | NodeValue::Link(_) | NodeValue::HtmlInline(_) => {
            }
            _ => text.push(' '),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words between the tags of raw HTML, with its usual entities read.
fn tagless(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}

/// The two-letter code where a language has one, else its three letters.
fn primary_tag(lang: Lang) -> &'static str {
    const TWO_LETTERS: [(&str, &str); 70] = [
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    let code = lang.code();
    TWO_LETTERS
        .iter()
        .find(|(three, _)| *three == code)
        .map_or(code, |(_, two)| two)
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
