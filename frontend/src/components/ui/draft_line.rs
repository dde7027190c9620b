//! What is known about the draft of a form: one quiet line below the field.

use leptos::prelude::*;

use super::button::LinkButton;
use super::time::Time;
use crate::i18n::use_lang;
use crate::state::drafts::{DraftKeeper, Kept};

/// The line. It speaks up only when a draft was found, or cannot be kept.
#[component]
pub fn DraftLine(keeper: DraftKeeper) -> impl IntoView {
    let t = use_lang();
    let kept = keeper.kept();
    let discard = Callback::new(move |()| keeper.discard());
    let speaks = move || kept.with(|kept| !matches!(kept, Kept::Nothing | Kept::Saved(_)));
    view! {
        <p class="draft-line" role=move || speaks().then_some("status")>
            {move || match kept.get() {
                Kept::Nothing => ().into_any(),
                Kept::Saved(at) => {
                    view! {
                        <span>{t.drafts_saved()} " " <Time at /></span>
                        <LinkButton on_press=discard>{t.drafts_discard()}</LinkButton>
                    }
                        .into_any()
                }
                Kept::TakenUp(at) => {
                    view! {
                        <span>{t.drafts_taken_up()} " " <Time at /></span>
                        <LinkButton on_press=discard>{t.drafts_discard()}</LinkButton>
                    }
                        .into_any()
                }
                Kept::Offered(draft) => {
                    view! {
                        <span>{t.drafts_offered()} " " <Time at=draft.updated_at.to_rfc3339() /></span>
                        <LinkButton on_press=Callback::new(move |()| keeper.take_up())>{t.drafts_take_up()}</LinkButton>
                        <LinkButton on_press=Callback::new(move |()| keeper.decline())>{t.drafts_decline()}</LinkButton>
                    }
                        .into_any()
                }
                Kept::Contested(at) => view! { <span>{t.drafts_contested()} " " <Time at /></span> }.into_any(),
                Kept::Failed => view! { <span>{t.drafts_failed()}</span> }.into_any(),
            }}
        </p>
    }
}
