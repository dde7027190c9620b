//! Named people: who of them cannot be asked now is said before anything is sent, with others who can.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tacit_contract::expertise::{Standing, SuggestedExpert};
use tacit_contract::identity::MemberRef;

use super::{Audience, PEOPLE};
use crate::components::expertise::PersonField;
use crate::components::ui::{Banner, Glyph, LinkButton, Tone};
use crate::i18n::use_lang;
use crate::pages::questions::first::not_now;
use crate::state::api::use_api;
use crate::state::sending::Sending;

/// Others offered where somebody cannot be asked.
const OTHERS: usize = 3;

/// One to ten people, and who of them cannot be asked now.
#[component]
pub fn WhichPeople(
    audience: Audience,
    likely: Signal<Vec<SuggestedExpert>>,
    sending: Sending,
) -> impl IntoView {
    let t = use_lang();
    let away = RwSignal::new(BTreeMap::<String, bool>::new());
    let offered = Signal::derive(move || {
        let people = likely.get().into_iter();
        people.map(|one| one.member).collect::<Vec<_>>()
    });
    let nobody = move || {
        let people = audience.people.get();
        let away = away.get();
        let unasked = people.iter().all(|one| away.get(&one.key) == Some(&true));
        let (any, all) = (!people.is_empty(), unasked);
        (any && all).then(|| view! { <Banner tone=Tone::Urgent title=t.audience_nobody() /> })
    };
    let others = move || {
        let gone = audience.people.with(|people| {
            away.with(|away| people.iter().any(|one| away.get(&one.key) == Some(&true)))
        });
        let free = likely.get().into_iter().filter(|one| {
            one.availability.standing == Standing::Free && !audience.names(&one.member.handle)
        });
        let free: Vec<_> = free.take(OTHERS).map(|one| one.member).collect();
        (gone && !free.is_empty()).then(|| view! { <Others audience free /> })
    };
    view! {
        <PersonField
            id="ask-people"
            label=t.audience_whom()
            hint=t.audience_whom_hint()
            chosen=audience.people
            most=PEOPLE
            likely=offered
            error=sending.field(t, "/audience")
        />
        <div class="stacked asked-people" aria-live="polite">
            <For each=move || audience.people.get() key=|one| one.key.clone() let:one>
                <CanBeAsked handle=one.key away />
            </For>
            {nobody}
            {others}
        </div>
    }
}

/// A word about somebody who cannot be asked now; quiet about everybody else.
#[component]
fn CanBeAsked(handle: String, away: RwSignal<BTreeMap<String, bool>>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = handle.clone();
    let found = LocalResource::new(move || {
        let (api, handle) = (api.clone(), asked.clone());
        // Without an answer the server still says so when it is sent.
        async move { api.get_member_expertise(&handle).await.ok() }
    });
    Effect::new(move |_| {
        if let Some(found) = found.get().flatten() {
            let gone = found.availability.standing != Standing::Free;
            away.update(|away| {
                away.insert(handle.clone(), gone);
            });
        }
    });
    move || {
        let title = not_now(t, &found.get().flatten()?)?;
        Some(
            view! { <Banner tone=Tone::Waiting glyph=Glyph::Person title>{t.audience_not_now()}</Banner> },
        )
    }
}

/// Who could be asked besides.
#[component]
fn Others(audience: Audience, free: Vec<MemberRef>) -> impl IntoView {
    let t = use_lang();
    let buttons = free.into_iter().map(|member| {
        let words = t.routing_ask_person(&member.display_name);
        let press = Callback::new(move |()| audience.toggle(&member));
        view! { <LinkButton glyph=Glyph::Plus on_press=press>{words}</LinkButton> }
    });
    view! { <p class="actions"><span>{t.audience_others()}</span> {buttons.collect::<Vec<_>>()}</p> }
}
