//! The logo of the organisation: chosen, sent as it is, taken away.

use js_sys::{Promise, Reflect, Uint8Array};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use tacit_client::{Client, ClientError};
use tacit_contract::organisation::Organisation;
use wasm_bindgen_futures::JsFuture;

use crate::components::ui::{Button, FormProblem};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The section.
#[component]
pub fn Logo(
    name: String,
    #[prop(optional_no_strip)] logo_url: Option<String>,
    version: StoredValue<i32>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let url = RwSignal::new(logo_url);
    let sending = Sending::new();
    let choosing = api.clone();
    let choose = move |event: Event| {
        let Some(file) = first_file(&event) else {
            return;
        };
        sending.send(upload(choosing.clone(), file), move |now| {
            version.set_value(now.version);
            // The address stays the same: a question mark makes the browser look again.
            url.set(now.logo_url.map(|url| format!("{url}?{}", now.version)));
            toasts.say(t.organisation_logo_done());
        });
    };
    let remove = Callback::new(move |()| {
        sending.send(remove(api.clone()), move |now| {
            version.set_value(now.version);
            url.set(None);
            toasts.say(t.organisation_logo_gone());
        });
    });
    let picture = move || {
        let alt = t.organisation_logo_alt(&name);
        url.get()
            .map(|url| view! { <img class="logo" src=url alt=alt /> })
    };
    view! {
        <section class="section" aria-labelledby="logo">
            <div class="section-head"><h2 id="logo">{t.organisation_logo()}</h2></div>
            {picture}
            <p class="meta">{t.organisation_logo_hint()}</p>
            <FormProblem error=sending.error() />
            <div class="actions">
                <label class="button file" aria-busy=move || sending.busy().get().then_some("true")>
                    {t.organisation_logo_choose()}
                    <input
                        type="file"
                        class="visually-hidden"
                        accept="image/png,image/jpeg,image/webp,image/svg+xml"
                        on:change=choose
                    />
                </label>
                {move || {
                    url.get()
                        .is_some()
                        .then(|| view! { <Button on_press=remove busy=sending.busy()>{t.organisation_logo_remove()}</Button> })
                }}
            </div>
        </section>
    }
}

async fn upload(api: Client, file: JsValue) -> Result<Organisation, ClientError> {
    let kind = Reflect::get(&file, &"type".into())
        .ok()
        .and_then(|kind| kind.as_string())
        .unwrap_or_default();
    let bytes = read(&file).await.map_err(|error| ClientError::Unexpected {
        status: 0,
        detail: format!("{error:?}"),
    })?;
    api.set_logo(&kind, bytes).await
}

async fn remove(api: Client) -> Result<Organisation, ClientError> {
    api.remove_logo().await?;
    api.get_organisation().await
}

/// The file chosen in an input.
pub(super) fn first_file(event: &Event) -> Option<JsValue> {
    let files = Reflect::get(event.target()?.as_ref(), &"files".into()).ok()?;
    Reflect::get_u32(&files, 0)
        .ok()
        .filter(|file| !file.is_undefined())
}

/// What is in a file.
pub(super) async fn read(file: &JsValue) -> Result<Vec<u8>, JsValue> {
    let reader: js_sys::Function = Reflect::get(file, &"arrayBuffer".into())?.dyn_into()?;
    let promise: Promise = reader.call0(file)?.dyn_into()?;
    let buffer = JsFuture::from(promise).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
