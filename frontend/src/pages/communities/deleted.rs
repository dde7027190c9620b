//! A community that was deleted, for its owner: until when it is there, and bringing it back.

use leptos::prelude::*;
use tacit_contract::communities::CommunitySummary;
use tacit_contract::time::WireTime;

use crate::components::ui::{Button, FormProblem};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::state::zone::use_zone;

/// One row.
#[component]
pub fn DeletedRow(one: CommunitySummary, erased: WireTime, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let until = day(t, use_zone().as_deref(), &erased.to_rfc3339());
    let (id, name) = (one.community.id, one.community.name.clone());
    let restore = Callback::new(move |()| {
        let (api, name) = (api.clone(), name.clone());
        sending.send(async move { api.restore_community(id).await }, move |()| {
            toasts.say(t.community_restored(&name));
            again.run(());
        });
    });
    view! {
        <article class="community-row hang">
            <div class="margin"><span class="state" data-state="closed">{t.community_deleted()}</span></div>
            <div>
                <h3>{one.community.name.clone()}</h3>
                <p class="excerpt">{t.community_erased_on(&until)}</p>
                <FormProblem error=sending.error() />
                <div class="actions">
                    <Button on_press=restore busy=sending.busy()>
                        {t.community_restore()} <span class="visually-hidden">": " {one.community.name}</span>
                    </Button>
                </div>
            </div>
        </article>
    }
}
