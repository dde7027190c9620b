//! Which language the app speaks: the member's own choice, else this browser's memory, else what the browser asks for.

use leptos::prelude::*;

use super::storage;
use crate::i18n::Lang;

const NAME: &str = "tacit-lang";

/// The chosen language; setting it draws the app anew and is remembered in this browser.
#[derive(Clone, Copy)]
pub struct LangState(RwSignal<Lang>);

impl LangState {
    /// Works out the first language and offers it to all below.
    pub fn provide() -> Self {
        let remembered = storage::read(NAME).and_then(|tag| Lang::known(&tag));
        let asked = || {
            window()
                .navigator()
                .language()
                .map(|tag| Lang::from_tag(&tag))
        };
        let state = Self(RwSignal::new(remembered.or_else(asked).unwrap_or(Lang::En)));
        Effect::new(move |_| announce(state.0.get()));
        provide_context(state);
        state
    }

    /// The language now.
    pub fn get(self) -> Lang {
        self.0.get()
    }

    /// Chooses a language; choosing the one in use changes nothing.
    pub fn set(self, lang: Lang) {
        storage::write(NAME, Some(lang.tag()));
        if self.0.get_untracked() != lang {
            self.0.set(lang);
        }
    }
}

/// The switch of language.
pub fn use_lang_state() -> LangState {
    use_context().unwrap_or_else(|| LangState(RwSignal::new(Lang::En)))
}

fn announce(lang: Lang) {
    let set = document()
        .document_element()
        .map(|root| root.set_attribute("lang", lang.tag()));
    if !matches!(set, Some(Ok(()))) {
        leptos::logging::warn!("the language could not be announced");
    }
}
