//! The third way: Debian carries a newer compiler with its library's source, for its web browsers.
//!
//! The packages are unpacked beside the system, never installed (they conflict with rustup): only LLVM and its linker
//! are. The standard library is built once for wasm32 with that compiler, bitcode embedded, without which link-time
//! optimisation fails. The result is a rustup toolchain named [`NAME`].

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::TARGET;
use crate::debian::{apt_get, field, install as install_packages, refresh};
use crate::failure::{Because, Failure, Outcome};
use crate::process::ask;
use crate::steps::{note, step};
use crate::workspace::{Workspace, create_directory, without_cargo_environment};

/// The name of the toolchain as rustup knows it.
pub const NAME: &str = "tacit-wasm";

/// Makes the toolchain; what is already there is made anew.
pub fn install(workspace: &Workspace) -> Outcome<()> {
    let versions = step("Look up Debian's compiler", || Versions::read(workspace))?;
    let cache = cache_directory(&versions)?;
    if cache.exists() {
        fs::remove_dir_all(&cache)
            .because(|| format!("{} cannot be replaced.", cache.display()))?;
    }
    create_directory(&cache)?;
    step("Install LLVM and its linker", || {
        let llvm = format!("libllvm{}", versions.llvm);
        let lld = format!("lld-{}", versions.llvm);
        install_packages(
            workspace,
            "The app's compiler needs LLVM and its linker",
            &[&llvm, &lld],
        )
    })?;
    step("Unpack Debian's compiler beside the system", || {
        unpack(workspace, &versions, &cache)
    })?;
    step("Build the standard library for WebAssembly", || {
        wire(&versions, &cache)?;
        build_std(workspace, &cache)
    })?;
    workspace.run(
        Command::new("rustup")
            .args(["toolchain", "link", NAME])
            .arg(cache.join("usr")),
    )
}

/// What belongs together, read from the package lists.
struct Versions {
    /// `1.96`, the part of the library's package name.
    rust: String,
    /// `22`, the major version of LLVM.
    llvm: String,
    /// The whole version of the compiler's package.
    package: String,
}

impl Versions {
    fn read(workspace: &Workspace) -> Outcome<Self> {
        refresh(workspace)?;
        let missing = || {
            Failure::new(format!(
                "This machine has no compiler for the app: run `rustup target add {TARGET}` where downloads are allowed."
            ))
        };
        let library = field("libstd-rust-web-dev", "Depends").ok_or_else(missing)?;
        let rust = after(&library, "libstd-rust-web-").ok_or_else(missing)?;
        let needs = field(&format!("libstd-rust-web-{rust}"), "Depends").ok_or_else(missing)?;
        let llvm = after(&needs, "libllvm").ok_or_else(missing)?;
        let package = field("rustc-web", "Version").ok_or_else(missing)?;
        note(&format!("Rust {package}, LLVM {llvm}"));
        Ok(Self {
            rust,
            llvm,
            package,
        })
    }

    fn packages(&self) -> [String; 5] {
        let library = format!("libstd-rust-web-{}", self.rust);
        [
            library,
            "rustc-web".into(),
            "libstd-rust-web-dev".into(),
            "rust-web-src".into(),
            "rust-web-clippy".into(),
        ]
    }
}

/// The number that follows a prefix: `libllvm22, libstdc++6` gives 22 after `libllvm`.
fn after(text: &str, prefix: &str) -> Option<String> {
    let (_, rest) = text.split_once(prefix)?;
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    Some(number).filter(|number| !number.is_empty())
}

/// Outside the checkout: clones share it, and cleaning one breaks none.
fn cache_directory(versions: &Versions) -> Outcome<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| {
            let home = std::env::var_os("HOME")?;
            Some(PathBuf::from(home).join(".cache"))
        });
    base.map(|base| {
        base.join("tacit")
            .join(format!("rust-{}", versions.package))
    })
    .ok_or_else(|| Failure::new("HOME is not set: set it, so that the app's compiler has a place."))
}

fn unpack(workspace: &Workspace, versions: &Versions, cache: &Path) -> Outcome<()> {
    let archives = cache.join("archives");
    create_directory(&archives)?;
    let mut apt = apt_get();
    apt.args(["-qq", "-o", "APT::Sandbox::User=", "download"])
        .args(versions.packages())
        .current_dir(&archives);
    workspace.run(&mut apt)?;
    for archive in entries(&archives)? {
        workspace.run(Command::new("dpkg").arg("-x").arg(archive).arg(cache))?;
    }
    fs::remove_dir_all(&archives).because(|| "The unpacked packages cannot be removed.".into())
}

/// Puts driver, linker and cargo where a rustup toolchain has them.
fn wire(versions: &Versions, cache: &Path) -> Outcome<()> {
    let libraries = cache.join("usr/lib");
    for directory in entries(&libraries)?
        .into_iter()
        .filter(|entry| entry.is_dir())
    {
        for file in entries(&directory)? {
            if named(&file).starts_with("librustc_driver-") {
                link(&file, &libraries.join(named(&file)))?;
            }
        }
    }
    let host = ask(Command::new("rustc").arg("-vV"))
        .and_then(|text| {
            text.lines()
                .find_map(|line| line.strip_prefix("host: "))
                .map(str::to_owned)
        })
        .ok_or_else(|| Failure::new("rustc does not answer: install Rust with rustup."))?;
    let tools = libraries.join("rustlib").join(host).join("bin");
    create_directory(&tools)?;
    link(
        Path::new(&format!("/usr/bin/lld-{}", versions.llvm)),
        &tools.join("rust-lld"),
    )?;
    let cargo = ask(Command::new("rustup").args(["which", "cargo"]))
        .ok_or_else(|| Failure::new("rustup does not answer: install Rust with rustup."))?;
    link(Path::new(&cargo), &cache.join("usr/bin/cargo"))
}

fn build_std(workspace: &Workspace, cache: &Path) -> Outcome<()> {
    let empty = cache.join("empty");
    create_directory(&empty.join("src"))?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(empty.join("Cargo.toml"), manifest)
        .and_then(|()| fs::write(empty.join("src/lib.rs"), ""))
        .because(|| format!("{} cannot be written to.", empty.display()))?;
    let mut cargo = Command::new("cargo");
    without_cargo_environment(&mut cargo);
    cargo
        .current_dir(&empty)
        .args([
            "build",
            "--quiet",
            "--release",
            "--target",
            TARGET,
            "-Zbuild-std=std,panic_abort",
            "--target-dir",
            "out",
        ])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("LD_LIBRARY_PATH", cache.join("usr/lib"))
        .env("RUSTC", cache.join("usr/bin/rustc"));
    workspace.run(&mut cargo)?;
    let built = empty.join("out").join(TARGET).join("release/deps");
    let home = cache.join("usr/lib/rustlib").join(TARGET).join("lib");
    create_directory(&home)?;
    for file in entries(&built)? {
        if file
            .extension()
            .is_some_and(|extension| extension == "rlib")
            && !named(&file).starts_with("libempty")
        {
            fs::copy(&file, home.join(named(&file)))
                .because(|| format!("{} cannot be copied.", file.display()))?;
        }
    }
    fs::remove_dir_all(&empty).because(|| format!("{} cannot be removed.", empty.display()))
}

fn link(from: &Path, to: &Path) -> Outcome<()> {
    symlink(from, to).because(|| format!("{} cannot be linked.", to.display()))
}

fn named(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn entries(directory: &Path) -> Outcome<Vec<PathBuf>> {
    let listed =
        fs::read_dir(directory).because(|| format!("{} cannot be read.", directory.display()))?;
    Ok(listed.flatten().map(|entry| entry.path()).collect())
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn versions_are_read_from_dependencies() {
        assert_eq!(
            after("libc6, libllvm22, libstdc++6", "libllvm").as_deref(),
            Some("22")
        );
        assert_eq!(
            after("libstd-rust-web-1.96 (= 1.96.0)", "libstd-rust-web-").as_deref(),
            Some("1.96")
        );
        assert_eq!(after("libc6", "libllvm"), None);
    }
}
