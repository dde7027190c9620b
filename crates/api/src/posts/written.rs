//! A text as it is stored: Markdown, its HTML and its language. Made before the transaction: rendering takes its time.

use tacit_domain::files::named_in;
use tacit_domain::limits::PICTURES_PER_POST;
use tacit_domain::posts::LanguageTag;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use crate::error::AppResult;
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
    /// Whether the language was given, or the text says enough to tell it.
    pub language_sure: bool,
    /// The pictures it names.
    pub pictures: Vec<Uuid>,
    /// Whom it names; see `posts::naming`.
    pub names: Vec<Uuid>,
}

impl Written {
    /// As [`new`](Self::new), on a thread that may take its time: the worst text holds up nobody else's request.
    ///
    /// # Errors
    /// When that thread ended early.
    pub async fn rendered(
        title: Option<&str>,
        body: &str,
        given: Option<&LanguageTag>,
    ) -> AppResult<Self> {
        let (title, body, given) = (title.map(str::to_owned), body.to_owned(), given.cloned());
        let render = move || Self::new(title.as_deref(), &body, given.as_ref());
        Ok(spawn_blocking(render).await?)
    }

    /// Renders a text; without a given language it is found out from the title, where there is one, and the text.
    #[must_use]
    pub fn new(title: Option<&str>, body: &str, given: Option<&LanguageTag>) -> Self {
        let detect = || match title {
            Some(title) => markdown::tell_language(&format!("{title}\n\n{body}")),
            None => markdown::tell_language(body),
        };
        let (language, language_sure) =
            given.map_or_else(detect, |tag| (tag.as_str().to_owned(), true));
        Self {
            body: body.to_owned(),
            html: markdown::render(body),
            pictures: named_in(body, PICTURES_PER_POST),
            language,
            names: Vec::new(),
            language_sure,
        }
    }

    /// The language of the post once this text stands in the place of one in another: what says too little to tell stays
    /// in the language it was.
    #[must_use]
    pub fn language_after<'a>(&'a self, before: &'a str) -> &'a str {
        let of_the_screens = |tag: &str| matches!(tag, "en" | "sv");
        if self.language_sure || of_the_screens(before) {
            &self.language
        } else {
            before
        }
    }
}
