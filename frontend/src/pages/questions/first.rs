//! Who is asked first: whether they can be asked now, said before anything is sent.

use leptos::prelude::*;
use tacit_contract::expertise::{MemberExpertise, Standing};

use crate::components::ui::{Banner, Glyph, LinkButton, Tone};
use crate::i18n::{Lang, day, use_lang};
use crate::state::api::use_api;
use crate::state::zone::use_zone;

/// The person the address names; nothing without one.
#[component]
pub fn AskedFirst(
    first: RwSignal<Option<String>>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let api = use_api();
    let found = LocalResource::new(move || {
        let (api, handle) = (api.clone(), first.get());
        async move {
            let handle = handle?;
            api.get_member_expertise(&handle).await.ok()
        }
    });
    let drop = Callback::new(move |()| first.set(None));
    view! {
        {move || {
            let found = found.get().flatten()?;
            first.with(Option::is_some).then(|| view! { <Shown found drop /> })
        }}
        {move || {
            error.get().map(|error| view! { <Banner tone=Tone::Urgent title=error /> })
        }}
    }
}

#[component]
fn Shown(found: MemberExpertise, drop: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (tone, title, more) = words(t, &found);
    let asking = found.availability.asking;
    let asking = (!asking.is_empty()).then(|| view! { <q class="reason">{asking}</q> });
    view! {
        <div class="request">
            <Banner tone glyph=Glyph::Person title>
                <span>{more}</span>
                {asking}
                <span class="actions">
                    <LinkButton on_press=drop>{t.routing_first_drop()}</LinkButton>
                </span>
            </Banner>
        </div>
    }
}

fn words(t: Lang, found: &MemberExpertise) -> (Tone, String, &'static str) {
    match not_now(t, found) {
        Some(title) => (Tone::Waiting, title, t.routing_first_not()),
        None => {
            let title = t.routing_first(&found.member.display_name);
            (Tone::Note, title, t.routing_first_more())
        }
    }
}

/// Why somebody cannot be asked now; nothing when they can.
pub fn not_now(t: Lang, found: &MemberExpertise) -> Option<String> {
    let name = &found.member.display_name;
    let until = found.availability.away_until.map(|at| at.to_rfc3339());
    match (found.availability.standing, until) {
        (Standing::Free, _) => None,
        (Standing::Busy, _) => Some(t.routing_first_busy(name)),
        (Standing::Away, None) => Some(t.routing_first_away(name)),
        (Standing::Away, Some(at)) => {
            let day = day(t, use_zone().as_deref(), &at);
            Some(t.routing_first_away_until(name, &day))
        }
    }
}
