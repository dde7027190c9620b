//! The table at the end of an import, for a terminal.

use std::fmt::Write as _;

use tacit_contract::imports::{ChangesOfKind, ImportReport, RowsOfFate, TextComparison};

/// Every file with its rows, what was taken and what was left out, and the sum.
pub fn table(report: &ImportReport) -> String {
    let mut out = String::new();
    for file in &report.files {
        line(&mut out, &file.name, file.rows, "rows");
        for (taken, heading) in [(true, "taken"), (false, "left out")] {
            let fates: Vec<&RowsOfFate> = file.fates.iter().filter(|f| f.taken == taken).collect();
            for fate in fates {
                line(&mut out, &format!("  {heading}"), fate.rows, &fate.text);
            }
        }
    }
    line(&mut out, "All files", report.rows, "rows");
    line(&mut out, "  taken", report.taken, "");
    line(&mut out, "  left out", report.left_out, "");
    changes(&mut out, &report.changes);
    if let Some(texts) = &report.texts {
        comparison(&mut out, texts);
    }
    out
}

/// How many texts read as the dump shows them.
fn comparison(out: &mut String, texts: &TextComparison) {
    line(
        out,
        "Texts",
        texts.compared,
        "compared with what the dump shows",
    );
    line(out, "  the same", texts.same, "");
    for cause in &texts.causes {
        line(out, "  different", cause.posts, &cause.text);
    }
    line(
        out,
        "  passed by",
        texts.not_compared,
        "comments: the dump has no HTML of them",
    );
}

/// What became of what was here before.
fn changes(out: &mut String, changes: &[ChangesOfKind]) {
    let columns = ["new", "changed", "unchanged", "kept", "gone"];
    row(out, "", columns.map(str::to_owned));
    for of in changes {
        let kind = tacit_domain::imports::ItemKind::from(of.kind);
        let counts = [of.new, of.changed, of.unchanged, of.kept, of.gone];
        row(out, kind.as_str(), counts.map(|count| count.to_string()));
    }
}

fn row(out: &mut String, label: &str, columns: [String; 5]) {
    let columns: String = columns
        .iter()
        .map(|column| format!("{column:>11}"))
        .collect();
    let written = writeln!(out, "{label:<16}{columns}");
    debug_assert!(written.is_ok(), "a string takes whatever is written");
}

fn line(out: &mut String, label: &str, rows: u64, text: &str) {
    let written = writeln!(
        out,
        "{}",
        format!("{label:<16}{rows:>9}  {text}").trim_end()
    );
    debug_assert!(written.is_ok(), "a string takes whatever is written");
}
