//! A text as it is stored: Markdown, its HTML and its language. Made before the transaction: rendering takes its time.

use tacit_domain::posts::LanguageTag;

use uuid::Uuid;

use crate::markdown;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Markdown.
    pub body: String,
    /// Sanitised HTML.
    pub html: String,
    /// Primary tag of BCP 47.
    pub language: String,
    /// Whom it names; see `posts::naming`.
    pub names: Vec<Uuid>,
}

impl Written {
    /// Renders a text; without a given language it is found out from the title, where there is one, and the text.
    #[must_use]
    pub fn new(title: Option<&str>, body: &str, given: Option<&LanguageTag>) -> Self {
        let detect = || match title {
            Some(title) => markdown::detect_language(&format!("{title}\n\n{body}")),
            None => markdown::detect_language(body),
        };
        Self {
            body: body.to_owned(),
            html: markdown::render(body),
            language: given.map_or_else(detect, |tag| tag.as_str().to_owned()),
            names: Vec::new(),
        }
    }
}
