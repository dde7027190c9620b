//! When leads are told of a need.

use leptos::prelude::*;
use tacit_contract::needs::NeedAlert;
use web_sys::SubmitEvent;

use crate::components::ui::{Button, FormProblem, Loaded, TextField, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The form, once what was set is there.
#[component]
pub fn AlertForm() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let alert = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_need_alert().await }
    });
    view! {
        <section class="section" aria-labelledby="alert">
            <div class="section-head"><h2 id="alert">{t.alert_title()}</h2></div>
            <Loaded resource=alert waiting=|| view! { <TextSkeleton /> } let:alert>
                <Form alert />
            </Loaded>
        </section>
    }
}

#[component]
fn Form(alert: NeedAlert) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let at = alert.supporters.map(|at| at.to_string());
    let at = RwSignal::new(at.unwrap_or_default());
    let sending = Sending::new();
    let bad = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = at.get_untracked().trim().to_owned();
        let supporters = typed.parse::<u32>().ok();
        bad.set(supporters.is_none() && !typed.is_empty());
        if bad.get_untracked() {
            return;
        }
        let api = api.clone();
        let alert = NeedAlert { supporters };
        sending.send(async move { api.set_need_alert(&alert).await }, move |_| {
            toasts.say(t.settings_topics_saved())
        });
    };
    let refused = sending.field(t, "/supporters");
    let error = Signal::derive(move || {
        let mine = bad.get().then(|| t.alert_bad().to_owned());
        mine.or_else(|| refused.get())
    });
    view! {
        <form class="small-form" novalidate on:submit=submit>
            <TextField id="alert-at" label=t.alert_at() hint=t.alert_at_hint() value=at optional=true error />
            <FormProblem error=sending.error() />
            <div class="actions"><Button busy=sending.busy()>{t.ui_save()}</Button></div>
        </form>
    }
}
