//! Putting the app together: bindings, styles, fonts, the page, and hashes in the names.
//!
//! ```text
//! index.html                 from frontend/index.html, see `page`
//! assets/app-HASH/           boot.js, tacit.js, tacit.wasm, the parts fetched later and the snippets of libraries;
//!                            one hash over all
//! assets/styles-HASH.css     every style sheet
//! assets/fonts/NAME-HASH.woff2
//! ...                        frontend/public as it is, under names that may change their content
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use super::fonts::Fonts;
use super::inputs::collect;
use super::page::Names;
use super::{Build, compress, fonts, page, split, styles};
use crate::failure::{Because, Outcome};
use crate::npm;
use crate::steps::note;
use crate::workspace::{Workspace, create_directory};

/// Starts the app. A file of its own, as the content security policy allows no script in the page.
const BOOT: &str = "import init from \"./tacit.js\";\n\
    init({ module_or_path: new URL(\"./tacit.wasm\", import.meta.url) });\n";

/// What Rust's compiler uses, and every browser of the last three years understands. Allowing everything would let
/// wasm-opt use proposals that none does.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the app is put together from.
pub struct Parts<'a> {
    /// What the compiler made.
    pub wasm: &'a Path,
    /// Whether the fonts' packages are there.
    pub with_fonts: bool,
    /// Quick or small.
    pub build: Build,
}

/// Makes the directory anew; it appears whole or not at all.
pub fn assemble(workspace: &Workspace, parts: &Parts<'_>, out: &Path) -> Outcome<()> {
    let fresh = out.with_extension("fresh");
    remove(&fresh)?;
    let assets = fresh.join("assets");
    create_directory(&assets)?;
    let fonts = if parts.with_fonts {
        fonts::install(workspace, &assets)?
    } else {
        Fonts::default()
    };
    let styles = styles::gather(workspace, &fonts.rules, parts.build)?;
    let names = Names {
        styles: hashed_write("styles", "css", styles.as_bytes(), &assets)?,
        app: bind(workspace, parts, &assets)?,
        fonts: fonts.first,
    };
    write(
        &fresh.join("index.html"),
        page::make(workspace, &names)?.as_bytes(),
    )?;
    copy_public(workspace, &fresh)?;
    if parts.build == Build::Release {
        compress::beside(&fresh)?;
    }
    remove(out)?;
    fs::rename(&fresh, out).because(|| format!("{} cannot be moved into its place.", out.display()))
}

/// Cuts the compiled app into parts, binds its start to JavaScript, and returns the name of their directory below
/// `assets`.
fn bind(workspace: &Workspace, parts: &Parts<'_>, assets: &Path) -> Outcome<String> {
    let directory = assets.join("app");
    create_directory(&directory)?;
    let start = directory.join("start.wasm");
    let mut modules = split::cut(parts.wasm, &directory, &start)?;
    Bindgen::new()
        .input_path(&start)
        .out_name("tacit")
        .web(true)
        .and_then(|bindgen| {
            // The parts share the start's table of functions, which is among those exports.
            bindgen
                .typescript(false)
                .keep_lld_exports(true)
                .omit_default_module_path(true)
                .remove_name_section(true)
                .remove_producers_section(true)
                .generate(&directory)
        })
        .because(|| "The app cannot be bound to JavaScript.".into())?;
    let wasm = directory.join("tacit.wasm");
    fs::rename(directory.join("tacit_bg.wasm"), &wasm)
        .and_then(|()| fs::remove_file(&start))
        .because(|| "The bound app is missing.".into())?;
    modules.push(wasm);
    if parts.build == Build::Release {
        shrink(workspace, &modules)?;
    }
    write(&directory.join("boot.js"), BOOT.as_bytes())?;
    let name = format!("app-{}", hash_of_directory(&directory)?);
    fs::rename(&directory, assets.join(&name))
        .because(|| "The bound app cannot be named.".into())?;
    Ok(name)
}

/// wasm-opt from npm's `binaryen`, where it was installed.
fn shrink(workspace: &Workspace, modules: &[PathBuf]) -> Outcome<()> {
    if !Path::new(npm::program(workspace, "wasm-opt").get_program()).exists() {
        note("Without wasm-opt (npm's binaryen) the app stays larger than it could be.");
        return Ok(());
    }
    for module in modules {
        let mut optimiser = npm::program(workspace, "wasm-opt");
        optimiser
            .arg("-Oz")
            .args(FEATURES)
            .arg("--output")
            .args([module, module]);
        workspace.run(&mut optimiser)?;
    }
    Ok(())
}

fn copy_public(workspace: &Workspace, fresh: &Path) -> Outcome<()> {
    let public = workspace.frontend().join("public");
    let mut files = Vec::new();
    collect(&public, &mut files);
    for file in files {
        let to = fresh.join(file.strip_prefix(&public).unwrap_or(&file));
        if let Some(parent) = to.parent() {
            create_directory(parent)?;
        }
        fs::copy(&file, &to).because(|| format!("{} cannot be copied.", workspace.shown(&file)))?;
    }
    Ok(())
}

/// Copies a file under `NAME-HASH.ENDING` and returns that name.
pub fn hashed_copy(file: &Path, directory: &Path) -> Outcome<String> {
    let bytes = fs::read(file)
        .because(|| format!("{} is missing: run `npm ci` in frontend.", file.display()))?;
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    hashed_write(
        &part(file.file_stem()),
        &part(file.extension()),
        &bytes,
        directory,
    )
}

/// Writes bytes under `STEM-HASH.ENDING` and returns that name.
fn hashed_write(stem: &str, ending: &str, bytes: &[u8], directory: &Path) -> Outcome<String> {
    create_directory(directory)?;
    let name = format!("{stem}-{}.{ending}", short(&Sha256::digest(bytes)));
    write(&directory.join(&name), bytes)?;
    Ok(name)
}

/// One hash over names and contents of all files.
fn hash_of_directory(directory: &Path) -> Outcome<String> {
    let mut files: Vec<PathBuf> = Vec::new();
    collect(directory, &mut files);
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let name = file.strip_prefix(directory).unwrap_or(&file);
        hash.update(name.as_os_str().as_encoded_bytes());
        hash.update(fs::read(&file).because(|| format!("{} cannot be read.", file.display()))?);
    }
    Ok(short(&hash.finalize()))
}

/// 64 bits of a hash: enough to tell builds apart.
fn short(hash: &[u8]) -> String {
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    fs::write(path, bytes).because(|| format!("{} cannot be written.", path.display()))
}

fn remove(directory: &Path) -> Outcome<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)
            .because(|| format!("{} cannot be replaced.", directory.display()))?;
    }
    Ok(())
}
