//! The styles: one file, in the order the layers are declared, a little smaller in a release.

use std::fs;

use super::Build;
use crate::failure::{Because, Failure, Outcome};
use crate::workspace::Workspace;

/// These come first, in this order; the others follow by name.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "components.css"];

/// All of `frontend/src/styles/*.css`, followed by `fonts`.
pub fn gather(workspace: &Workspace, fonts: &str, build: Build) -> Outcome<String> {
    let directory = workspace.frontend().join("src/styles");
    let mut files: Vec<_> = fs::read_dir(&directory)
        .because(|| format!("{} is missing.", workspace.shown(&directory)))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".css"))
        .collect();
    if files.is_empty() {
        return Err(Failure::new(format!(
            "{} holds no styles.",
            workspace.shown(&directory)
        )));
    }
    files.sort_by_key(|name| {
        let rank = FIRST
            .iter()
            .position(|first| first == name)
            .unwrap_or(FIRST.len());
        (rank, name.clone())
    });
    let mut all = String::new();
    for name in files {
        let path = directory.join(&name);
        all.push_str(&fs::read_to_string(&path).because(|| format!("{name} cannot be read."))?);
        all.push('\n');
    }
    all.push_str(fonts);
    Ok(match build {
        Build::Development => all,
        Build::Release => shrink(&all),
    })
}

/// Drops comments, and white space where none is needed; strings stay as they are.
fn shrink(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(c) = rest.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                out.push(c);
                out.extend(rest.next());
            }
            (Some(open), _) => {
                out.push(c);
                quote = (c != open).then_some(open);
            }
            (None, '"' | '\'') => {
                out.push(c);
                quote = Some(c);
            }
            (None, '/') if rest.peek() == Some(&'*') => {
                let mut last = ' ';
                rest.next();
                for inside in rest.by_ref() {
                    if last == '*' && inside == '/' {
                        break;
                    }
                    last = inside;
                }
            }
            (None, _) if c.is_whitespace() => {
                let free =
                    |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "{};,".contains(c));
                if !free(out.chars().next_back()) && !free(rest.peek().copied()) {
                    out.push(' ');
                }
            }
            (None, '{' | '}' | ';' | ',') => {
                out.truncate(out.trim_end().len());
                out.push(c);
            }
            (None, _) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn comments_and_idle_space_go() {
        assert_eq!(
            shrink("a  :hover ,\n b {\n  color : red; /* why */\n}\n"),
            "a :hover,b{color : red;}"
        );
    }

    #[test]
    fn strings_and_sums_stay() {
        let css = "a::after{content:\"/* x   y */ \\\" {\";width:calc(1px + 2px);}";
        assert_eq!(shrink(css), css);
    }

    #[test]
    fn a_comment_between_words_leaves_one_space() {
        assert_eq!(shrink("margin: 1px /* left */ 2px;"), "margin: 1px 2px;");
    }
}
