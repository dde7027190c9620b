//! A title page: for who is not signed in. The name large, one column, whose Tacit it is, the other language one step away.

use leptos::prelude::*;
use tacit_contract::organisation::SignInOptions;

use crate::components::ui::PageHead;
use crate::i18n::{Lang, use_lang};
use crate::state::lang::use_lang_state;
use crate::view_model::admission;

/// A page without bar and navigation.
#[component]
pub fn TitlePage(
    #[prop(into)] title: String,
    #[prop(optional, into)] lede: Signal<Option<String>>,
    /// What the document is called, where the title is more of a sentence.
    #[prop(optional, into)]
    document: Option<String>,
    /// Whose Tacit it is, as soon as that is known.
    #[prop(optional, into)]
    options: Signal<Option<SignInOptions>>,
    children: Children,
) -> impl IntoView {
    let t = use_lang();
    let document = document.unwrap_or_else(|| title.clone());
    let logo = move || {
        options.get().and_then(|options| {
            let alt = t.account_logo(&options.organisation);
            options
                .logo_url
                .map(|url| view! { <img class="logo" src=url alt=alt /> })
        })
    };
    let whose = move || {
        options.get().and_then(|options| {
            let words = admission::named(&options.organisation).map(|name| t.account_runs(name));
            words.map(|words| view! { <span>{words}</span> })
        })
    };
    view! {
        <div class="title-page">
            <main id="main">
                <p class="wordmark">
                    <span class="visually-hidden">{t.shell_product()}</span>
                    <span aria-hidden="true">"Tac"<i>"ı"</i>"t"</span>
                </p>
                {logo}
                <PageHead title document />
                {move || lede.get().map(|lede| view! { <p class="lede">{lede}</p> })}
                {children()}
                <footer>
                    {whose}
                    <OtherLanguages />
                </footer>
            </main>
        </div>
    }
}

#[component]
fn OtherLanguages() -> impl IntoView {
    let t = use_lang();
    let state = use_lang_state();
    Lang::ALL
        .into_iter()
        .filter(|lang| *lang != t)
        .map(|lang| {
            view! {
                <button class="link-button" type="button" lang=lang.tag() on:click=move |_| state.set(lang)>
                    {lang.own_name()}
                </button>
            }
        })
        .collect_view()
}
