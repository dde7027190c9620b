//! From page to page of a list that knows only the way forward: to the start, or further. Both are addresses.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n::use_lang;

/// The end of a list: links to its start and to what follows, where there is one.
#[component]
pub fn Pager(
    #[prop(optional_no_strip, into)] first: Option<String>,
    #[prop(optional_no_strip, into)] next: Option<String>,
) -> impl IntoView {
    let t = use_lang();
    (first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=t.ui_pages()>
                {first.map(|href| view! { <A href attr:class="button">{t.ui_newer()}</A> })}
                <span></span>
                {next.map(|href| view! { <A href attr:class="button" attr:rel="next">{t.ui_older()}</A> })}
            </nav>
        }
    })
}
