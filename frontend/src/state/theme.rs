//! Light, dark, or as the system says. Told to the page by `data-theme` on `html`; `index.html` sets it before
//! the app is there, from the same place in storage.

use leptos::prelude::*;

use super::storage;

const NAME: &str = "tacit-theme";

/// A theme a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Light, whatever the system says.
    Light,
    /// Dark, whatever the system says.
    Dark,
}

impl Theme {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn from_attribute(value: Option<&str>) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.attribute() == value)
            .unwrap_or(Self::System)
    }
}

/// The chosen theme; setting it changes the page and is remembered.
#[derive(Clone, Copy)]
pub struct ThemeState(RwSignal<Theme>);

impl ThemeState {
    /// Reads the remembered theme and offers it to all below.
    pub fn provide() {
        let chosen = RwSignal::new(Theme::from_attribute(storage::read(NAME).as_deref()));
        Effect::new(move |_| apply(chosen.get()));
        provide_context(Self(chosen));
    }

    /// The theme now.
    pub fn get(self) -> Theme {
        self.0.get()
    }

    /// Chooses a theme.
    pub fn set(self, theme: Theme) {
        storage::write(NAME, theme.attribute());
        self.0.set(theme);
    }
}

/// The theme of the app.
pub fn use_theme() -> ThemeState {
    use_context().unwrap_or_else(|| ThemeState(RwSignal::new(Theme::System)))
}

fn apply(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    let outcome = match theme.attribute() {
        Some(value) => root.set_attribute("data-theme", value),
        None => root.remove_attribute("data-theme"),
    };
    if outcome.is_err() {
        leptos::logging::warn!("the theme could not be set");
    }
}
