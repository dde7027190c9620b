//! Somebody else saved first: what is typed stays, what is there now is shown, and saving again decides.

use leptos::prelude::*;

use super::banner::{Banner, Tone};
use crate::i18n::use_lang;

/// A banner, and below it what is there now.
#[component]
pub fn Stale(
    /// What is there now.
    children: Children,
) -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="stale">
            <Banner tone=Tone::Waiting title=t.problem_stale()>{t.ui_stale_more()}</Banner>
            <details class="fold now" open>
                <summary>{t.ui_stale_now()}</summary>
                {children()}
            </details>
        </div>
    }
}
