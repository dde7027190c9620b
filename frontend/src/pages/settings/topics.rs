//! One's own topics: what one says about each, and whether others find one by it. Each change takes effect at once.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::{ExpertiseLevel, MyTopic, SetMyTopic};
use tacit_contract::problem::ProblemCode;
use tacit_contract::topics::CreateTopic;
use web_sys::SubmitEvent;

use crate::components::questions::TopicsField;
use crate::components::ui::{
    Blank, Button, Check, FormProblem, Kind, Loaded, RowsSkeleton, Select, Token,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::expertise::{level_choices, level_of_word, said, word_of_level};
use crate::view_model::failure;
use crate::view_model::topics::topic_address;

/// The list and the line that adds to it.
#[component]
pub fn TopicSettings() -> impl IntoView {
    let api = use_api();
    let mine = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_my_topics().await }
    });
    let refetch = Callback::new(move |()| mine.refetch());
    view! {
        <Add on_added=refetch />
        <Loaded resource=mine waiting=|| view! { <RowsSkeleton rows=3 /> }.into_any() let:topics>
            {view! { <List topics on_change=refetch /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn List(topics: Vec<MyTopic>, on_change: Callback<()>) -> impl IntoView {
    let t = use_lang();
    if topics.is_empty() {
        return view! { <Blank title=t.expertise_none_own() text=t.settings_topics_empty() /> }
            .into_any();
    }
    let rows = topics
        .into_iter()
        .map(|topic| view! { <Row topic on_change /> });
    view! { <div class="rows compact">{rows.collect_view()}</div> }.into_any()
}

#[component]
fn Row(topic: MyTopic, on_change: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let slug = topic.topic.slug.clone();
    let change = Callback::new(move |change: SetMyTopic| {
        let (api, slug) = (api.clone(), slug.clone());
        sending.send_or(
            async move { api.set_my_topic(&slug, &change).await },
            move |_| {
                toasts.say(t.settings_topics_saved());
                on_change.run(());
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                on_change.run(());
                None
            },
        );
    });
    let choose = Callback::new(move |word: String| {
        change.run(SetMyTopic {
            level: Some(level_of_word(&word)),
            hidden: None,
        });
    });
    let hide = Callback::new(move |hidden: bool| {
        change.run(SetMyTopic {
            level: None,
            hidden: Some(hidden),
        });
    });
    let (name, level, hidden) = (topic.topic.name, topic.level, topic.hidden);
    let label = name.clone();
    let rests = topic.strength.as_ref().map(|strength| {
        let band = t.band(strength.band);
        view! { <small>{band} ". " {said(t, strength)}</small> }
    });
    view! {
        <div class="my-topic">
            <div><A href=topic_address(&topic.topic.slug) attr:class="name">{name}</A> {rests}</div>
            <Select
                id=format!("level-{}", topic.topic.slug)
                label
                quiet=true
                choices=level_choices(t)
                value=Signal::derive(move || word_of_level(level))
                on_choose=choose
            />
            <Check label=t.settings_topics_hide() hint=if hidden { t.settings_topics_hidden().to_owned() } else { String::new() } checked=Signal::derive(move || hidden) on_change=hide />
        </div>
    }
}

/// A topic to say something about; one that does not exist yet is made.
#[component]
fn Add(on_added: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let chosen = RwSignal::new(Vec::<Token>::new());
    let level = RwSignal::new(ExpertiseLevel::CanHelp);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(token) = chosen.get_untracked().into_iter().next() else {
            return;
        };
        let api = api.clone();
        let change = SetMyTopic {
            level: Some(Some(level.get_untracked())),
            hidden: None,
        };
        let call = async move {
            match api.set_my_topic(&token.key, &change).await {
                Err(error) if error.code() == Some(ProblemCode::NotFound) => {
                    let new = CreateTopic {
                        name: token.label,
                        description: None,
                        synonyms: None,
                        parent: None,
                    };
                    let made = api.create_topic(&new).await?;
                    api.set_my_topic(&made.topic.slug, &change).await
                }
                outcome => outcome,
            }
        };
        sending.send(call, move |_| {
            chosen.set(Vec::new());
            toasts.say(t.settings_topics_saved());
            on_added.run(());
        });
    };
    let levels = ExpertiseLevel::ALL.iter();
    let levels: Vec<_> = levels
        .map(|level| (word_of_level(Some(*level)), t.level(*level).to_owned()))
        .collect();
    view! {
        <form class="form add-topic" novalidate on:submit=submit>
            <TopicsField id="my-topic" label=t.settings_topics_add() prompt=t.settings_topics_add_prompt() chosen most=1 />
            <Select
                id="my-level"
                label=t.settings_topics_level()
                choices=levels
                value=Signal::derive(move || word_of_level(Some(level.get())))
                on_choose=Callback::new(move |word: String| {
                    if let Some(chosen) = level_of_word(&word) {
                        level.set(chosen);
                    }
                })
            />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.settings_topics_add()}</Button>
            </div>
        </form>
    }
}
