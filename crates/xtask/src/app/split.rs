//! Cutting the compiled app: its start, and the parts that are fetched when a person first goes there.
//!
//! Where to cut is said in `frontend/src/routes/parts.rs`. What only one part needs travels with it; what several need lies
//! in chunks that they share. The start loads a part through `split.js`, which is written here too.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Because, Outcome};

/// The module that fetches parts, beside the bound app.
const LOADER: &str = "./split.js";
/// The bound app, as the loader sees it.
const START: &str = "./tacit.js";

/// Writes the start, still to be bound, to `start`, everything else into `directory`; returns the modules of the parts.
pub fn cut(wasm: &Path, directory: &Path, start: &Path) -> Outcome<Vec<PathBuf>> {
    let compiled = fs::read(wasm).because(|| format!("{} is missing.", wasm.display()))?;
    let mut options = Options::new(&compiled);
    options.output_dir = directory;
    options.main_out_path = start;
    options.main_module = START;
    options.link_name = LOADER;
    let cut = transform(options).because(|| "The app cannot be cut into parts.".into())?;
    Ok(cut.split_modules)
}

/// Whether a file of the built app belongs to a part and is not fetched at the start.
pub fn comes_later(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.ends_with(".wasm") && (file.starts_with("split_") || file.starts_with("chunk_"))
}
