//! The form of the profile: it sends everything it shows, and keeps the typed text when another tab saved first.

use leptos::prelude::*;
use tacit_contract::identity::{Me, UpdateMe};
use tacit_contract::organisation::Department;
use web_sys::SubmitEvent;

use crate::components::ui::{
    Button, FormProblem, Kind, Select, Stale, TextArea, TextField, Token, TokenField,
};
use crate::i18n::{Lang, language_name, use_lang};
use crate::state::api::use_api;
use crate::state::sending::{Saved, Sending, save};
use crate::state::session::use_session;
use crate::state::toasts::use_toasts;
use crate::view_model::languages;

/// What is typed.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    handle: RwSignal<String>,
    job_title: RwSignal<String>,
    department: RwSignal<String>,
    place: RwSignal<String>,
    bio: RwSignal<String>,
    languages: RwSignal<Vec<Token>>,
}

impl Fields {
    fn of(t: Lang, me: &Me) -> Self {
        let spoken = me
            .languages
            .iter()
            .map(|tag| languages::token(tag, |tag| language_name(t, tag)));
        let department = me
            .department
            .as_ref()
            .map(|department| department.id.to_string());
        Self {
            name: RwSignal::new(me.display_name.clone()),
            handle: RwSignal::new(me.handle.clone()),
            job_title: RwSignal::new(me.job_title.clone()),
            department: RwSignal::new(department.unwrap_or_default()),
            place: RwSignal::new(me.place.clone()),
            bio: RwSignal::new(me.bio.clone()),
            languages: RwSignal::new(spoken.collect()),
        }
    }

    fn change(self) -> UpdateMe {
        let languages = self
            .languages
            .with_untracked(|tokens| tokens.iter().map(|token| token.key.clone()).collect());
        UpdateMe {
            handle: Some(self.handle.get_untracked()),
            display_name: Some(self.name.get_untracked()),
            job_title: Some(self.job_title.get_untracked()),
            department_id: Some(self.department.get_untracked().parse().ok()),
            place: Some(self.place.get_untracked()),
            bio: Some(self.bio.get_untracked()),
            languages: Some(languages),
            ..UpdateMe::default()
        }
    }
}

/// The form.
#[component]
pub fn ProfileForm(me: Me, departments: Vec<Department>) -> impl IntoView {
    let t = use_lang();
    let (api, session, toasts) = (use_api(), use_session(), use_toasts());
    let fields = Fields::of(t, &me);
    let version = StoredValue::new(me.version);
    let theirs = RwSignal::new(None::<Me>);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, change) = (api.clone(), fields.change());
        let call = async move { save(api.update_me(version.get_value(), &change), api.me()).await };
        sending.send(call, move |saved| match saved {
            Saved::Saved(me) => {
                version.set_value(me.version);
                theirs.set(None);
                session.update(me);
                toasts.say(t.settings_saved());
            }
            Saved::Changed(me) => {
                version.set_value(me.version);
                theirs.set(Some(me));
            }
        });
    };
    let choices = choices(t, &me, departments);
    view! {
        <form class="form" novalidate on:submit=submit>
            <Who fields sending />
            <Where fields sending choices />
            <Spoken fields sending />
            {move || theirs.get().map(|me| view! { <Stale><Now me /></Stale> })}
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
            </div>
        </form>
    }
}

/// The departments on offer, and one's own even when it is archived.
fn choices(t: Lang, me: &Me, departments: Vec<Department>) -> Vec<(String, String)> {
    let own = me.department.as_ref().map(|department| department.id);
    let offered = departments
        .into_iter()
        .filter(|department| !department.archived || own == Some(department.id));
    let none = (String::new(), t.settings_no_department().to_owned());
    std::iter::once(none)
        .chain(offered.map(|department| (department.id.to_string(), department.name)))
        .collect()
}

#[component]
fn Who(fields: Fields, sending: Sending) -> impl IntoView {
    let t = use_lang();
    view! {
        <TextField
            id="name"
            label=t.settings_name()
            autocomplete="name"
            value=fields.name
            error=sending.field(t, "/display_name")
        />
        <TextField
            id="handle"
            label=t.settings_handle()
            hint=t.settings_handle_hint()
            value=fields.handle
            error=sending.field(t, "/handle")
        />
        <TextField
            id="job-title"
            label=t.settings_job_title()
            autocomplete="organization-title"
            value=fields.job_title
            optional=true
            error=sending.field(t, "/job_title")
        />
    }
}

#[component]
fn Where(fields: Fields, sending: Sending, choices: Vec<(String, String)>) -> impl IntoView {
    let t = use_lang();
    view! {
        <Select
            id="department"
            label=t.settings_department()
            choices
            value=fields.department
            on_choose=Callback::new(move |chosen| fields.department.set(chosen))
            error=sending.field(t, "/department_id")
        />
        <TextField
            id="place"
            label=t.settings_place()
            hint=t.settings_place_hint()
            value=fields.place
            optional=true
            error=sending.field(t, "/place")
        />
        <TextArea
            id="bio"
            label=t.settings_bio()
            hint=t.settings_bio_hint()
            value=fields.bio
            optional=true
            error=sending.field(t, "/bio")
        />
    }
}

#[component]
fn Spoken(fields: Fields, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let typed = RwSignal::new(String::new());
    let known = Signal::derive(move || {
        languages::offered(&typed.get(), &fields.languages.get(), |tag| {
            language_name(t, tag)
        })
    });
    view! {
        <TokenField
            id="languages"
            label=t.settings_languages()
            hint=None
            chosen=fields.languages
            typed
            known
            most=10
            optional=true
            prompt=t.settings_add_language()
            error=sending.field(t, "/languages")
        />
    }
}

/// What another tab saved.
#[component]
fn Now(me: Me) -> impl IntoView {
    let line = [me.display_name, me.job_title, me.place]
        .into_iter()
        .filter(|part| !part.is_empty());
    view! {
        <p>{line.collect::<Vec<_>>().join(", ")}</p>
        <p class="bio">{me.bio}</p>
    }
}
