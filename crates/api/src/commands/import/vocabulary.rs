//! `tacit import vocabulary skills_en.csv`

use std::path::PathBuf;

use tacit_domain::topics::vocabulary::TermFate;

use super::confirm::confirmed;
use crate::commands::Settings;
use crate::imports::vocabulary::{Plan, plan, read, write};
use crate::state::AppState;

/// Rows that are named as left out.
const NAMED: usize = 20;

/// What to import.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A table of ESCO (skills, skillGroups, a collection, then broaderRelationsSkillPillar) or O*NET (Content Model Reference)
    file: PathBuf,
    /// Only give topics that are here their addresses and other labels; make none
    #[arg(long)]
    no_new: bool,
    /// Write without asking
    #[arg(long)]
    yes: bool,
    /// Tell what would become of it, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Shows what would become of the table; then writes, when told to.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let bytes =
        std::fs::read(&args.file).map_err(|error| format!("{}: {error}.", args.file.display()))?;
    let table = read(&bytes).map_err(|error| format!("Nothing was imported: {error}."))?;
    let state = AppState::open(settings).await?;
    let outcome = async {
        let planned = plan(state.db.reader(), &table, !args.no_new).await?;
        show(&planned);
        if args.dry_run {
            return Ok("Nothing was written: this was a dry run.");
        }
        if !args.yes && !confirmed() {
            return Ok("Nothing was written. Add --yes to write.");
        }
        write(&state, &planned, None).await?;
        Ok::<_, crate::error::AppError>("Done.")
    }
    .await;
    state.db.close().await;
    println!(
        "{}",
        outcome.map_err(|error| format!("The import did not come to its end: {error}."))?
    );
    Ok(())
}

fn show(plan: &Plan) {
    let vocabulary = plan.vocabulary;
    println!(
        "{}, {} ({}). {} rows: {} become topics, {} are topics that are here, {} get a place, {} were imported before, {} are left out.",
        vocabulary.as_str(),
        vocabulary.site(),
        vocabulary.license(),
        plan.rows,
        plan.count(TermFate::New),
        plan.count(TermFate::Mapped),
        plan.count(TermFate::Placed),
        plan.count(TermFate::Known),
        plan.count(TermFate::LeftOut),
    );
    let left_out = plan
        .items
        .iter()
        .filter(|item| item.fate == TermFate::LeftOut);
    for item in left_out.take(NAMED) {
        let problem = item.problem.as_deref().unwrap_or_default();
        match item.label.as_str() {
            "" => println!("  line {}: {problem}", item.line),
            label => println!("  line {}, {label}: {problem}", item.line),
        }
    }
}
