//! What of HTML may stand in a text: a list of elements and attributes; everything else is dropped.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::{code, math};

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(sanitiser);

/// Keeps what may stand in a text.
pub fn clean(html: &str) -> String {
    let clean = SANITISER.clean(html).to_string();
    // The library writes the two in another order in each process. Quotes are escaped in attributes and angle brackets in
    // texts, so this is found at the end of such a tag only.
    clean.replace(r#" disabled="" type="checkbox">"#, CHECKBOX)
}

const CHECKBOX: &str = r#" type="checkbox" disabled="">"#;

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
        .add_tags(["thead", "tr", "ul", "var", "strike", "span"])
        .add_tags(math::TAGS)
        .clean_content_tags(HashSet::from(["script", "style", "template", "title"]))
        // Only what is named here: the library's own list lets addresses through that no scheme is asked of.
        .tag_attributes(HashMap::new())
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("abbr", ["title"])
        .add_tag_attributes("code", ["class"])
        .add_tag_attributes("span", ["class"])
        .add_tag_attributes(
            "img",
            [
                "src",
                "data-file",
                "alt",
                "title",
                "width",
                "height",
                "loading",
            ],
        )
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
        .set_tag_attribute_value("img", "referrerpolicy", "no-referrer")
        .url_schemes(HashSet::from(["https", "http", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("nofollow noopener"))
        .attribute_filter(keep_attribute);
    for tag in math::TAGS {
        clean.add_tag_attributes(tag, math::ATTRIBUTES);
    }
    clean
}

/// Images come over https only, as browsers ask for them anyway; a class says nothing but the language of code; boxes span at most a page.
fn keep_attribute<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    if let ("img", "src", Some(plain)) = (element, attribute, value.strip_prefix("http://")) {
        return Some(Cow::Owned(format!("https://{plain}")));
    }
    let keep = match (element, attribute) {
        ("img", "src") => value.starts_with("https://"),
        ("img", "loading") => value == "lazy",
        ("img", "data-file") => uuid::Uuid::try_parse(value).is_ok(),
        ("img", "width" | "height") | ("td" | "th", "colspan" | "rowspan") | ("ol", "start") => {
            !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit())
        }
        ("td" | "th", "align") => ["left", "center", "right"].contains(&value),
        ("span", "class") => code::CLASSES.contains(&value),
        (tag, _) if math::TAGS.contains(&tag) => math::is_plain(value),
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
