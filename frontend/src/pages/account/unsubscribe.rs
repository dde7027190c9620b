//! `/unsubscribe`: says what the link of a letter ends, and ends it at a press. It needs no sign-in.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::notices::Unsubscribing;

use super::{Options, parameter};
use crate::components::shell::TitlePage;
use crate::components::ui::{Blank, Button, FormProblem, Glyph, Kind, Loaded, TextSkeleton};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::view_model::notices::kind_name;

/// The page.
#[component]
pub fn UnsubscribePage() -> impl IntoView {
    let t = use_lang();
    let options = Options::fetch();
    let token = parameter("token").unwrap_or_default();
    view! {
        <TitlePage title=t.notices_stop_title() options=options.signal()>
            <Found token />
        </TitlePage>
    }
}

#[component]
fn Found(token: String) -> impl IntoView {
    let api = use_api();
    let asked = token.clone();
    let found = LocalResource::new(move || {
        let (api, token) = (api.clone(), asked.clone());
        async move { api.get_unsubscribing(&token).await }
    });
    view! {
        <Loaded resource=found waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
            {view! { <Ask found token=token.clone() /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Ask(found: Unsubscribing, token: String) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let ended = RwSignal::new(found.ended);
    let sending = Sending::new();
    let press = Callback::new(move |()| {
        let (api, token) = (api.clone(), token.clone());
        sending.send(async move { api.unsubscribe(&token).await }, move |now| {
            ended.set(now.ended);
        });
    });
    move || {
        if ended.get() {
            return view! {
                <Blank glyph=Glyph::Check title=t.notices_stop_done() text=done(t, &found)>
                    <A href="/settings/notices" attr:class="button">{t.notices_settings()}</A>
                </Blank>
            }
            .into_any();
        }
        view! {
            <p>{question(t, &found)}</p>
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary on_press=press busy=sending.busy()>{t.notices_stop()}</Button>
            </div>
        }
        .into_any()
    }
}

fn question(t: Lang, found: &Unsubscribing) -> String {
    match found.kind {
        Some(kind) => t.notices_stop_kind(kind_name(t, kind)),
        None => t.notices_stop_digest().to_owned(),
    }
}

fn done(t: Lang, found: &Unsubscribing) -> String {
    match found.kind {
        Some(kind) => t.notices_stopped_kind(kind_name(t, kind)),
        None => t.notices_stopped_digest().to_owned(),
    }
}
