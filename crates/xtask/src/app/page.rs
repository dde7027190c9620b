//! The page: `frontend/index.html` with the addresses of this build in its places.
//!
//! `{{styles}}`, `{{wasm}}` and `{{script}}` become addresses, `{{fonts}}` becomes preloads of the two faces every page
//! uses. A script written into the page becomes a file: the content security policy allows none in the page itself.

use std::fs;
use std::path::Path;

use super::bundle::hashed_write;
use crate::failure::{Because, Failure, Outcome};
use crate::workspace::Workspace;

/// Names below `assets/`.
pub struct Names {
    /// The style sheet.
    pub styles: String,
    /// The directory of the bound app.
    pub app: String,
    /// The fonts to load first.
    pub fonts: Vec<String>,
}

/// The finished page; scripts it contained are written into `assets`.
pub fn make(workspace: &Workspace, names: &Names, assets: &Path) -> Outcome<String> {
    let path = workspace.frontend().join("index.html");
    let template =
        fs::read_to_string(&path).because(|| format!("{} is missing.", workspace.shown(&path)))?;
    let preloads: Vec<_> = names.fonts.iter().map(|font| preload(font)).collect();
    let mut page = template;
    for (place, value) in [
        ("{{styles}}", format!("/assets/{}", names.styles)),
        ("{{wasm}}", format!("/assets/{}/tacit.wasm", names.app)),
        ("{{script}}", format!("/assets/{}/boot.js", names.app)),
        ("{{fonts}}", preloads.join("\n")),
    ] {
        if !page.contains(place) {
            return Err(Failure::new(format!(
                "{} has no {place}.",
                workspace.shown(&path)
            )));
        }
        page = page.replace(place, &value);
    }
    move_scripts_out(page, assets)
}

fn preload(font: &str) -> String {
    format!(
        "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"/assets/{font}\">"
    )
}

fn move_scripts_out(mut page: String, assets: &Path) -> Outcome<String> {
    const OPEN: &str = "<script>";
    const CLOSE: &str = "</script>";
    while let Some((before, rest)) = page.split_once(OPEN) {
        let Some((script, after)) = rest.split_once(CLOSE) else {
            return Err(Failure::new("A script in frontend/index.html has no end."));
        };
        let name = hashed_write("page", "js", script.as_bytes(), assets)?;
        page = format!("{before}<script src=\"/assets/{name}\">{CLOSE}{after}");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::move_scripts_out;

    #[test]
    fn scripts_of_the_page_become_files() {
        let directory = std::env::temp_dir().join(format!("tacit-page-{}", std::process::id()));
        let page =
            move_scripts_out("<a><script>one()</script><b>".into(), &directory).expect("moved");
        let name = page
            .split("/assets/")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a name");
        assert_eq!(
            page,
            format!("<a><script src=\"/assets/{name}\"></script><b>")
        );
        assert_eq!(
            std::fs::read_to_string(directory.join(name)).expect("the file"),
            "one()"
        );
        std::fs::remove_dir_all(directory).expect("removed");
    }
}
