//! Code in colours: the words of a language, its strings, numbers and remarks get classes when a post is written.
//!
//! A reader of tokens, not of grammars: it goes through the code once, forwards, and what it does not know it leaves
//! alone. What comes out has the same characters as what went in, between `<span>`s.

use super::languages::{Language, Shape, language};

/// What a piece of code is; the class it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Keyword,
    Text,
    Remark,
    Number,
    Call,
    Added,
    Removed,
}

impl Piece {
    const fn class(self) -> &'static str {
        match self {
            Self::Keyword => "c-key",
            Self::Text => "c-str",
            Self::Remark => "c-rem",
            Self::Number => "c-num",
            Self::Call => "c-fn",
            Self::Added => "c-add",
            Self::Removed => "c-del",
        }
    }
}

/// The classes that may stand in a post.
pub const CLASSES: [&str; 7] = [
    Piece::Keyword.class(),
    Piece::Text.class(),
    Piece::Remark.class(),
    Piece::Number.class(),
    Piece::Call.class(),
    Piece::Added.class(),
    Piece::Removed.class(),
];

/// HTML of code in a language, by the word after the fence; none for a language that is not known here.
pub fn coloured(name: &str, code: &str) -> Option<String> {
    let language = language(name)?;
    let mut reader = Reader {
        rest: code,
        html: String::with_capacity(code.len() * 2),
        language,
    };
    match language.shape {
        Shape::Words => reader.words(),
        Shape::Markup => reader.markup(),
        Shape::Changes => reader.changes(),
    }
    Some(reader.html)
}

struct Reader<'c> {
    rest: &'c str,
    html: String,
    language: &'static Language,
}

impl<'c> Reader<'c> {
    fn words(&mut self) {
        while let Some(first) = self.rest.chars().next() {
            let (end, piece) = self.next(first);
            self.put(end, piece);
        }
    }

    /// How far the next piece goes (at least one character), and what it is.
    fn next(&self, first: char) -> (usize, Option<Piece>) {
        let language = self.language;
        if let Some(end) = self.remark() {
            return (end, Some(Piece::Remark));
        }
        for quote in language.quotes {
            if let Some(after) = self.rest.strip_prefix(quote) {
                return (quote.len() + text_end(after, quote), Some(Piece::Text));
            }
        }
        if first.is_ascii_digit() {
            let end = length_while(self.rest, |c| {
                c.is_ascii_alphanumeric() || c == '_' || c == '.'
            });
            return (end, Some(Piece::Number));
        }
        if is_word(first) || language.sigils.contains(first) {
            return self.word(first);
        }
        (first.len_utf8(), None)
    }

    fn remark(&self) -> Option<usize> {
        for start in self.language.line_remarks {
            if self.rest.starts_with(start) {
                return Some(length_while(self.rest, |c| c != '\n'));
            }
        }
        let (open, close) = self.language.remark?;
        let after = self.rest.strip_prefix(open)?;
        Some(open.len() + after.find(close).map_or(after.len(), |at| at + close.len()))
    }

    fn word(&self, first: char) -> (usize, Option<Piece>) {
        let inner = self.rest.get(first.len_utf8()..).unwrap_or_default();
        let end = first.len_utf8() + length_while(inner, is_word);
        let (word, after) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        let known = |word: &str| self.language.keywords.split(' ').any(|key| key == word);
        let is_key = if self.language.any_case {
            known(&word.to_ascii_lowercase())
        } else {
            known(word)
        };
        let piece = if is_key {
            Some(Piece::Keyword)
        } else if after.starts_with('(') {
            Some(Piece::Call)
        } else {
            None
        };
        (end, piece)
    }

    /// Tags as keywords, what stands in quotes within them as text.
    fn markup(&mut self) {
        while !self.rest.is_empty() {
            if let Some(end) = self.remark() {
                self.put(end, Some(Piece::Remark));
                continue;
            }
            let is_tag = self.rest.starts_with('<')
                && self
                    .rest
                    .chars()
                    .nth(1)
                    .is_some_and(|c| c.is_alphabetic() || "/!?".contains(c));
            if !is_tag {
                let first = self.rest.chars().next().map_or(1, char::len_utf8);
                let after = self.rest.get(first..).unwrap_or_default();
                self.put(first + length_while(after, |c| c != '<'), None);
                continue;
            }
            self.put(
                1 + length_while(self.rest.get(1..).unwrap_or_default(), |c| {
                    !c.is_whitespace() && c != '>'
                }),
                Some(Piece::Keyword),
            );
            self.attributes();
        }
    }

    fn attributes(&mut self) {
        while let Some(first) = self.rest.chars().next() {
            match first {
                '>' => return self.put(1, Some(Piece::Keyword)),
                '"' | '\'' => {
                    let after = self.rest.get(1..).unwrap_or_default();
                    let end = after.find(first).map_or(after.len(), |at| at + 1);
                    self.put(1 + end, Some(Piece::Text));
                }
                _ => {
                    let end = length_while(self.rest, |c| !matches!(c, '>' | '"' | '\''));
                    self.put(end, None);
                }
            }
        }
    }

    /// Lines that came and went.
    fn changes(&mut self) {
        while let Some(first) = self.rest.chars().next() {
            let end = length_while(self.rest, |c| c != '\n');
            let headed = self.rest.starts_with("+++") || self.rest.starts_with("---");
            let piece = match first {
                '+' if !headed => Some(Piece::Added),
                '-' if !headed => Some(Piece::Removed),
                '@' => Some(Piece::Remark),
                _ => None,
            };
            self.put(end, piece);
            self.put(1, None);
        }
    }

    /// Writes the next bytes; every step takes at least one character away.
    fn put(&mut self, end: usize, piece: Option<Piece>) {
        let (now, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        if now.is_empty() {
            return;
        }
        if let Some(piece) = piece {
            self.html.push_str("<span class=\"");
            self.html.push_str(piece.class());
            self.html.push_str("\">");
        }
        for c in now.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                c => self.html.push(c),
            }
        }
        if piece.is_some() {
            self.html.push_str("</span>");
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Bytes until the first character that is something else.
fn length_while(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

/// Bytes of a text after its opening quote, with the closing one. A single quote ends with its line, a backslash hides
/// what follows.
fn text_end(after: &str, quote: &str) -> usize {
    let one_line = quote.len() == 1 && quote != "`";
    let mut hidden = false;
    for (at, c) in after.char_indices() {
        if hidden {
            hidden = false;
        } else if c == '\\' {
            hidden = true;
        } else if after.get(at..).is_some_and(|rest| rest.starts_with(quote)) {
            return at + quote.len();
        } else if c == '\n' && one_line {
            return at;
        }
    }
    after.len()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::markdown::languages::LANGUAGES;

    /// `key:fn` and so on, without what has no class.
    fn pieces(name: &str, code: &str) -> Vec<(String, String)> {
        let html = coloured(name, code).unwrap();
        html.split("<span class=\"c-")
            .skip(1)
            .map(|part| {
                let (class, rest) = part.split_once("\">").unwrap();
                let (text, _) = rest.split_once("</span>").unwrap();
                (class.to_owned(), text.to_owned())
            })
            .collect()
    }

    fn as_pairs(all: &[(String, String)]) -> Vec<(&str, &str)> {
        all.iter()
            .map(|(class, text)| (class.as_str(), text.as_str()))
            .collect()
    }

    #[test]
    fn rust_is_read() {
        let all = pieces(
            "rust",
            "fn main() {\n  let s = \"a \\\" b\"; // why\n  f(1_000);\n}",
        );
        let want = [
            ("key", "fn"),
            ("fn", "main"),
            ("key", "let"),
            ("str", "&quot;a \\&quot; b&quot;"),
            ("rem", "// why"),
            ("fn", "f"),
            ("num", "1_000"),
        ];
        assert_eq!(as_pairs(&all), want);
    }

    #[test]
    fn other_shapes_are_read() {
        let sql = pieces("SQL", "select 'it' FROM t -- all");
        assert_eq!(
            as_pairs(&sql),
            [
                ("key", "select"),
                ("str", "'it'"),
                ("key", "FROM"),
                ("rem", "-- all")
            ]
        );
        let python = pieces("py", "def f():\n  \"\"\"a\n  b\"\"\"  # c");
        assert_eq!(
            as_pairs(&python),
            [
                ("key", "def"),
                ("fn", "f"),
                ("str", "&quot;&quot;&quot;a\n  b&quot;&quot;&quot;"),
                ("rem", "# c")
            ]
        );
        let html = pieces("html", "<a href=\"x\">1</a><!-- no -->");
        assert_eq!(
            as_pairs(&html),
            [
                ("key", "&lt;a"),
                ("str", "&quot;x&quot;"),
                ("key", "&gt;"),
                ("key", "&lt;/a"),
                ("key", "&gt;"),
                ("rem", "&lt;!-- no --&gt;")
            ]
        );
        let diff = pieces("diff", "--- a\n+++ b\n@@ 1 @@\n-old\n+new\n same");
        assert_eq!(
            as_pairs(&diff),
            [("rem", "@@ 1 @@"), ("del", "-old"), ("add", "+new")]
        );
    }

    #[test]
    fn an_unknown_language_has_no_colours() {
        assert_eq!(coloured("klingon", "nuqneH"), None);
        assert_eq!(coloured("", "x"), None);
    }

    fn plain(html: &str) -> String {
        let mut text = String::new();
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            rest = tag.split_once('>').unwrap().1;
        }
        text.push_str(rest);
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn not_a_character_is_lost(which in 0..LANGUAGES.len(), code in "[a-z <>&\"'`/*#\\-\n\\\\$@+!0-9å]{0,120}") {
            let name = LANGUAGES.get(which).and_then(|one| one.names.split(' ').next()).unwrap();
            let html = coloured(name, &code).unwrap();
            prop_assert_eq!(plain(&html), code.clone());
            // Each character opens at most one piece: the work grows with the text and nothing else.
            prop_assert!(html.len() <= code.len() * 40);
        }
    }
}
