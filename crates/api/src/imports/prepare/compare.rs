//! Every text as it is rendered here, beside what the dump shows: the same words and signs, whatever the space between.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use tacit_contract::imports::{PostsOfDifference, TextComparison};
use tacit_domain::imports::Difference;

/// Counts what was compared.
#[derive(Debug, Default)]
pub struct Comparison {
    same: u64,
    not_compared: u64,
    differences: BTreeMap<Difference, u64>,
}

impl Comparison {
    /// A post whose text the dump shows as HTML. `markdown` and `ours` are what it became here.
    pub fn add(&mut self, theirs: &str, markdown: &str, ours: &str) {
        match difference(theirs, markdown, ours) {
            Some(difference) => *self.differences.entry(difference).or_default() += 1,
            None => self.same += 1,
        }
    }

    /// A post whose text the dump does not show as HTML.
    pub fn pass_by(&mut self) {
        self.not_compared += 1;
    }

    /// The table.
    pub fn report(&self) -> TextComparison {
        let different: u64 = self.differences.values().sum();
        let causes = self
            .differences
            .iter()
            .map(|(cause, posts)| PostsOfDifference {
                cause: (*cause).into(),
                text: cause.text().to_owned(),
                posts: *posts,
            });
        TextComparison {
            compared: self.same + different,
            same: self.same,
            different,
            not_compared: self.not_compared,
            causes: causes.collect(),
        }
    }
}

fn difference(theirs: &str, markdown: &str, ours: &str) -> Option<Difference> {
    let (theirs, ours) = (shown(theirs), shown(ours));
    (theirs != ours).then(|| cause(&theirs, markdown, &ours))
}

/// The words and signs of HTML, without the space between them.
fn shown(html: &str) -> String {
    let text = WORDS.clean(html).to_string().replace("&nbsp;", "");
    text.chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\u{200b}')
        .collect()
}

static WORDS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut words = Builder::empty();
    words.clean_content_tags(HashSet::from(["script", "style"]));
    words
});

fn cause(theirs: &str, markdown: &str, ours: &str) -> Difference {
    let has = |signs: &[&str]| signs.iter().any(|sign| markdown.contains(sign));
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    if has(&["[tag:", "[meta-tag:"]) {
        Difference::SiteMarkup
    } else if has(&["<!-- begin snippet", "<!-- language"]) {
        Difference::Snippet
    } else if markdown
        .lines()
        .any(|line| line.trim_start().starts_with(">!"))
    {
        Difference::Spoiler
    } else if letters(theirs) == letters(ours) {
        Difference::Signs
    } else if alike(theirs, ours) < 50 {
        Difference::OtherVersion
    } else if has(&["</", "<br", "<hr", "<img", "<!--"]) {
        Difference::RawHtml
    } else if markdown.lines().any(begins_block) {
        Difference::Blocks
    } else {
        Difference::OtherVersion
    }
}

fn begins_block(line: &str) -> bool {
    let indented = line.starts_with("    ") || line.starts_with('\t');
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let listed = number.len() < line.len() && number.starts_with(['.', ')']);
    indented || listed || line.starts_with(['>', '-', '*', '+', '#', '`'])
}

/// How many of a hundred signs stand at the beginning and the end of both.
fn alike(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let ahead = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let most = one.len().max(other.len()).max(1);
    let left = one.len().min(other.len()) - ahead;
    let behind = one.iter().rev().zip(other.iter().rev()).take(left);
    let behind = behind.take_while(|(a, b)| a == b).count();
    (ahead + behind) * 100 / most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(theirs: &str, markdown: &str) -> Option<Difference> {
        difference(theirs, markdown, &crate::markdown::render(markdown))
    }

    #[test]
    fn the_same_words_are_the_same_text() {
        assert_eq!(
            of("<p>a <em>b</em></p>\n\n<p>c&amp;d</p>", "a *b*\n\nc&d"),
            None
        );
        assert_eq!(of("<pre><code>x &lt; y\n</code></pre>", "    x < y"), None);
    }

    #[test]
    fn causes_are_told_apart() {
        assert_eq!(
            of("<p>see yeast</p>", "see [tag:yeast]"),
            Some(Difference::SiteMarkup)
        );
        assert_eq!(
            of("<blockquote><p>hidden</p></blockquote>", ">! hidden"),
            Some(Difference::Spoiler)
        );
        assert_eq!(
            of("<p>something else entirely</p>", "a b c"),
            Some(Difference::OtherVersion)
        );
        assert_eq!(of("<p>a_b_c</p>", "a\\*b_c"), Some(Difference::Signs));
    }
}
