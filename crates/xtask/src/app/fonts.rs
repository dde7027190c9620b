//! The fonts: the seven files of the design, under hashed names, with the unicode ranges of their packages.

use std::fs;
use std::path::{Path, PathBuf};

use super::bundle::hashed_copy;
use crate::failure::{Because, Failure, Outcome};
use crate::workspace::Workspace;

/// Package, style sheet in it, and the faces taken from that sheet.
const FACES: [(&str, &str, &[&str]); 4] = [
    (
        "@fontsource/literata",
        "400.css",
        &["literata-latin-400-normal", "literata-latin-ext-400-normal"],
    ),
    (
        "@fontsource/literata",
        "600.css",
        &["literata-latin-600-normal", "literata-latin-ext-600-normal"],
    ),
    (
        "@fontsource/literata",
        "400-italic.css",
        &["literata-latin-400-italic"],
    ),
    (
        "@fontsource-variable/figtree",
        "wght.css",
        &["figtree-latin-wght-normal", "figtree-latin-ext-wght-normal"],
    ),
];

/// The two faces every page uses at once.
const FIRST: [&str; 2] = ["literata-latin-400-normal", "figtree-latin-wght-normal"];

/// What the app is told about its fonts; nothing when they are not there.
#[derive(Default)]
pub struct Fonts {
    /// The `@font-face` rules.
    pub rules: String,
    /// Names below `assets/` of the files to load first.
    pub first: Vec<String>,
}

/// The font files in their packages.
pub fn files(workspace: &Workspace) -> impl Iterator<Item = PathBuf> {
    let modules = workspace.frontend().join("node_modules");
    FACES.into_iter().flat_map(move |(package, _, faces)| {
        let package = modules.join(package);
        faces.iter().map(move |face| file(&package, face))
    })
}

/// Copies the fonts into `assets/fonts` and says how the app finds them.
pub fn install(workspace: &Workspace, assets: &Path) -> Outcome<Fonts> {
    let modules = workspace.frontend().join("node_modules");
    let mut fonts = Fonts::default();
    for (package, sheet, faces) in FACES {
        let package = modules.join(package);
        let path = package.join(sheet);
        let css = fs::read_to_string(&path)
            .because(|| format!("{} is missing: run `npm ci` in frontend.", path.display()))?;
        for face in faces {
            let name = hashed_copy(&file(&package, face), &assets.join("fonts"))?;
            let address = format!("fonts/{name}");
            let rule = rule(&css, face, &address).ok_or_else(|| {
                Failure::new(format!("{} does not know {face} any more.", path.display()))
            })?;
            fonts.rules.push_str(&rule);
            if FIRST.contains(face) {
                fonts.first.push(address);
            }
        }
    }
    Ok(fonts)
}

fn file(package: &Path, face: &str) -> PathBuf {
    package.join("files").join(format!("{face}.woff2"))
}

/// The rule below the comment that names the face, with our own address.
fn rule(css: &str, face: &str, address: &str) -> Option<String> {
    let (_, after) = css.split_once(&format!("/* {face} */"))?;
    let (rule, _) = after.split_once('}')?;
    let lines = rule.lines().map(|line| match line.trim() {
        source if source.starts_with("src:") => format!("  src: url({address}) format('woff2');"),
        other => other.to_owned(),
    });
    Some(lines.chain(["}".to_owned()]).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::rule;

    #[test]
    fn the_rule_keeps_its_range_and_gets_our_address() {
        let css = "/* a */\n@font-face {\n src: x;\n}\n/* b */\n@font-face {\n  src: url(./b.woff2);\n  unicode-range: U+1;\n}";
        let got = rule(css, "b", "/f").unwrap_or_default();
        assert_eq!(
            got,
            "\n@font-face {\n  src: url(/f) format('woff2');\nunicode-range: U+1;\n}"
        );
        assert_eq!(rule(css, "c", "/f"), None);
    }
}
