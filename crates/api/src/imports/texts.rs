//! Texts of another site as Markdown of ours: bodies in HTML are converted, comments keep their small Markdown, links
//! within the site get its address.

use std::borrow::Cow;
use std::sync::LazyLock;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BrStyle, BulletListMarker, HrStyle, Options};
use htmd::{Element, HtmlToMarkdown};

/// HTML as Markdown. What Markdown has no sign for and the renderer lets through stays HTML.
pub fn markdown_of_html(html: &str) -> String {
    CONVERTER.convert(html).map_or_else(
        |_| html.to_owned(),
        |markdown| markdown.trim().replace("\r\n", "\n"),
    )
}

/// Markdown as another site stores it, with links within that site made absolute.
pub fn markdown_of_post(markdown: &str, host: &str) -> String {
    let text = markdown.replace("\r\n", "\n");
    let text = text.trim_matches('\n').trim_end();
    absolute(text, host).into_owned()
}

/// A comment: only emphasis, code and links mean something there, so what would begin a block here is escaped, and tags
/// that were shown as typed still are.
pub fn markdown_of_comment(text: &str, host: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 8);
    if starts_block(&line) {
        out.push('\\');
    }
    let balanced = line.matches('`').count() % 2 == 0;
    for (index, part) in line.split('`').enumerate() {
        if index > 0 {
            out.push('`');
        }
        if balanced && index % 2 == 1 {
            out.push_str(part);
        } else {
            out.push_str(&part.replace('<', "\\<"));
        }
    }
    absolute(&out, host).into_owned()
}

fn starts_block(line: &str) -> bool {
    let sign = line.starts_with(['#', '>', '|', '=']);
    let bullet = ["- ", "+ ", "* ", "---", "***"];
    sign || bullet.iter().any(|start| line.starts_with(start))
}

/// `/questions/1` in a link is an address of the other site, not of ours.
fn absolute<'t>(text: &'t str, host: &str) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    for opening in ["](", "]: ", "href=\"", "src=\""] {
        let relative = format!("{opening}/");
        if !text.contains(&relative) {
            continue;
        }
        let mut parts = text.split(&relative);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(opening);
            match part.starts_with('/') {
                true => out.push_str("https:"),
                false => out.push_str(&format!("https://{host}")),
            }
            out.push('/');
            out.push_str(part);
        }
        text = Cow::Owned(out);
    }
    text
}

static CONVERTER: LazyLock<HtmlToMarkdown> = LazyLock::new(|| {
    let options = Options {
        br_style: BrStyle::Backslash,
        hr_style: HrStyle::Dashes,
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    HtmlToMarkdown::builder()
        .options(options)
        .skip_tags(vec!["script", "style"])
        .add_handler(vec!["kbd", "sub", "sup", "del", "s", "strike"], keep_tag)
        .build()
});

fn keep_tag(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let inner = handlers.walk_children(element.node).content;
    let tag = element.tag;
    Some(format!("<{tag}>{inner}</{tag}>").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_markdown() {
        let html = "<p>Press <kbd>Ctrl</kbd>, a <em>b</em> <a href=\"https://x.org\">c</a></p>\n\n\
            <pre class=\"lang-sh prettyprint-override\"><code>ls -l | wc\n</code></pre>\n\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n";
        let markdown = markdown_of_html(html);
        for part in [
            "<kbd>Ctrl</kbd>",
            "*b*",
            "[c](https://x.org)",
            "```\nls -l | wc\n```",
            "- one",
        ] {
            assert!(markdown.contains(part), "{part} in {markdown}");
        }
        let back = crate::markdown::render(&markdown);
        assert!(
            back.contains("<kbd>Ctrl</kbd>") && back.contains("<li>one</li>"),
            "{back}"
        );
    }

    #[test]
    fn comments_show_what_was_typed() {
        let comment = |text| markdown_of_comment(text, "x.org");
        assert_eq!(comment("# 1 <b> `<i>` *em*"), "\\# 1 \\<b> `<i>` *em*");
        assert_eq!(comment("`a` b\nc"), "`a` b c");
        assert_eq!(comment("see [q](/q/1)"), "see [q](https://x.org/q/1)");
        assert_eq!(comment("@you - yes"), "@you - yes");
    }

    #[test]
    fn links_within_the_site_get_its_address() {
        let post = "[a](/q/1) [b](//i.x.org/c) <a href=\"/d\">\r\n\r\n  [1]: /e";
        assert_eq!(
            markdown_of_post(post, "x.org"),
            "[a](https://x.org/q/1) [b](https://i.x.org/c) <a href=\"https://x.org/d\">\n\n  [1]: https://x.org/e"
        );
    }
}
