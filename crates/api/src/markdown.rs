//! Markdown: rendered and sanitised once, at write time, and stored with [`RENDERER_VERSION`].
//!
//! What a member types may hold raw HTML (imported posts do); the sanitiser, not the renderer, decides what stays, and
//! it has the last word on every byte. Output is bounded: what nests or grows beyond measure is shown as it was typed.

mod code;
mod language;
mod languages;
mod math;
mod mentions;
mod sanitiser;

use std::cell::LazyCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};
use tacit_domain::files::PictureAddress;

pub use language::{detect_language, tell_language};

/// Raised with every change of what [`render`] gives; `tacit rerender` redoes rows below it.
pub const RENDERER_VERSION: i32 = 3;

/// Longest HTML stored for one post, in bytes: tables and references can multiply what was typed.
const MAX_HTML: usize = 1024 * 1024;
/// Most cells that lines and bars of a text could make: a table fills up what a row leaves out.
const MAX_CELLS: usize = 200_000;
/// Deepest nesting of elements; browsers stop near 500.
const MAX_DEPTH: usize = 200;

/// Safe HTML of a Markdown text that names nobody.
pub fn render(md: &str) -> String {
    render_naming(md, &HashSet::new()).0
}

/// Safe HTML of a Markdown text with links to the people whose handles these are, and the handles it links.
pub fn render_naming(md: &str, handles: &HashSet<String>) -> (String, HashSet<String>) {
    if most_cells(md) > MAX_CELLS {
        return (as_typed(md), HashSet::new());
    }
    let arena = Arena::new();
    let root = parse_document(&arena, md, options_for(md));
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
    (sanitiser::clean(&html), linked)
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

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| options(true));
static WITHOUT_MATH: LazyLock<Options<'static>> = LazyLock::new(|| options(false));

fn options_for(md: &str) -> &'static Options<'static> {
    if md.bytes().filter(|b| *b == b'$').count() > math::MAX_DOLLARS {
        &WITHOUT_MATH
    } else {
        &OPTIONS
    }
}

fn options(math: bool) -> Options<'static> {
    let mut options = Options::default();
    options.extension.math_dollars = math;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.render.r#unsafe = true;
    options
}

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

/// Headings go one level down (the page has its own first), tables scroll inside a box, task boxes get a label, code its
/// colours, formulas become MathML, pictures wait for who may see them.
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
        NodeValue::CodeBlock(block) => {
            let name = block.info.split(char::is_whitespace).next();
            let name = name.unwrap_or_default().to_owned();
            if let Some(html) = code::coloured(&name, &block.literal) {
                let name = escaped(&name);
                ast.value = NodeValue::Raw(format!(
                    "<pre><code class=\"language-{name}\">{html}</code></pre>\n"
                ));
            }
        }
        NodeValue::Math(formula) if !formula.display_math && math::is_price(&formula.literal) => {
            let text = format!("${}$", formula.literal);
            ast.value = NodeValue::Text(text.into());
        }
        NodeValue::Math(formula) => {
            let (latex, display) = (&formula.literal, formula.display_math);
            let html = math::mathml(latex, display).unwrap_or_else(|| {
                let fence = if display { "$$" } else { "$" };
                format!("<code>{fence}{}{fence}</code>", escaped(latex))
            });
            ast.value = NodeValue::Raw(html);
        }
        NodeValue::Image(link) => {
            let (picture, address) = (PictureAddress::parse(&link.url), link.clone());
            drop(ast);
            let words = words_of(node);
            let html = match picture {
                Some(picture) => picture_html(picture, &words),
                None => image_html(&address, &words),
            };
            for child in node.children().collect::<Vec<_>>() {
                child.detach();
            }
            node.data_mut().value = NodeValue::Raw(html);
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

/// A picture that was uploaded here. It has no address of its own: only with a token is it to be had, so whoever shows the
/// page fetches it by its id.
fn picture_html(picture: PictureAddress, words: &str) -> String {
    let size = picture.size.map_or_else(String::new, |(width, height)| {
        format!(r#" width="{width}" height="{height}""#)
    });
    let (id, words) = (picture.id, escaped(words));
    format!(r#"<img data-file="{id}" alt="{words}"{size} loading="lazy">"#)
}

/// A picture from elsewhere; the sanitiser has the last word on its address.
fn image_html(link: &NodeLink, words: &str) -> String {
    let title = match link.title.as_str() {
        "" => String::new(),
        title => format!(r#" title="{}""#, escaped(title)),
    };
    let (address, words) = (escaped(&link.url), escaped(words));
    format!(r#"<img src="{address}" alt="{words}"{title} loading="lazy">"#)
}

fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The text as it was typed, for what is too large or too deep to render.
fn as_typed(md: &str) -> String {
    let text = escaped(md);
    format!("<pre tabindex=\"0\"><code>{text}</code></pre>")
}

/// An upper bound of the cells of all tables, found before any is made.
fn most_cells(md: &str) -> usize {
    let bars = |line: &str| line.bytes().filter(|b| *b == b'|').count();
    let widest = md.lines().map(bars).max().unwrap_or(0);
    widest.saturating_mul(md.lines().count())
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

/// Words only, separated by single spaces. Raw HTML gives nothing, the words between its tags do.
fn plain_text(md: &str, with_code: bool) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, md, options_for(md));
    let mut text = String::with_capacity(md.len());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::Math(formula) => text.push_str(&formula.literal),
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

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
