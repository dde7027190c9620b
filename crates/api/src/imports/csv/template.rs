//! Tables to fill in: the headings and rows that show how.

use tacit_domain::imports::sheet::SheetKind;

/// The template as it is downloaded, with the mark at its beginning by which programs know UTF-8.
#[must_use]
pub fn template(kind: SheetKind) -> String {
    let headings: Vec<&str> = kind.fields().iter().map(|field| field.as_str()).collect();
    let rows = std::iter::once(headings.as_slice()).chain(kind.examples().iter().copied());
    let lines = rows.map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        format!("{}\r\n", cells.join(","))
    });
    std::iter::once("\u{feff}".to_owned())
        .chain(lines)
        .collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', ';']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
