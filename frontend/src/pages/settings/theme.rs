//! Light, dark, or as the system says. It takes effect at once.

use leptos::prelude::*;

use crate::components::ui::SegmentedChoice;
use crate::i18n::use_lang;
use crate::state::theme::{Theme, use_theme};

/// The choice.
#[component]
pub fn ThemeSettings() -> impl IntoView {
    let t = use_lang();
    let theme = use_theme();
    let themes = Theme::ALL.map(|theme| {
        let words = match theme {
            Theme::System => t.settings_theme_system(),
            Theme::Light => t.settings_theme_light(),
            Theme::Dark => t.settings_theme_dark(),
        };
        (theme, words.to_owned())
    });
    view! {
        <SegmentedChoice
            name="theme"
            label=t.settings_theme_choice()
            choices=themes.to_vec()
            value=Signal::derive(move || theme.get())
            on_choose=Callback::new(move |chosen| theme.set(chosen))
        />
    }
}
