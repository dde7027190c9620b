//! `tacit import csv members people.csv`

use std::path::PathBuf;

use tacit_domain::imports::sheet::SheetKind;

use super::confirm::confirmed;
use crate::commands::Settings;
use crate::imports::csv::{self, Sheet};
use crate::state::AppState;

/// What to import.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub struct Args {
    /// What the table is of: members or questions
    #[arg(value_parser = kind, requires = "file", required_unless_present = "template")]
    kind: Option<SheetKind>,
    /// The table, with headings in its first row
    file: Option<PathBuf>,
    /// Print a table to fill in: members or questions
    #[arg(long, value_name = "KIND", value_parser = kind, conflicts_with_all = ["kind", "yes", "skip_bad_rows", "dry_run"])]
    template: Option<SheetKind>,
    /// Write without asking
    #[arg(long)]
    yes: bool,
    /// Leave rows out that are wrong, and write the others
    #[arg(long)]
    skip_bad_rows: bool,
    /// Check every row, and write nothing
    #[arg(long)]
    dry_run: bool,
}

fn kind(word: &str) -> Result<SheetKind, String> {
    word.parse()
        .map_err(|_| "must be members or questions".to_owned())
}

/// Shows what the columns are taken for and which rows are wrong; then writes, when told to.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    if let Some(kind) = args.template {
        print!("{}", csv::template(kind));
        return Ok(());
    }
    let (Some(kind), Some(file)) = (args.kind, &args.file) else {
        return Err("Say what the table is of, and where it lies.".to_owned());
    };
    let state = AppState::open(settings).await?;
    let outcome = Box::pin(read_and_write(&state, kind, file, &args)).await;
    state.db.close().await;
    println!(
        "{}",
        outcome.map_err(|error| match error {
            csv::SheetError::Stopped { .. } => format!("Not all was imported: {error}."),
            _ => format!("Nothing was imported: {error}."),
        })?
    );
    Ok(())
}

async fn read_and_write(
    state: &AppState,
    kind: SheetKind,
    file: &std::path::Path,
    args: &Args,
) -> Result<String, csv::SheetError> {
    let sheet = csv::read(state, kind, file).await?;
    show(&sheet);
    let bad = sheet.bad.len();
    if bad > 0 && !args.skip_bad_rows {
        return Err(csv::SheetError::BadRows(bad));
    }
    if args.dry_run {
        return Ok("Nothing was written: this was a dry run.".to_owned());
    }
    if !args.yes && !confirmed() {
        return Ok("Nothing was written. Add --yes to write.".to_owned());
    }
    let written = csv::write(state, sheet, args.skip_bad_rows).await?;
    Ok(format!("{written}."))
}

fn show(sheet: &Sheet) {
    print!("Columns:\n{}", csv::mapping(sheet));
    println!(
        "{} rows, {} of them here already, {} wrong.",
        sheet.rows,
        sheet.known,
        sheet.bad.len()
    );
    print!("{}", csv::bad_rows(&sheet.bad));
}
