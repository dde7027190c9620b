//! Where passing messages appear: above everything, announced politely, never taking the focus.

use leptos::prelude::*;

use crate::i18n::use_lang;
use crate::state::toasts::use_toasts;

/// The messages on the screen now.
#[component]
pub fn ToastList() -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown() key=|toast| toast.id let:toast>
                {
                    let id = toast.id;
                    let (label, act) = match toast.action {
                        Some((label, act)) => (label, Some(act)),
                        None => (t.ui_close().to_owned(), None),
                    };
                    view! {
                        <div class="toast">
                            <span>{toast.text}</span>
                            <button
                                type="button"
                                on:click=move |_| {
                                    toasts.dismiss(id);
                                    if let Some(act) = act {
                                        act.run(());
                                    }
                                }
                            >
                                {label}
                            </button>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
