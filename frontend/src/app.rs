//! The start: takes the place of the shell in `index.html`, sets up what outlives pages, and draws.

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::components::ui::ToastList;
use crate::i18n::Lang;
use crate::routes::Routing;
use crate::state::{
    api, lang::LangState, online::Online, pictures::Pictures, session::SessionState,
    theme::ThemeState, toasts::Toasts,
};

/// Draws the app instead of the shell.
pub fn start() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    ThemeState::provide();
    Online::provide();
    Toasts::provide();
    let lang = LangState::provide();
    match api::provide_api() {
        Ok(client) => {
            let session = SessionState::provide(&client);
            Pictures::provide(session);
            (move || view! { <Speaking lang=lang.get() /> }).into_any()
        }
        // Only a wrong address in the page itself leads here; there is nothing a person could do.
        Err(error) => view! { <p role="alert">{error.to_string()}</p> }.into_any(),
    }
}

/// Everything that contains words: drawn anew when the language changes.
#[component]
fn Speaking(lang: Lang) -> impl IntoView {
    provide_context(lang);
    view! {
        <Routing />
        <ToastList />
    }
}
