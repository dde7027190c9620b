//! What the app was put together from: when nothing has changed, nothing is done again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::bundle::Parts;
use super::fonts;
use crate::failure::{Because, Outcome};
use crate::workspace::Workspace;

/// Name, length and time of change of every input, this program included.
pub fn fingerprint(workspace: &Workspace, parts: &Parts<'_>) -> Outcome<String> {
    let frontend = workspace.frontend();
    let mut files = vec![parts.wasm.to_owned(), frontend.join("index.html")];
    files.extend(std::env::current_exe().ok());
    collect(&frontend.join("src/styles"), &mut files);
    collect(&frontend.join("public"), &mut files);
    if parts.with_fonts {
        files.extend(fonts::files(workspace));
    }
    files.sort();
    let mut text = format!("fonts: {}\n", parts.with_fonts);
    for file in files {
        let about =
            fs::metadata(&file).because(|| format!("{} is missing.", workspace.shown(&file)))?;
        let changed = about
            .modified()
            .ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let changed = changed.unwrap_or_default().as_nanos();
        text.push_str(&format!("{} {} {changed}\n", file.display(), about.len()));
    }
    Ok(text)
}

/// Whether the directory was made from exactly these inputs.
pub fn unchanged(out: &Path, inputs: &str) -> bool {
    out.join("index.html").is_file()
        && fs::read_to_string(record(out)).is_ok_and(|known| known == inputs)
}

/// Notes what the directory was made from, beside it.
pub fn remember(out: &Path, inputs: &str) -> Outcome<()> {
    let record = record(out);
    fs::write(&record, inputs).because(|| format!("{} cannot be written.", record.display()))
}

fn record(out: &Path) -> PathBuf {
    out.with_extension("inputs")
}

/// All files below a directory; one that does not exist has none.
pub fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
