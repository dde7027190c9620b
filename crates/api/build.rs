//! Compiles again when the app to embed has changed: the macro that embeds it reads a directory cargo knows nothing of.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=TACIT_APP_EMBED");
    if let Ok(directory) = std::env::var("TACIT_APP_EMBED") {
        println!("cargo::rerun-if-changed={directory}");
    }
}
