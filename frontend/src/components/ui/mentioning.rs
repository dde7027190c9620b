//! Names while one writes: after `@` and a letter or two, the people it may be. Arrows choose, Enter or Tab takes,
//! Escape leaves it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use tacit_contract::identity::{ListMembersQuery, MemberRef};
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

use super::avatar::{Avatar, Size};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;
use crate::view_model::mention::{Typed, typed_before};
use crate::view_model::roving;

/// How many people are offered.
const OFFERED: u32 = 6;

/// Stands around a text area whose words are `value`.
#[component]
pub fn Mentioning(
    /// The id of the text area.
    #[prop(into)]
    id: String,
    value: RwSignal<String>,
    children: Children,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let typed = RwSignal::new(None::<Typed>);
    let active = RwSignal::new(0_usize);
    let word = Signal::derive(move || typed.get().map(|typed| typed.word).unwrap_or_default());
    let asked = paused(word, 150);
    let found = LocalResource::new(move || {
        let (api, q) = (api.clone(), asked.get());
        async move {
            if q.is_empty() {
                return Vec::new();
            }
            let query = ListMembersQuery {
                q: Some(q),
                limit: Some(OFFERED),
                ..ListMembersQuery::default()
            };
            // Without an answer one types the handle.
            let page = api.list_members(&query).await;
            let people = page.map(|page| page.items).unwrap_or_default();
            people
                .into_iter()
                .map(|one| one.member)
                .collect::<Vec<MemberRef>>()
        }
    });
    let offers = Memo::new(move |_| {
        if typed.with(Option::is_none) || word.get().is_empty() {
            return Vec::new();
        }
        found.get().unwrap_or_default()
    });
    let area = StoredValue::new(id.clone());
    let take = Callback::new(move |number: usize| {
        let offers = offers.get_untracked();
        let (Some(person), Some(at)) = (offers.get(number), typed.get_untracked()) else {
            return;
        };
        let (text, caret) = value.with_untracked(|text| at.replaced(text, &person.handle));
        value.set(text);
        typed.set(None);
        request_animation_frame(move || {
            if let Some(area) = area.with_value(|id| find(id)) {
                drop(area.focus());
                drop(area.set_selection_range(caret, caret));
            }
        });
    });
    let look = move || {
        let caret = area
            .with_value(|id| find(id))
            .and_then(|area| area.selection_start().ok().flatten());
        active.set(0);
        typed.set(caret.and_then(|caret| value.with_untracked(|text| typed_before(text, caret))));
    };
    let on_key = move |event: KeyboardEvent| {
        let count = offers.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        match event.key().as_str() {
            "Enter" | "Tab" => take.run(active.get_untracked()),
            "Escape" => typed.set(None),
            key => match roving::step(key, active.get_untracked(), count) {
                Some(next) => active.set(next),
                None => return,
            },
        }
        event.prevent_default();
    };
    let list = format!("{id}-people");
    view! {
        <div class="mentioning" on:input=move |_| request_animation_frame(look) on:keydown=on_key on:focusout=move |_| typed.set(None)>
            {children()}
            {move || {
                let people = offers.get();
                let list = list.clone();
                (!people.is_empty())
                    .then(move || {
                        let rows = people
                            .into_iter()
                            .enumerate()
                            .map(|(number, person)| view! { <Offer person number active take /> })
                            .collect_view();
                        view! { <ul class="listbox" role="listbox" id=list aria-label=t.mention_people()>{rows}</ul> }
                    })
            }}
            <p class="visually-hidden" role="status">
                {move || {
                    let people = offers.get();
                    people.get(active.get()).map(|person| t.mention_offer(&person.display_name))
                }}
            </p>
        </div>
    }
}

#[component]
fn Offer(
    person: MemberRef,
    number: usize,
    active: RwSignal<usize>,
    take: Callback<usize>,
) -> impl IntoView {
    view! {
        <li
            role="option"
            aria-selected=move || (active.get() == number).to_string()
            on:mousedown=move |event| {
                // The text area keeps the focus.
                event.prevent_default();
                take.run(number);
            }
        >
            <Avatar name=person.display_name.clone() size=Size::Small />
            {person.display_name}
            <small>"@" {person.handle}</small>
        </li>
    }
}

fn find(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
