//! The form: when somebody else saved first, the typed text stays and both are seen.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use tacit_contract::topics::{TopicDetail, UpdateTopic};
use web_sys::SubmitEvent;

use crate::components::questions::TopicsField;
use crate::components::ui::{Button, FormProblem, Kind, Prose, Stale, TextField, Token, Writing};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::{Saved, Sending, save};
use crate::state::toasts::use_toasts;
use crate::view_model::topics::{names, topic_address};

/// What is typed.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    description: RwSignal<String>,
    synonyms: RwSignal<String>,
    parent: RwSignal<Vec<Token>>,
}

impl Fields {
    fn of(topic: &TopicDetail) -> Self {
        let parent = topic.parent.iter().map(|parent| Token {
            key: parent.slug.clone(),
            label: parent.name.clone(),
            detail: None,
        });
        Self {
            name: RwSignal::new(topic.topic.name.clone()),
            description: RwSignal::new(topic.description.clone()),
            synonyms: RwSignal::new(topic.synonyms.join(", ")),
            parent: RwSignal::new(parent.collect()),
        }
    }

    fn change(self, may_order: bool) -> UpdateTopic {
        let description = Some(self.description.get_untracked());
        if !may_order {
            return UpdateTopic {
                description,
                ..UpdateTopic::default()
            };
        }
        let parent = self
            .parent
            .with_untracked(|parent| parent.first().map(|token| token.key.clone()));
        UpdateTopic {
            name: Some(self.name.get_untracked()),
            description,
            synonyms: Some(names(&self.synonyms.get_untracked())),
            parent: Some(parent),
        }
    }
}

/// The form.
#[component]
pub fn EditForm(topic: TopicDetail, may_order: bool) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let fields = Fields::of(&topic);
    let version = StoredValue::new(topic.version);
    let theirs = RwSignal::new(None::<TopicDetail>);
    let sending = Sending::new();
    let slug = topic.topic.slug.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, slug, navigate) = (api.clone(), slug.clone(), navigate.clone());
        let change = fields.change(may_order);
        let call = async move {
            save(
                api.edit_topic(&slug, version.get_value(), &change),
                api.get_topic(&slug),
            )
            .await
        };
        sending.send(call, move |saved| match saved {
            Saved::Saved(topic) => {
                toasts.say(t.topic_saved(&topic.topic.name));
                navigate(
                    &topic_address(&topic.topic.slug),
                    NavigateOptions::default(),
                );
            }
            Saved::Changed(now) => {
                version.set_value(now.version);
                theirs.set(Some(now));
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {may_order.then(|| view! { <NameField fields sending /> })}
            <Writing
                id="description"
                label=t.topic_description()
                hint=t.topic_description_hint()
                value=fields.description
                error=sending.field(t, "/description")
            />
            {may_order.then(|| view! { <PlaceFields fields sending /> })}
            {move || theirs.get().map(|now| view! { <Stale><Prose html=now.description_html lang=None /></Stale> })}
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
                <A href=topic_address(&topic.topic.slug) attr:class="button" attr:data-kind="quiet">{t.ui_cancel()}</A>
            </div>
        </form>
    }
}

#[component]
fn NameField(fields: Fields, sending: Sending) -> impl IntoView {
    let t = use_lang();
    view! {
        <TextField
            id="name"
            label=t.topic_name()
            hint=t.topic_name_hint()
            value=fields.name
            error=sending.field(t, "/name")
        />
    }
}

#[component]
fn PlaceFields(fields: Fields, sending: Sending) -> impl IntoView {
    let t = use_lang();
    view! {
        <TextField
            id="synonyms"
            label=t.topic_synonyms()
            hint=t.topic_synonyms_hint()
            value=fields.synonyms
            optional=true
            error=sending.field(t, "/synonyms")
        />
        <TopicsField
            id="parent"
            label=t.topic_parent()
            hint=t.topic_parent_hint()
            chosen=fields.parent
            may_create=false
            most=1
            optional=true
            prompt=t.topic_choose()
            error=sending.field(t, "/parent")
        />
    }
}
