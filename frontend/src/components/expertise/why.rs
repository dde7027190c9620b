//! The word of a strength; opened it says everything that made it, with shares and ages.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::{Contribution, ContributionSource, ExpertiseExplanation};

use crate::components::ui::{Loaded, TextSkeleton, Time};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;

/// The word and its reasons, which are fetched when it is first opened.
#[component]
pub fn Why(
    #[prop(into)] handle: String,
    /// The topic's slug.
    #[prop(into)]
    topic: String,
    band: &'static str,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let place = StoredValue::new((handle, topic));
    view! {
        <details class="why" on:toggle=move |_| opened.set(true)>
            <summary>{band}</summary>
            <div class="popover">
                {move || opened.get().then(|| place.with_value(|(handle, topic)| {
                    view! { <Reasons handle=handle.clone() topic=topic.clone() band /> }
                }))}
            </div>
        </details>
    }
}

#[component]
fn Reasons(handle: String, topic: String, band: &'static str) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let why = LocalResource::new(move || {
        let (api, handle, topic) = (api.clone(), handle.clone(), topic.clone());
        async move { api.explain_expertise(&handle, &topic).await }
    });
    view! {
        <p><strong>{t.expertise_why(band)}</strong></p>
        <Loaded resource=why waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
            {view! { <Evidence found /> }.into_any()}
        </Loaded>
        <p>{t.expertise_why_more()}</p>
    }
}

#[component]
fn Evidence(found: ExpertiseExplanation) -> impl IntoView {
    let t = use_lang();
    let rows = found.contributions.into_iter().map(|one| {
        let share = format!("{}\u{a0}%", t.number(u64::from(one.share)));
        view! { <dt>{share}</dt> <dd><Piece one /></dd> }
    });
    view! { <dl class="evidence">{rows.collect_view()}</dl> }
}

#[component]
fn Piece(one: Contribution) -> impl IntoView {
    let t = use_lang();
    let what = what(t, one.source);
    let circular = one
        .circular
        .then(|| view! { <small>", " {t.expertise_circular()}</small> });
    view! { {what} " " <small><Time at=one.at.to_rfc3339() /></small> {circular} }
}

fn what(t: Lang, source: ContributionSource) -> AnyView {
    match source {
        ContributionSource::Declared { level, topic } => {
            let words = t.expertise_part_declared(t.level(level));
            view! { {words} ", " {t.expertise_in_topic(&topic.name)} }.into_any()
        }
        ContributionSource::Endorsed { by, topic } => {
            let words = t.expertise_part_endorsed(&by.display_name);
            view! { {words} ", " {t.expertise_in_topic(&topic.name)} }.into_any()
        }
        ContributionSource::Answered {
            answer_id,
            question,
            accepted,
            ..
        } => {
            let words = if accepted {
                t.expertise_part_accepted()
            } else {
                t.expertise_part_answer()
            };
            let href = format!("/questions/{}#answer-{answer_id}", question.id);
            view! { {words} " " <A href attr:lang=question.language>{question.title}</A> }
                .into_any()
        }
    }
}
