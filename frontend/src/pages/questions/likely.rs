//! Who is likely to know, while a question is being written.

use leptos::prelude::*;
use tacit_contract::expertise::{SuggestExperts, SuggestedExpert};
use tacit_contract::identity::MemberRef;
use tacit_contract::posts::AudienceKind;

use super::draft::Draft;
use crate::components::expertise::Likely;
use crate::components::ui::LinkButton;
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;

/// So many letters must stand there before anybody is looked for.
const LEAST: usize = 8;
/// Milliseconds after which typing has paused.
const PAUSE: u64 = 600;
/// People named.
const NAMED: u32 = 6;

/// Who is likely to know what is written so far; empty while nobody is known.
pub fn likely_to_know(draft: Draft) -> Signal<Vec<SuggestedExpert>> {
    let api = use_api();
    let (title, body) = (
        paused(draft.title.into(), PAUSE),
        paused(draft.body.into(), PAUSE),
    );
    let within = draft.audience.within();
    let found = LocalResource::new(move || {
        let api = api.clone();
        let topics = draft.topics.get().into_iter().map(|topic| topic.key);
        let question = SuggestExperts {
            title: title.get().trim().to_owned(),
            body: body.get(),
            topics: topics.collect(),
            question: None,
            community_id: within.get(),
            limit: Some(NAMED),
        };
        async move {
            let written = question.title.chars().count() >= LEAST;
            if !written && question.topics.is_empty() {
                return Vec::new();
            }
            // A help, not a need: without it one can still ask.
            let found = api.suggest_experts(&question).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    Signal::derive(move || found.get().unwrap_or_default())
}

/// The aside of the page.
#[component]
pub fn LikelyToKnow(draft: Draft, people: Signal<Vec<SuggestedExpert>>) -> impl IntoView {
    let t = use_lang();
    let act = Callback::new(move |member: MemberRef| {
        if draft.audience.kind.get() == AudienceKind::People {
            view! { <AskToo draft member /> }.into_any()
        } else {
            view! { <AskFirst first=draft.first member /> }.into_any()
        }
    });
    view! {
        <aside class="aside" aria-label=t.expertise_likely()>
            <Likely title=t.expertise_likely() people act />
        </aside>
    }
}

/// Chooses somebody to be asked first, or nobody again.
#[component]
fn AskFirst(member: MemberRef, first: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    let handle = StoredValue::new(member.handle);
    let is_first = Signal::derive(move || {
        first.with(|first| handle.with_value(|handle| first.as_ref() == Some(handle)))
    });
    let press = Callback::new(move |()| {
        let next = (!is_first.get_untracked()).then(|| handle.get_value());
        first.set(next);
    });
    view! {
        <div class="ask-first">
            <LinkButton on_press=press pressed=is_first>
                {t.routing_first_instead()}
                <span class="visually-hidden">": " {member.display_name}</span>
            </LinkButton>
        </div>
    }
}

/// Names somebody among those who are asked, or no longer.
#[component]
fn AskToo(member: MemberRef, draft: Draft) -> impl IntoView {
    let t = use_lang();
    let words = t.routing_ask_person(&member.display_name);
    let handle = member.handle.clone();
    let named = Signal::derive(move || draft.audience.names(&handle));
    let press = Callback::new(move |()| draft.audience.toggle(&member));
    view! {
        <div class="ask-first">
            <LinkButton on_press=press pressed=named>{words}</LinkButton>
        </div>
    }
}
