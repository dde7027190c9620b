//! Where one is signed in, and ending it there.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::identity::Session;

use crate::components::ui::{Button, Confirm, FormProblem, Loaded, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

type Sessions = LocalResource<Result<Vec<Session>, ClientError>>;

/// The list.
#[component]
pub fn SessionSettings() -> impl IntoView {
    let api = use_api();
    let sessions: Sessions = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_sessions().await }
    });
    view! {
        <Loaded resource=sessions waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:found>
            {view! { <List found sessions /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn List(found: Vec<Session>, sessions: Sessions) -> impl IntoView {
    let t = use_lang();
    let others = found.iter().any(|session| !session.current);
    let rows = found
        .into_iter()
        .map(|session| view! { <li><Row session sessions /></li> });
    view! {
        <ul class="rows compact">{rows.collect_view()}</ul>
        {if others {
            view! { <Everywhere sessions /> }.into_any()
        } else {
            view! { <p class="nothing after">{t.settings_only_here()}</p> }.into_any()
        }}
    }
}

#[component]
fn Row(session: Session, sessions: Sessions) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let (id, device) = (session.id, session.device.clone());
    let end = Callback::new(move |()| {
        let (api, device) = (api.clone(), device.clone());
        sending.send(async move { api.end_session(id).await }, move |()| {
            toasts.say(t.settings_signed_out_there(&device));
            sessions.refetch();
        });
    });
    view! {
        <div class="line">
            <div>
                <b>{session.device}</b>
                <p class="meta">
                    {session.current.then(|| view! { <span class="state" data-state="solved">{t.settings_this_session()}</span> })}
                    <span>{t.settings_signed_in()} " " <Time at=session.created_at.to_rfc3339() /></span>
                    <span>{t.settings_last_used()} " " <Time at=session.last_used_at.to_rfc3339() /></span>
                </p>
            </div>
            {(!session.current)
                .then(|| view! { <Button on_press=end busy=sending.busy()>{t.settings_sign_out_there()}</Button> })}
        </div>
        <FormProblem error=sending.error() />
    }
}

#[component]
fn Everywhere(sessions: Sessions) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let open = RwSignal::new(false);
    let sending = Sending::new();
    let end = Callback::new(move |()| {
        let api = api.clone();
        sending.send(async move { api.end_other_sessions().await }, move |()| {
            open.set(false);
            toasts.say(t.settings_everywhere_done());
            sessions.refetch();
        });
    });
    view! {
        <div class="actions after">
            <Button on_press=Callback::new(move |()| open.set(true))>{t.settings_everywhere()}</Button>
        </div>
        <Confirm
            id="everywhere"
            title=t.settings_everywhere_title()
            open
            act=t.settings_everywhere()
            sending
            on_confirm=end
        >
            <p>{t.settings_everywhere_what()}</p>
        </Confirm>
    }
}
