//! When and how one may be asked.

use leptos::prelude::*;
use tacit_contract::expertise::MyAvailability;
use tacit_contract::routing::SetMyRouting;
use tacit_contract::time::{beginning_of, date_of};
use web_sys::SubmitEvent;

use crate::components::ui::{
    Button, FormProblem, Kind, Loaded, Select, Switch, TextArea, TextField, TextSkeleton,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// Caps that are offered.
const CAPS: [u8; 8] = [0, 1, 2, 3, 5, 8, 13, 21];

/// The form, once what was said is there.
#[component]
pub fn AvailabilitySettings() -> impl IntoView {
    let api = use_api();
    let said = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_my_availability().await }
    });
    view! {
        <RoutingChoice />
        <Loaded resource=said waiting=|| view! { <TextSkeleton /> }.into_any() let:said>
            {view! { <Form said /> }.into_any()}
        </Loaded>
    }
}

/// Whether one is told of questions that fit, once it is known.
#[component]
fn RoutingChoice() -> impl IntoView {
    let api = use_api();
    let choice = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_my_routing().await }
    });
    view! {
        <Loaded resource=choice waiting=|| view! { <TextSkeleton /> }.into_any() let:choice>
            {view! { <TellMe wanted=choice.wanted /> }.into_any()}
        </Loaded>
    }
}

/// The switch; takes effect at once.
#[component]
fn TellMe(wanted: bool) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let wanted = RwSignal::new(wanted);
    let change = Callback::new(move |on: bool| {
        let api = api.clone();
        let set = SetMyRouting { wanted: Some(on) };
        wanted.set(on);
        sending.send_or(
            async move { api.set_my_routing(&set).await },
            move |_| toasts.say(t.settings_topics_saved()),
            move |error| {
                wanted.set(!on);
                Some(error)
            },
        );
    });
    view! {
        <div class="field">
            <Switch id="routing-wanted" label=t.routing_wanted() checked=wanted on_change=change />
            <p class="hint">{t.routing_wanted_hint()}</p>
            <FormProblem error=sending.error() />
        </div>
    }
}

#[component]
fn Form(said: MyAvailability) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let until = RwSignal::new(said.away_until.map(date_of).unwrap_or_default());
    let cap = RwSignal::new(
        said.weekly_cap
            .map(|cap| cap.to_string())
            .unwrap_or_default(),
    );
    let asking = RwSignal::new(said.asking);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let said = MyAvailability {
            away_until: beginning_of(&until.get_untracked()),
            weekly_cap: cap.get_untracked().parse().ok(),
            asking: asking.get_untracked(),
        };
        sending.send(
            async move { api.set_my_availability(&said).await },
            move |_| toasts.say(t.settings_topics_saved()),
        );
    };
    let mut caps = vec![(String::new(), t.settings_cap_any().to_owned())];
    let own = said.weekly_cap.filter(|cap| !CAPS.contains(cap));
    let mut numbers: Vec<u8> = CAPS.into_iter().chain(own).collect();
    numbers.sort_unstable();
    caps.extend(
        numbers
            .into_iter()
            .map(|cap| (cap.to_string(), t.number(u64::from(cap)))),
    );
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                id="away-until"
                label=t.settings_away_until()
                hint=t.settings_away_hint()
                kind="date"
                value=until
                optional=true
                error=sending.field(t, "/away_until")
            />
            <Select
                id="weekly-cap"
                label=t.settings_cap()
                hint=t.settings_cap_hint()
                choices=caps
                value=cap
                on_choose=Callback::new(move |chosen| cap.set(chosen))
                error=sending.field(t, "/weekly_cap")
            />
            <TextArea
                id="asking"
                label=t.settings_asking()
                hint=t.settings_asking_hint()
                rows=3
                value=asking
                optional=true
                error=sending.field(t, "/asking")
            />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
            </div>
        </form>
    }
}
