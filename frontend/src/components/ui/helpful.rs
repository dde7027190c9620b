//! The one mark on a post. It shows at once what was pressed; the page takes it back if the server refuses.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;

/// Helpful, and how many found it so.
#[component]
pub fn Helpful(
    #[prop(into)] marked: Signal<bool>,
    #[prop(into)] count: Signal<u64>,
    /// Nobody marks their own.
    #[prop(into)]
    may_mark: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    view! {
        <button
            class="helpful"
            type="button"
            aria-pressed=move || marked.get().to_string()
            disabled=move || !may_mark.get()
            on:click=move |_| on_press.run(())
        >
            <Icon glyph=Glyph::Helpful />
            {t.ui_helpful()}
            {move || {
                let count = count.get();
                (count > 0)
                    .then(|| {
                        view! {
                            " "
                            <small aria-hidden="true">{t.number(count)}</small>
                            <span class="visually-hidden">", " {t.ui_helpful_marks(count)}</span>
                        }
                    })
            }}
        </button>
    }
}
