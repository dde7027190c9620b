//! Lines of a table. Commas, semicolons and tabs separate, whichever the headings have most of; programs that write
//! Swedish use semicolons.

use tacit_domain::imports::sheet::{Field, Mapping};

/// A row.
#[derive(Debug)]
pub struct Line {
    /// The line of the file on which it begins, from 1.
    pub number: u64,
    cells: Vec<String>,
}

impl Line {
    /// The cell of a column, without white space around it; empty where there is none.
    pub fn get(&self, mapping: &Mapping, field: Field) -> &str {
        let place = mapping.place(field);
        let cell = place.and_then(|place| self.cells.get(place));
        cell.map_or("", |cell| cell.trim())
    }
}

/// The headings and the rows that are not empty.
///
/// # Errors
/// Not UTF-8.
pub fn lines(bytes: &[u8]) -> Result<(Vec<String>, Vec<Line>), csv::Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(bytes))
        .flexible(true)
        .from_reader(bytes);
    let headings = reader.headers()?.iter().map(str::to_owned).collect();
    let mut lines = Vec::new();
    let (mut counted, mut number) = (0, 1);
    for record in reader.records() {
        let record = record?;
        // The reader's own count is one behind where lines end with a carriage return too.
        let from = record.position().map_or(0, csv::Position::byte);
        let from = usize::try_from(from).unwrap_or(counted);
        let ends = bytes.get(from..).unwrap_or_default();
        let start = from
            + ends
                .iter()
                .take_while(|byte| b"\r\n".contains(byte))
                .count();
        let passed = bytes.get(counted..start).unwrap_or_default();
        number += passed
            .iter()
            .map(|byte| u64::from(*byte == b'\n'))
            .sum::<u64>();
        counted = start;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        lines.push(Line {
            number,
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok((headings, lines))
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
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_quotes_are_read() {
        for text in [
            "a,b\n1,\"2\n3\"\n\n4,5\n",
            "\u{feff}a;b\r\n1;\"2\n3\"\r\n;\r\n4;5",
            "a\tb\n1\t\"2\n3\"\n4\t5\n",
        ] {
            let (headings, lines) = lines(text.as_bytes()).unwrap();
            assert_eq!(headings, ["a", "b"], "{text}");
            let cells: Vec<_> = lines.iter().map(|line| line.cells.clone()).collect();
            assert_eq!(cells, [["1", "2\n3"], ["4", "5"]], "{text}");
            assert_eq!(lines[0].number, 2);
        }
        assert!(lines(b"a,b\n\xFF,1\n").is_err(), "not UTF-8");
    }
}
