//! What the buttons above a text do to it. Positions are in UTF-16 units, as the browser counts them.

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `**strong**`
    Bold,
    /// `*emphasis*`
    Italic,
    /// `[words](address)`
    Link,
    /// `> ` before each line.
    Quote,
    /// Between backticks, or between fences when it has several lines.
    Code,
    /// `- ` before each line.
    List,
    /// `- [ ] ` before each line.
    Tasks,
    /// A small table to fill in.
    Table,
}

impl Mark {
    /// In the order they stand in.
    pub const ALL: [Self; 8] = [
        Self::Bold,
        Self::Italic,
        Self::Link,
        Self::Quote,
        Self::Code,
        Self::List,
        Self::Tasks,
        Self::Table,
    ];

    /// The letter that does it together with Ctrl or ⌘.
    pub const fn shortcut(self) -> Option<char> {
        match self {
            Self::Bold => Some('b'),
            Self::Italic => Some('i'),
            Self::Link => Some('k'),
            _ => None,
        }
    }

    /// The mark of a key pressed with Ctrl or ⌘.
    pub fn of_key(key: &str) -> Option<Self> {
        let mut letters = key.chars();
        let letter = letters.next()?.to_ascii_lowercase();
        if letters.next().is_some() {
            return None;
        }
        Self::ALL
            .into_iter()
            .find(|mark| mark.shortcut() == Some(letter))
    }
}

/// A change of a text: `with` takes the place of what stands from `from` to `to`, then `select` is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What stands there afterwards.
    pub with: String,
    /// What is selected afterwards.
    pub select: (usize, usize),
}

/// What a button does to a text with a selection from `start` to `end`.
pub fn change(mark: Mark, text: &str, start: usize, end: usize) -> Change {
    let text = Units::of(text);
    let (start, end) = text.bounds(start, end);
    match mark {
        Mark::Bold => wrapped(&text, start, end, "**", "**"),
        Mark::Italic => wrapped(&text, start, end, "*", "*"),
        Mark::Code if text.slice(start, end).contains('\n') => fenced(&text, start, end),
        Mark::Code => wrapped(&text, start, end, "`", "`"),
        Mark::Link => linked(&text, start, end),
        Mark::Quote => prefixed(&text, start, end, "> "),
        Mark::List => prefixed(&text, start, end, "- "),
        Mark::Tasks => prefixed(&text, start, end, "- [ ] "),
        Mark::Table => table(&text, end),
    }
}

/// Puts something on lines of its own where the selection ends.
pub fn block(text: &str, end: usize, inserted: &str) -> Change {
    let text = Units::of(text);
    let (_, end) = text.bounds(end, end);
    let before = text.slice(0, end);
    let gap = match before {
        ref before if before.trim().is_empty() || before.ends_with("\n\n") => "",
        ref before if before.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let with = format!("{gap}{inserted}\n");
    let at = end + units(&with);
    Change {
        from: end,
        to: end,
        with,
        select: (at, at),
    }
}

/// A text by UTF-16 units.
struct Units(Vec<u16>);

impl Units {
    fn of(text: &str) -> Self {
        Self(text.encode_utf16().collect())
    }

    fn slice(&self, from: usize, to: usize) -> String {
        String::from_utf16_lossy(self.0.get(from..to).unwrap_or_default())
    }

    fn bounds(&self, start: usize, end: usize) -> (usize, usize) {
        let end = end.min(self.0.len());
        (start.min(end), end)
    }

    fn line_start(&self, at: usize) -> usize {
        let before = self.0.get(..at).unwrap_or_default();
        let newline = before.iter().rposition(|unit| *unit == u16::from(b'\n'));
        newline.map_or(0, |newline| newline + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let after = self.0.get(at..).unwrap_or_default();
        let newline = after.iter().position(|unit| *unit == u16::from(b'\n'));
        newline.map_or(self.0.len(), |newline| at + newline)
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Around the selection; what is wrapped already is unwrapped.
fn wrapped(text: &Units, start: usize, end: usize, open: &str, close: &str) -> Change {
    let (open_len, close_len) = (units(open), units(close));
    let inside = text.slice(start, end);
    let outer = (start.checked_sub(open_len), end + close_len);
    if let (Some(before), after) = outer
        && text.slice(before, start) == open
        && text.slice(end, after) == close
        && !(open == "*" && text.slice(before.saturating_sub(1), before) == "*")
    {
        return Change {
            from: before,
            to: after,
            select: (before, before + units(&inside)),
            with: inside,
        };
    }
    Change {
        from: start,
        to: end,
        with: format!("{open}{inside}{close}"),
        select: (start + open_len, end + open_len),
    }
}

fn fenced(text: &Units, start: usize, end: usize) -> Change {
    let (from, to) = (text.line_start(start), text.line_end(end));
    let code = text.slice(from, to);
    // The fence is longer than any in the code.
    let ticks = code
        .lines()
        .map(|line| line.trim_start().chars().take_while(|c| *c == '`').count());
    let fence = "`".repeat(ticks.max().unwrap_or(0).max(2) + 1);
    let with = format!("{fence}\n{code}\n{fence}");
    let language = from + fence.len();
    Change {
        from,
        to,
        with,
        select: (language, language),
    }
}

fn linked(text: &Units, start: usize, end: usize) -> Change {
    let words = text.slice(start, end);
    let is_address = words.starts_with("https://") || words.starts_with("http://");
    if is_address && !words.contains(char::is_whitespace) {
        return Change {
            from: start,
            to: end,
            with: format!("[]({words})"),
            select: (start + 1, start + 1),
        };
    }
    let address = "https://";
    let at = start + units(&words) + 3;
    Change {
        from: start,
        to: end,
        with: format!("[{words}]({address})"),
        select: (at, at + address.len()),
    }
}

/// Before each line of the selection; where all lines have it already it is taken away.
fn prefixed(text: &Units, start: usize, end: usize, prefix: &str) -> Change {
    let (from, to) = (text.line_start(start), text.line_end(end));
    let lines = text.slice(from, to);
    let all = lines.split('\n').all(|line| line.starts_with(prefix)) && !lines.is_empty();
    let with: Vec<String> = lines
        .split('\n')
        .map(|line| match line.strip_prefix(prefix) {
            Some(rest) if all => rest.to_owned(),
            _ => format!("{prefix}{line}"),
        })
        .collect();
    let with = with.join("\n");
    let at = from + units(&with);
    let select = if lines.contains('\n') {
        (from, at)
    } else {
        (at, at)
    };
    Change {
        from,
        to,
        with,
        select,
    }
}

fn table(text: &Units, end: usize) -> Change {
    let whole = text.slice(0, text.0.len());
    let mut change = block(&whole, end, "| A | B |\n| --- | --- |\n|  |  |");
    let gap = change.with.chars().take_while(|c| *c == '\n').count();
    let first = end + gap + 2;
    change.select = (first, first + 1);
    change
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]
mod tests {
    use super::*;

    /// The text after a change, with `[` and `]` around what is selected.
    fn after(mark: Mark, text: &str, selected: &str) -> String {
        let at = text.find(selected).unwrap_or(0);
        let start = units(&text[..at]);
        shown(text, &change(mark, text, start, start + units(selected)))
    }

    fn shown(text: &str, change: &Change) -> String {
        let all: Vec<u16> = text.encode_utf16().collect();
        let mut new = all[..change.from].to_vec();
        new.extend(change.with.encode_utf16());
        new.extend(&all[change.to..]);
        let (start, end) = change.select;
        let part = |from: usize, to: usize| String::from_utf16_lossy(&new[from..to]);
        format!(
            "{}⟦{}⟧{}",
            part(0, start),
            part(start, end),
            part(end, new.len())
        )
    }

    #[test]
    fn words_are_wrapped_and_unwrapped() {
        assert_eq!(
            after(Mark::Bold, "a 🙂 word here", "word"),
            "a 🙂 **⟦word⟧** here"
        );
        assert_eq!(
            after(Mark::Bold, "a **word** here", "word"),
            "a ⟦word⟧ here"
        );
        assert_eq!(
            after(Mark::Italic, "a **word** here", "word"),
            "a ***⟦word⟧*** here"
        );
        assert_eq!(after(Mark::Code, "run ls now", "ls"), "run `⟦ls⟧` now");
        assert_eq!(after(Mark::Bold, "", ""), "**⟦⟧**");
    }

    #[test]
    fn several_lines_of_code_get_a_fence_of_their_own() {
        assert_eq!(
            after(Mark::Code, "x\nlet a;\nlet b;\ny", "let a;\nlet"),
            "x\n```⟦⟧\nlet a;\nlet b;\n```\ny"
        );
        assert_eq!(
            after(Mark::Code, "```\na\n```", "```\na\n```"),
            "````⟦⟧\n```\na\n```\n````"
        );
    }

    #[test]
    fn a_link_asks_for_what_is_missing() {
        assert_eq!(
            after(Mark::Link, "see the guide", "the guide"),
            "see [the guide](⟦https://⟧)"
        );
        assert_eq!(
            after(Mark::Link, "https://a.example/b", "https://a.example/b"),
            "[⟦⟧](https://a.example/b)"
        );
    }

    #[test]
    fn lines_get_their_prefix_and_lose_it_again() {
        assert_eq!(
            after(Mark::List, "one\ntwo\nthree", "ne\ntw"),
            "⟦- one\n- two⟧\nthree"
        );
        assert_eq!(
            after(Mark::List, "- one\n- two", "one\n- two"),
            "⟦one\ntwo⟧"
        );
        assert_eq!(after(Mark::Quote, "said", "said"), "> said⟦⟧");
        assert_eq!(after(Mark::Tasks, "", ""), "- [ ] ⟦⟧");
    }

    #[test]
    fn blocks_stand_on_lines_of_their_own() {
        assert_eq!(
            after(Mark::Table, "", ""),
            "| ⟦A⟧ | B |\n| --- | --- |\n|  |  |\n"
        );
        let change = block("Above", 5, "![x](y)");
        assert_eq!(shown("Above", &change), "Above\n\n![x](y)\n⟦⟧");
        assert_eq!(shown("A\n", &block("A\n", 2, "B")), "A\n\nB\n⟦⟧");
    }

    #[test]
    fn a_selection_beyond_the_text_is_none() {
        assert_eq!(change(Mark::Bold, "ab", 9, 4).from, 2);
    }

    #[test]
    fn keys_find_their_marks() {
        assert_eq!(Mark::of_key("b"), Some(Mark::Bold));
        assert_eq!(Mark::of_key("K"), Some(Mark::Link));
        assert_eq!(Mark::of_key("x"), None);
        assert_eq!(Mark::of_key("Backspace"), None);
    }
}
