//! The tables of ESCO and O*NET as they are published, told apart by their headings.
//!
//! ESCO: `skills_*.csv`, `skillGroups_*.csv` and the collections (`conceptUri`, `preferredLabel`, `altLabels`, `status`,
//! and in collections `broaderConceptUri`), and `broaderRelationsSkillPillar_*.csv` (`conceptUri`, `broaderUri`). O*NET: the
//! Content Model Reference (`Element ID`, `Element Name`, `Description`), with tabs or commas.

use std::collections::HashSet;

use tacit_domain::topics::vocabulary::Vocabulary;

/// Rows that are read; the largest table published has a third of that.
const ROWS_MOST: usize = 60_000;
/// Longest address or id of a term.
const ID_MOST: usize = 300;

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Table {
    /// Of which vocabulary.
    pub vocabulary: Vocabulary,
    /// Rows read, without the headings.
    pub rows: usize,
    /// What it says.
    pub content: Content,
    /// Rows that cannot be taken.
    pub bad: Vec<BadRow>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Its line in the file, from 1.
    pub line: u64,
    /// What the term is called; empty where the row does not say.
    pub label: String,
    /// Why not, as words.
    pub problem: &'static str,
}

/// What a table says.
#[derive(Clone, Debug)]
pub enum Content {
    /// Terms.
    Terms(Vec<Term>),
    /// Which term stands under which: line, term, the one above.
    Places(Vec<(u64, String, String)>),
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// What the vocabulary knows it by.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What else it is called.
    pub others: Vec<String>,
    /// The term above.
    pub above: Option<String>,
}

/// Why a table cannot be imported; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// It is no table, or not in UTF-8.
    #[error("this is no table of values separated by commas, semicolons or tabs in UTF-8: {0}")]
    Csv(#[from] csv::Error),
    /// Headings nobody knows.
    #[error(
        "these headings are of no vocabulary: {0}. Known are ESCO (conceptUri and preferredLabel, or conceptUri and broaderUri) and O*NET (Element ID and Element Name)"
    )]
    Headings(String),
    /// The same heading twice.
    #[error("two columns are called {0}")]
    Twice(String),
    /// Too many rows.
    #[error("it has more than {ROWS_MOST} rows")]
    TooLong,
    /// Nothing below the headings.
    #[error("it has no rows below its headings")]
    Empty,
}

struct Columns<'a>(&'a csv::StringRecord);

impl Columns<'_> {
    fn find(&self, name: &str) -> Option<usize> {
        let same = |heading: &str| heading.trim().eq_ignore_ascii_case(name);
        self.0.iter().position(same)
    }
}

/// Reads a table.
///
/// # Errors
/// [`VocabularyError`].
pub fn read(bytes: &[u8]) -> Result<Table, VocabularyError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(bytes))
        .flexible(true)
        .from_reader(bytes);
    let headings = reader.headers()?.clone();
    check_once(&headings)?;
    let columns = Columns(&headings);
    let records = reader.records();
    let esco = columns.find("conceptUri");
    let label = columns.find("preferredLabel");
    let table = match (esco, label, columns.find("broaderUri")) {
        (Some(id), Some(label), _) => {
            let others = columns.find("altLabels");
            let status = columns.find("status");
            let above = columns.find("broaderConceptUri");
            let place = [Some(id), Some(label), others, above, status];
            terms(Vocabulary::Esco, place, records)?
        }
        (Some(id), None, Some(above)) => places(id, above, records)?,
        _ => match (columns.find("Element ID"), columns.find("Element Name")) {
            (Some(id), Some(label)) => {
                let place = [Some(id), Some(label), None, None, None];
                terms(Vocabulary::Onet, place, records)?
            }
            _ => return Err(VocabularyError::Headings(named(&headings))),
        },
    };
    if table.rows == 0 {
        return Err(VocabularyError::Empty);
    }
    Ok(table)
}

/// The headings as they are told, not more than fit on a line.
fn named(headings: &csv::StringRecord) -> String {
    let shown: String = headings.iter().collect::<Vec<_>>().join(", ");
    let shown: String = shown
        .chars()
        .filter(|c| !c.is_control())
        .take(120)
        .collect();
    if shown.trim().is_empty() {
        "(none)".to_owned()
    } else {
        shown
    }
}

fn check_once(headings: &csv::StringRecord) -> Result<(), VocabularyError> {
    let mut seen = HashSet::new();
    let named = headings.iter().map(|heading| heading.trim().to_lowercase());
    for heading in named.filter(|heading| !heading.is_empty()) {
        if !seen.insert(heading.clone()) {
            return Err(VocabularyError::Twice(heading));
        }
    }
    Ok(())
}

fn terms<'a>(
    vocabulary: Vocabulary,
    [id, label, others, above, status]: [Option<usize>; 5],
    records: impl Iterator<Item = csv::Result<csv::StringRecord>> + 'a,
) -> Result<Table, VocabularyError> {
    let (mut found, mut bad, mut rows) = (Vec::new(), Vec::new(), 0_usize);
    let mut seen = HashSet::new();
    for record in records {
        let record = record?;
        rows = counted(rows)?;
        let line = line_of(&record);
        let cell = |place: Option<usize>| place.and_then(|at| record.get(at)).unwrap_or("").trim();
        let released = status.is_none() || matches!(cell(status), "released" | "");
        let term = Term {
            line,
            id: cell(id).to_owned(),
            label: cell(label).to_owned(),
            others: labels(cell(others)),
            above: above_of(vocabulary, cell(id), cell(above)),
        };
        match problem(&term.id, &term.label, released, &mut seen) {
            Some(problem) => bad.push(BadRow {
                line,
                label: term.label,
                problem,
            }),
            None => found.push(term),
        }
    }
    Ok(Table {
        vocabulary,
        rows,
        content: Content::Terms(found),
        bad,
    })
}

fn above_of(vocabulary: Vocabulary, id: &str, above: &str) -> Option<String> {
    // A collection names several, separated by bars: the first counts.
    let first = above.split('|').next().unwrap_or_default().trim();
    if first.is_empty() {
        vocabulary.above(id).map(str::to_owned)
    } else {
        Some(first.to_owned())
    }
}

fn problem(
    id: &str,
    label: &str,
    released: bool,
    seen: &mut HashSet<String>,
) -> Option<&'static str> {
    if id.is_empty() {
        return Some("it has no address");
    }
    if id.len() > ID_MOST || id.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Some("its address is none");
    }
    if label.is_empty() {
        return Some("it has no label");
    }
    if !released {
        return Some("it is not released");
    }
    if !seen.insert(id.to_owned()) {
        return Some("its address stands in an earlier row");
    }
    None
}

fn places(
    id: usize,
    above: usize,
    records: impl Iterator<Item = csv::Result<csv::StringRecord>>,
) -> Result<Table, VocabularyError> {
    let (mut found, mut bad, mut rows) = (Vec::new(), Vec::new(), 0_usize);
    for record in records {
        let record = record?;
        rows = counted(rows)?;
        let line = line_of(&record);
        let cell = |place: usize| record.get(place).unwrap_or("").trim().to_owned();
        let (term, place) = (cell(id), cell(above));
        if term.is_empty() || place.is_empty() {
            bad.push(BadRow {
                line,
                label: String::new(),
                problem: "it does not name two terms",
            });
        } else {
            found.push((line, term, place));
        }
    }
    Ok(Table {
        vocabulary: Vocabulary::Esco,
        rows,
        content: Content::Places(found),
        bad,
    })
}

fn counted(rows: usize) -> Result<usize, VocabularyError> {
    if rows >= ROWS_MOST {
        return Err(VocabularyError::TooLong);
    }
    Ok(rows.saturating_add(1))
}

fn line_of(record: &csv::StringRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}

/// Other labels: one on each line, or separated by bars.
fn labels(cell: &str) -> Vec<String> {
    let each = cell.split(['\n', '|']).map(str::trim);
    each.filter(|label| !label.is_empty())
        .map(str::to_owned)
        .collect()
}

fn separator(bytes: &[u8]) -> u8 {
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |separator: u8| first.iter().filter(|byte| **byte == separator).count();
    let most = [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator));
    most.unwrap_or(b',')
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;

    fn terms_of(text: &str) -> (Table, Vec<Term>) {
        let table = read(text.as_bytes()).unwrap();
        let Content::Terms(terms) = table.content.clone() else {
            panic!("{table:?}")
        };
        (table, terms)
    }

    #[test]
    fn the_tables_of_esco_and_onet_are_told_apart() {
        let (table, terms) = terms_of(
            "conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description\n\
             KnowledgeSkillCompetence,http://x/1,knowledge,Haskell,\"Haskell techniques\nGHC\",released,A language\n\
             KnowledgeSkillCompetence,http://x/2,knowledge,Draft,,draft,\n",
        );
        assert_eq!(table.vocabulary, Vocabulary::Esco);
        assert_eq!((terms.len(), table.rows), (1, 2));
        assert_eq!(terms[0].others, ["Haskell techniques", "GHC"]);
        let draft = BadRow {
            line: 4,
            label: "Draft".to_owned(),
            problem: "it is not released",
        };
        assert_eq!(table.bad, [draft]);
        let (table, terms) = terms_of(
            "Element ID\tElement Name\tDescription\n2.A\tBasic Skills\tx\n2.A.1\tContent\ty\n",
        );
        assert_eq!(table.vocabulary, Vocabulary::Onet);
        assert_eq!(terms[1].above.as_deref(), Some("2.A"));
        let places = read(b"conceptType,conceptUri,broaderType,broaderUri\nSkillGroup,http://x/1,SkillGroup,http://x/2\n");
        assert!(matches!(places.unwrap().content, Content::Places(places) if places.len() == 1));
    }

    #[test]
    fn a_table_that_is_none_says_why() {
        let error = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        assert!(error(b"").contains("(none)"));
        assert!(error(b"name,age\nNoor,40\n").contains("name, age"));
        assert!(error(b"conceptUri,preferredLabel\n\xFF\xFE,x\n").contains("UTF-8"));
        assert!(error(b"conceptUri,preferredLabel,conceptUri\n").contains("two columns"));
        assert!(error(b"conceptUri,preferredLabel\n").contains("no rows"));
        assert!(error(&[b"PK\x03\x04".as_slice(), &[0; 200]].concat()).contains("headings"));
        let long =
            "conceptUri,preferredLabel\n".to_owned() + &"http://x/1,y\n".repeat(ROWS_MOST + 1);
        assert!(error(long.as_bytes()).contains("more than"));
    }

    #[test]
    fn rows_without_an_address_or_twice_are_told_by_line() {
        let (table, terms) = terms_of(
            "conceptUri,preferredLabel\n,A\nhttp://x/1,\nhttp://x/1,B\nhttp://x/1,C\nhttp://x y,D\n",
        );
        assert_eq!(terms.len(), 1);
        let lines: Vec<u64> = table.bad.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3, 5, 6]);
    }
}
