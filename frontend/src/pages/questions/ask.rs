//! Asking: the title finds similar questions while one types; then text, topics, how urgent it is.

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use tacit_contract::drafts::SaveDraft;
use tacit_contract::questions::{AskQuestion, Urgency};
use web_sys::SubmitEvent;

use super::first::AskedFirst;
use super::likely::LikelyToKnow;
use super::similar::SimilarQuestions;
use crate::components::nameless::NamelessChoice;
use crate::components::questions::TopicsField;
use crate::components::ui::{
    Button, DraftLine, FormProblem, Glyph, Icon, Kind, PageHead, SegmentedChoice, Token, Writing,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// What is being asked.
#[derive(Clone, Copy)]
struct Draft {
    title: RwSignal<String>,
    body: RwSignal<String>,
    topics: RwSignal<Vec<Token>>,
    urgency: RwSignal<Urgency>,
    nameless: RwSignal<bool>,
    /// Whom to ask first.
    first: RwSignal<Option<String>>,
}

impl Draft {
    /// Empty, or with the title, the topics and the person that the address brings along.
    fn from_address() -> Self {
        let query = use_query_map().get_untracked();
        let named = query.get("topic").unwrap_or_default();
        let topics = named.split(',').filter(|slug| !slug.is_empty());
        let topics = topics.map(|slug| Token {
            key: slug.to_owned(),
            label: slug.to_owned(),
            detail: None,
        });
        Self {
            title: RwSignal::new(query.get("title").unwrap_or_default()),
            body: RwSignal::new(String::new()),
            topics: RwSignal::new(topics.collect()),
            urgency: RwSignal::new(Urgency::Normal),
            nameless: RwSignal::new(false),
            first: RwSignal::new(query.get("ask").filter(|handle| !handle.is_empty())),
        }
    }

    /// What is typed so far.
    fn typed(self) -> Signal<SaveDraft> {
        Signal::derive(move || SaveDraft {
            title: Some(self.title.get()).filter(|title| !title.is_empty()),
            body: self.body.get(),
            topics: self
                .topics
                .get()
                .into_iter()
                .map(|topic| topic.label)
                .collect(),
            urgency: Some(self.urgency.get()),
            nameless: self.nameless.get(),
            ..SaveDraft::default()
        })
    }

    fn restore(self, kept: SaveDraft) {
        let topic = |name: String| Token {
            key: name.clone(),
            label: name,
            detail: None,
        };
        self.title.set(kept.title.unwrap_or_default());
        self.body.set(kept.body);
        self.topics
            .set(kept.topics.into_iter().map(topic).collect());
        self.urgency.set(kept.urgency.unwrap_or(Urgency::Normal));
        self.nameless.set(kept.nameless);
    }

    fn request(self) -> AskQuestion {
        AskQuestion {
            title: self
                .title
                .get_untracked()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            body: self.body.get_untracked(),
            topics: self
                .topics
                .get_untracked()
                .into_iter()
                .map(|topic| topic.key)
                .collect(),
            urgency: Some(self.urgency.get_untracked()),
            language: None,
            audience: None,
            ask: self.first.get_untracked(),
            nameless: self.nameless.get_untracked(),
        }
    }
}

/// The page.
#[component]
pub fn AskPage() -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let draft = Draft::from_address();
    name_topics(draft.topics);
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
                <NamelessChoice label=t.nameless_choice() community=Signal::stored(None) chosen=draft.nameless error=sending.field(t, "/nameless") />
                <AskedFirst first=draft.first error=sending.field(t, "/ask") />
                <DraftLine keeper />
                <FormProblem error=sending.error() />
                <div class="actions end">
                    <Button kind=Kind::Primary busy=sending.busy()>{t.ask_submit()}</Button>
                </div>
            </form>
        </div>
        <LikelyToKnow title=draft.title.into() body=draft.body.into() topics=draft.topics.into() first=draft.first />
    }
}

/// Topics that the address brought along are called by their names as soon as these are known.
fn name_topics(topics: RwSignal<Vec<Token>>) {
    let api = use_api();
    let slugs: Vec<String> =
        topics.with_untracked(|topics| topics.iter().map(|topic| topic.key.clone()).collect());
    spawn_local(async move {
        for slug in slugs {
            let Ok(found) = api.get_topic(&slug).await else {
                continue;
            };
            topics.try_update(|topics| {
                for topic in topics.iter_mut().filter(|topic| topic.key == slug) {
                    topic.label.clone_from(&found.topic.name);
                }
            });
        }
    });
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
