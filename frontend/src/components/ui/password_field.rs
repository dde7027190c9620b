//! A password, hidden until one asks to see it.

use leptos::prelude::*;

use super::field::{Frame, described_by};
use crate::i18n::use_lang;

/// A line for a password, with a button that shows and hides it.
#[component]
pub fn PasswordField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// `current-password` or `new-password`, for whoever keeps passwords.
    autocomplete: &'static str,
) -> impl IntoView {
    let t = use_lang();
    let shown = RwSignal::new(false);
    let described = described_by(&id, hint.is_some(), error);
    let controls = id.clone();
    view! {
        <Frame id=id.clone() label=label hint error>
            <div class="password">
                <input
                    class="input"
                    id=id
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    required=true
                    aria-describedby=move || described.get()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    bind:value=value
                />
                <button
                    class="link-button"
                    type="button"
                    aria-controls=controls
                    aria-label=move || if shown.get() { t.ui_hide_password_long() } else { t.ui_show_password_long() }
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { t.ui_hide_password() } else { t.ui_show_password() }}
                </button>
            </div>
        </Frame>
    }
}
