//! The page: `frontend/index.html`, with what loads this build of the app in the place it keeps for that.
//!
//! No script or style is written into the page: the content security policy allows none there.

use std::fs;

use crate::failure::{Because, Failure, Outcome};
use crate::workspace::Workspace;

/// Where the page keeps a place.
const PLACE: &str = "<!-- app -->";

/// Names below `assets/`.
pub struct Names {
    /// The style sheet.
    pub styles: String,
    /// The directory of the bound app.
    pub app: String,
    /// The fonts to load first.
    pub fonts: Vec<String>,
}

/// The finished page.
pub fn make(workspace: &Workspace, names: &Names) -> Outcome<String> {
    let path = workspace.frontend().join("index.html");
    let template =
        fs::read_to_string(&path).because(|| format!("{} is missing.", workspace.shown(&path)))?;
    if !template.contains(PLACE) {
        return Err(Failure::new(format!(
            "{} has no `{PLACE}` in its head.",
            workspace.shown(&path)
        )));
    }
    Ok(template.replace(PLACE, &head(names)))
}

fn head(names: &Names) -> String {
    let Names { styles, app, fonts } = names;
    let mut lines = vec![format!(
        "<link rel=\"stylesheet\" href=\"/assets/{styles}\">"
    )];
    lines.extend(fonts.iter().map(|font| {
        format!("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"/assets/{font}\">")
    }));
    lines.push(format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"/assets/{app}/tacit.wasm\">"
    ));
    lines.push(format!(
        "<link rel=\"modulepreload\" href=\"/assets/{app}/tacit.js\">"
    ));
    lines.push(format!(
        "<script type=\"module\" src=\"/assets/{app}/boot.js\"></script>"
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{Names, head};

    #[test]
    fn everything_is_loaded_by_its_hashed_name() {
        let names = Names {
            styles: "s-1.css".into(),
            app: "app-2".into(),
            fonts: vec!["fonts/f-3.woff2".into()],
        };
        let head = head(&names);
        for name in [
            "/assets/s-1.css",
            "/assets/app-2/boot.js",
            "/assets/app-2/tacit.wasm",
            "/assets/fonts/f-3.woff2",
        ] {
            assert!(head.contains(name), "{name} in {head}");
        }
    }
}
