//! A list of people to invite, as a table of text: an address a line, and a role where it is not the usual one.
//!
//! What spreadsheets save is read: commas, semicolons or tabs, quoted fields, a heading in English or Swedish or none.

use super::Role;
use super::email::EmailAddress;

/// Most people of one list.
pub const PEOPLE_MAX: usize = 1_000;

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// The address is none.
    Malformed,
    /// There is no such role.
    UnknownRole,
    /// The address stands in an earlier line.
    Repeated,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The address as it stands there.
    pub typed: String,
    /// Whom to invite as what, or what is wrong.
    pub outcome: Result<(EmailAddress, Role), LineProblem>,
}

/// More lines than may be invited at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at most {PEOPLE_MAX} people at once")]
pub struct TooMany;

/// Reads a list. Empty lines count for nothing.
///
/// # Errors
/// [`TooMany`].
pub fn read(text: &str) -> Result<Vec<Line>, TooMany> {
    let mut rows = records(text.trim_start_matches('\u{feff}'));
    let columns = rows
        .first()
        .and_then(|(_, fields)| Columns::of_heading(fields));
    if columns.is_some() {
        rows.remove(0);
    }
    if rows.len() > PEOPLE_MAX {
        return Err(TooMany);
    }
    let columns = columns.unwrap_or(Columns {
        email: 0,
        role: Some(1),
    });
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    for (number, fields) in rows {
        let field = |at: usize| fields.get(at).map_or("", |field| field.trim());
        let typed = field(columns.email).to_owned();
        let mut outcome = line(&typed, columns.role.map_or("", field));
        if let Ok((email, _)) = &outcome
            && lines
                .iter()
                .any(|other| matches!(&other.outcome, Ok((earlier, _)) if earlier == email))
        {
            outcome = Err(LineProblem::Repeated);
        }
        lines.push(Line {
            number,
            typed,
            outcome,
        });
    }
    Ok(lines)
}

fn line(email: &str, role: &str) -> Result<(EmailAddress, Role), LineProblem> {
    let email = EmailAddress::parse(email).map_err(|_| LineProblem::Malformed)?;
    let role = match role.to_lowercase().as_str() {
        "" | "member" | "medlem" => Role::Member,
        "lead" | "lärledare" => Role::Lead,
        "admin" | "administrator" | "administratör" => Role::Admin,
        _ => return Err(LineProblem::UnknownRole),
    };
    Ok((email, role))
}

/// Where what stands.
#[derive(Clone, Copy)]
struct Columns {
    email: usize,
    role: Option<usize>,
}

impl Columns {
    fn of_heading(fields: &[String]) -> Option<Self> {
        let find = |names: &[&str]| {
            fields
                .iter()
                .position(|field| names.contains(&field.trim().to_lowercase().as_str()))
        };
        Some(Self {
            email: find(&[
                "email", "e-mail", "mail", "e-post", "epost", "address", "adress",
            ])?,
            role: find(&["role", "roll"]),
        })
    }
}

/// The records of a text (RFC 4180), each with the number of the line it begins in.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let separator = separator(text);
    let mut records = Vec::new();
    let (mut fields, mut field) = (Vec::new(), String::new());
    let (mut number, mut begins, mut quoted) = (1, 1, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.trim().is_empty() => {
                field.clear();
                quoted = true;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                fields.push(std::mem::take(&mut field));
                keep(&mut records, begins, std::mem::take(&mut fields));
                number += 1;
                begins = number;
            }
            '\n' => {
                number += 1;
                field.push(' ');
            }
            letter if letter == separator && !quoted => fields.push(std::mem::take(&mut field)),
            letter => field.push(letter),
        }
    }
    fields.push(field);
    keep(&mut records, begins, fields);
    records
}

fn keep(records: &mut Vec<(usize, Vec<String>)>, number: usize, fields: Vec<String>) {
    if fields.iter().any(|field| !field.trim().is_empty()) {
        records.push((number, fields));
    }
}

/// What stands between the fields: of the three, the one that occurs first.
fn separator(text: &str) -> char {
    text.chars()
        .find(|letter| matches!(letter, ',' | ';' | '\t'))
        .unwrap_or(',')
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Read = Result<(String, Role), LineProblem>;

    fn people(text: &str) -> Vec<(usize, Read)> {
        let lines = read(text).unwrap().into_iter();
        lines
            .map(|line| {
                let outcome = line.outcome;
                (
                    line.number,
                    outcome.map(|(email, role)| (email.as_str().to_owned(), role)),
                )
            })
            .collect()
    }

    fn ok(email: &str, role: Role) -> Read {
        Ok((email.to_owned(), role))
    }

    #[test]
    fn a_bare_list_of_addresses_is_enough() {
        assert_eq!(
            people("lova@almvik.example\n\n  sven@almvik.example  \r\n"),
            [
                (1, ok("lova@almvik.example", Role::Member)),
                (3, ok("sven@almvik.example", Role::Member)),
            ]
        );
    }

    #[test]
    fn what_a_spreadsheet_saves_is_read() {
        let text = "\u{feff}Namn;E-post;Roll\n\"Ekmark; Lova\";lova@almvik.example;Lead\n\"Sven \"\"S\"\"\";\"sven@almvik.example\";medlem\n";
        assert_eq!(
            people(text),
            [
                (2, ok("lova@almvik.example", Role::Lead)),
                (3, ok("sven@almvik.example", Role::Member)),
            ]
        );
    }

    #[test]
    fn each_line_says_what_is_wrong_with_it() {
        let text = "email,role\nlova@almvik.example,boss\nnobody\nsven@almvik.example,admin\nSVEN@almvik.example,\n";
        assert_eq!(
            people(text),
            [
                (2, Err(LineProblem::UnknownRole)),
                (3, Err(LineProblem::Malformed)),
                (4, ok("sven@almvik.example", Role::Admin)),
                (5, Err(LineProblem::Repeated)),
            ]
        );
    }

    #[test]
    fn a_list_has_an_end() {
        let text = "a@b.example\n".repeat(PEOPLE_MAX + 1);
        assert_eq!(read(&text), Err(TooMany));
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_fail(text in "[a@\",;\\t\\r\\n .é]{0,60}") {
            let lines = read(&text).unwrap();
            prop_assert!(lines.len() <= text.len());
        }
    }
}
