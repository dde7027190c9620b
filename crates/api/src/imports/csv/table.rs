//! What a terminal shows of a table before it is written.

use super::{BadRow, Sheet};

/// What each column is taken for.
#[must_use]
pub fn mapping(sheet: &Sheet) -> String {
    let columns = sheet.headings.iter().zip(&sheet.mapping.columns);
    let lines = columns.map(|(heading, field)| {
        let field = field.map_or("(left out)", |field| field.as_str());
        format!("  {heading:<28} -> {field}\n")
    });
    lines.collect()
}

/// What is wrong, row by row.
#[must_use]
pub fn bad_rows(bad: &[BadRow]) -> String {
    let lines = bad.iter().map(|row| match row.field {
        Some(field) => format!("  line {}, {field}: {}\n", row.line, row.problem),
        None => format!("  line {}: {}\n", row.line, row.problem),
    });
    lines.collect()
}
