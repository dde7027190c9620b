//! The language of the screens and the time zone. Nothing is typed here, so whoever saves last is right.

use leptos::prelude::*;
use tacit_client::{Client, ClientError};
use tacit_contract::identity::{Me, UpdateMe};
use web_sys::SubmitEvent;

use crate::components::ui::{Button, FormProblem, Kind, SegmentedChoice, Select};
use crate::i18n::{Lang, hour_in, time_zones, use_lang};
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::sending::{Saved, Sending, save};
use crate::state::session::{lang_of, locale_of, use_session};
use crate::state::toasts::use_toasts;

/// The form; the frame has made sure that somebody is signed in.
#[component]
pub fn LanguageSettings() -> impl IntoView {
    use_session().me().map(|me| view! { <Form me /> })
}

#[component]
fn Form(me: Me) -> impl IntoView {
    let t = use_lang();
    let (api, session, toasts, lang_state) =
        (use_api(), use_session(), use_toasts(), use_lang_state());
    let lang = RwSignal::new(lang_of(me.locale));
    let zone = RwSignal::new(me.time_zone.clone());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, version) = (api.clone(), me.version);
        let change = UpdateMe {
            locale: Some(locale_of(lang.get_untracked())),
            time_zone: Some(zone.get_untracked()),
            ..UpdateMe::default()
        };
        sending.send(update(api, version, change), move |me| {
            let chosen = lang_of(me.locale);
            session.update(me);
            toasts.say(chosen.settings_language_saved());
            lang_state.set(chosen);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <SegmentedChoice
                name="lang"
                label=t.settings_screens()
                choices=Lang::ALL.map(|lang| (lang, lang.own_name().to_owned())).to_vec()
                value=lang
                on_choose=Callback::new(move |chosen| lang.set(chosen))
            />
            <Select
                id="zone"
                label=t.settings_zone()
                choices=zones(&me.time_zone)
                value=zone
                on_choose=Callback::new(move |chosen| zone.set(chosen))
                error=sending.field(t, "/time_zone")
            />
            <p class="meta after-field">{move || zone.with(|zone| t.settings_now(&hour_in(t, zone)))}</p>
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
            </div>
        </form>
    }
}

/// Saves; when the profile was changed elsewhere meanwhile, once more on top of that.
async fn update(api: Client, version: i32, change: UpdateMe) -> Result<Me, ClientError> {
    match save(api.update_me(version, &change), api.me()).await? {
        Saved::Saved(me) => Ok(me),
        Saved::Changed(me) => api.update_me(me.version, &change).await,
    }
}

/// All zones, and the one in use even if this browser does not know it.
fn zones(now: &str) -> Vec<(String, String)> {
    let mut zones = time_zones();
    if !zones.iter().any(|zone| zone == now) {
        zones.push(now.to_owned());
    }
    zones
        .into_iter()
        .map(|zone| (zone.clone(), zone.replace('_', " ")))
        .collect()
}
