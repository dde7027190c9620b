//! The list below the search box: questions, topics and people that begin with what is typed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tacit_contract::search::{Completion, SearchKind};

use super::search_box::{LIST, SearchState};
use crate::components::ui::{Fragments, Glyph, Icon};
use crate::i18n::use_lang;
use crate::view_model::completion;

/// The list, while there is something in it.
#[component]
pub fn SearchOffers(state: SearchState) -> impl IntoView {
    let t = use_lang();
    let expanded = Memo::new(move |_| state.expanded());
    move || {
        expanded.get().then(|| {
            view! {
                <div class="listbox" role="listbox" id=LIST aria-label=t.search_suggestions()>
                    {move || {
                        let offers = state.offers.get().into_iter().enumerate();
                        offers.map(|(at, offer)| view! { <Offer state at offer /> }).collect_view()
                    }}
                </div>
            }
        })
    }
}

#[component]
fn Offer(state: SearchState, at: usize, offer: Completion) -> impl IntoView {
    let t = use_lang();
    let navigate = use_navigate();
    let href = completion::href(&offer);
    let (glyph, kind) = match offer.kind {
        SearchKind::Question => (Glyph::Questions, t.search_one_question()),
        SearchKind::Topic => (Glyph::Tag, t.search_one_topic()),
        SearchKind::Member => (Glyph::Person, t.search_one_person()),
        SearchKind::Need => (Glyph::Sprout, t.search_one_need()),
    };
    view! {
        <div
            role="option"
            id=format!("{LIST}-{at}")
            aria-selected=move || (state.active.get() == Some(at)).to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| {
                state.open.set(false);
                navigate(&href, NavigateOptions::default());
            }
        >
            <Icon glyph />
            <span><Fragments fragments=offer.text /></span>
            <small>{kind}</small>
        </div>
    }
}
