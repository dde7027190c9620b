//! A passage of somebody's post as it goes into an answer: quoted, with who said it and where.

/// Most characters of a quote; who wants more gives the link.
const MOST: usize = 2_000;

/// Markdown of a quote.
pub fn quote(passage: &str, name: Option<&str>, link: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (passage, cut) = cut(passage.trim());
    for line in passage.lines().map(str::trim_end) {
        // Several blank lines in a selection mean one.
        if line.is_empty() && lines.last().is_none_or(|last| last == ">") {
            continue;
        }
        lines.push(format!("> {}", escaped(line)).trim_end().to_owned());
    }
    if cut {
        lines.push("> …".to_owned());
    }
    let name = escaped(name.unwrap_or("↗"));
    lines.push(">".to_owned());
    lines.push(format!("> — [{name}]({link})"));
    format!("{}\n\n", lines.join("\n"))
}

fn cut(passage: &str) -> (&str, bool) {
    match passage.char_indices().nth(MOST) {
        Some((end, _)) => (passage.get(..end).unwrap_or(passage), true),
        None => (passage, false),
    }
}

/// What was text stays text.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$'
        ) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// The text of an answer with a quote at its end.
pub fn appended(text: &str, quote: &str) -> String {
    match text.trim_end() {
        "" => quote.to_owned(),
        text => format!("{text}\n\n{quote}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_names_its_source() {
        assert_eq!(
            quote(
                "One line.\n\n\nAnother *one*.",
                Some("Noor [H]"),
                "/questions/1#answer-2"
            ),
            "> One line.\n>\n> Another \\*one\\*.\n>\n> — [Noor \\[H\\]](/questions/1#answer-2)\n\n"
        );
        assert!(quote("x", None, "/q").ends_with("> — [↗](/q)\n\n"));
    }

    #[test]
    fn a_long_one_is_cut() {
        let long = quote(&"å".repeat(5_000), None, "/q");
        assert!(long.chars().count() < MOST + 50 && long.contains("> …"));
    }

    #[test]
    fn it_goes_after_what_is_there() {
        assert_eq!(appended(" \n", "> q\n\n"), "> q\n\n");
        assert_eq!(appended("So.\n", "> q\n\n"), "So.\n\n> q\n\n");
    }
}
