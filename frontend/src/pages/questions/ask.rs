//! Asking: the title finds similar questions while one types; then text, topics, how urgent it is, who should see it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tacit_contract::posts::AudienceKind;
use tacit_contract::questions::Urgency;
use web_sys::SubmitEvent;

use super::audience::AudienceFields;
use super::draft::Draft;
use super::first::AskedFirst;
use super::likely::{LikelyToKnow, likely_to_know};
use super::similar::SimilarQuestions;
use crate::components::nameless::NamelessChoice;
use crate::components::questions::TopicsField;
use crate::components::ui::{
    Button, DraftLine, FormProblem, Glyph, Icon, Kind, PageHead, SegmentedChoice, Writing,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The page.
#[component]
pub fn AskPage() -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let draft = Draft::from_address();
    let people = likely_to_know(draft);
    let restore = Callback::new(move |kept| draft.restore(kept));
    let keeper = DraftKeeper::follow("ask".to_owned(), draft.typed(), restore, true);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, navigate) = (api.clone(), navigate.clone());
        let question = draft.request();
        sending.send(
            async move { api.ask_question(&question).await },
            move |asked| {
                keeper.posted();
                toasts.say(t.ask_done());
                navigate(
                    &format!("/questions/{}", asked.id),
                    NavigateOptions::default(),
                );
            },
        );
    };
    let urgencies = [
        (Urgency::Normal, t.ask_when_normal()),
        (Urgency::Blocking, t.ask_when_blocking()),
    ];
    let urgencies = urgencies
        .map(|(urgency, words)| (urgency, words.to_owned()))
        .to_vec();
    view! {
        <div class="column">
            <PageHead title=t.ask_title() hidden=true />
            <form novalidate on:submit=submit>
                <TitleLine draft error=sending.field(t, "/title") />
                <Writing
                    id="ask-body"
                    label=t.ask_body()
                    hint=t.ask_body_hint()
                    rows=8
                    value=draft.body
                    error=sending.field(t, "/body")
                />
                <TopicsField
                    id="ask-topics"
                    hint=t.ask_topics_hint()
                    chosen=draft.topics
                    may_create=Signal::derive(move || !draft.audience.is_closed())
                    error=sending.field(t, "/topics")
                />
                <SegmentedChoice
                    name="urgency"
                    label=t.ask_when()
                    choices=urgencies
                    value=draft.urgency
                    on_choose=Callback::new(move |urgency| draft.urgency.set(urgency))
                />
                <FieldProblem error=sending.field(t, "/urgency") />
                <AudienceFields audience=draft.audience people sending />
                {move || {
                    let one = draft.audience.kind.get() != AudienceKind::People;
                    one.then(|| view! { <AskedFirst first=draft.first error=sending.field(t, "/ask") /> })
                }}
                // Named people could tell who asks them.
                {move || {
                    let some = draft.audience.kind.get() != AudienceKind::People || draft.nameless.get();
                    some.then(|| view! { <NamelessChoice label=t.nameless_choice() community=draft.audience.within() chosen=draft.nameless error=sending.field(t, "/nameless") /> })
                }}
                <DraftLine keeper />
                <FormProblem error=sending.error() />
                <div class="actions end">
                    <Button kind=Kind::Primary busy=sending.busy()>{move || draft.audience.submit_words(t)}</Button>
                </div>
            </form>
        </div>
        <LikelyToKnow draft people />
    }
}

/// What is wrong with a choice that has no line of its own for it.
#[component]
fn FieldProblem(#[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    move || {
        let error = error.get()?;
        Some(view! { <p class="field error" role="alert"><Icon glyph=Glyph::Alert />{error}</p> })
    }
}

/// The line the question is written on, and what is similar to it below.
#[component]
fn TitleLine(draft: Draft, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="ask-line field">
            <label class="visually-hidden" for="ask-title">{t.ask_line()}</label>
            <textarea
                id="ask-title"
                rows="2"
                maxlength="200"
                placeholder=t.ask_placeholder()
                aria-describedby="ask-title-error ask-similar"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:keydown=|event| {
                    // One sentence, one line: Enter would only make a gap in it.
                    if event.key() == "Enter" {
                        event.prevent_default();
                    }
                }
                bind:value=draft.title
            ></textarea>
            {move || {
                error
                    .get()
                    .map(|text| view! { <p class="error" id="ask-title-error" role="alert"><Icon glyph=Glyph::Alert />{text}</p> })
            }}
            <SimilarQuestions title=draft.title.into() topics=draft.topics.into() />
        </div>
    }
}
