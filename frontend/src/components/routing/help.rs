//! Waiting questions one can help with, each with the reason, and a way to take it off the list.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::routing::HelpWanted;
use uuid::Uuid;

use crate::components::questions::QuestionRow;
use crate::components::ui::{Glyph, LinkButton, Loaded, RowsSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;
use crate::view_model::routing::help;

/// The section of Home.
#[component]
pub fn HelpWantedList() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_help_wanted().await }
    });
    view! {
        <section class="section" aria-labelledby="help">
            <div class="section-head">
                <h2 id="help">{t.home_help()}</h2>
                <A href="/questions?view=unanswered&sort=waiting">{t.home_help_all()}</A>
            </div>
            <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:found>
                {view! { <Rows found /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Rows(found: Vec<HelpWanted>) -> impl IntoView {
    let t = use_lang();
    let left = RwSignal::new(found);
    let gone = Callback::new(move |id: Uuid| {
        left.update(|left| left.retain(|one| one.question.id != id));
    });
    let nothing = move || {
        left.with(Vec::is_empty).then(|| {
            view! {
                <div class="nothing">
                    <p>{t.home_help_none()} " " {t.home_help_none_more()}</p>
                    <p><A href="/settings/topics">{t.home_help_step()}</A></p>
                </div>
            }
        })
    };
    view! {
        <div class="rows">
            <For each=move || left.get() key=|one| one.question.id let:one><Row one gone /></For>
        </div>
        {nothing}
    }
}

#[component]
fn Row(one: HelpWanted, gone: Callback<Uuid>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let id = one.question.id;
    let title = one.question.title.clone();
    let dismiss = Callback::new(move |()| {
        let api = api.clone();
        sending.send_or(
            async move { api.dismiss_help_wanted(id).await },
            move |()| {
                toasts.say(t.routing_help_dismissed());
                gone.run(id);
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    view! {
        <div class="help-wanted">
            <QuestionRow question=one.question />
            <p class="reason">
                {help(t, &one.reasons)}
                " "
                <LinkButton glyph=Glyph::Close on_press=dismiss disabled=sending.busy()>
                    {t.routing_help_dismiss()}
                    <span class="visually-hidden">": " {title}</span>
                </LinkButton>
            </p>
        </div>
    }
}
