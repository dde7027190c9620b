//! Name, language of new members, who may register.

use leptos::prelude::*;
use tacit_contract::identity::Locale;
use tacit_contract::organisation::{Organisation, Registration, UpdateOrganisation};
use web_sys::SubmitEvent;

use crate::components::ui::{
    Button, Check, FormProblem, Kind, RadioList, SegmentedChoice, Stale, TextField,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::{Saved, Sending, save};
use crate::state::session::{lang_of, locale_of};
use crate::state::toasts::use_toasts;
use crate::view_model::topics::names;

/// What is typed.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    language: RwSignal<Locale>,
    registration: RwSignal<Registration>,
    domains: RwSignal<String>,
    nameless: RwSignal<bool>,
}

impl Fields {
    fn of(organisation: &Organisation) -> Self {
        Self {
            name: RwSignal::new(organisation.name.clone()),
            language: RwSignal::new(organisation.default_language),
            registration: RwSignal::new(organisation.registration),
            domains: RwSignal::new(organisation.allowed_domains.join(", ")),
            nameless: RwSignal::new(organisation.nameless_allowed),
        }
    }

    fn change(self) -> UpdateOrganisation {
        UpdateOrganisation {
            name: Some(self.name.get_untracked()),
            default_language: Some(self.language.get_untracked()),
            registration: Some(self.registration.get_untracked()),
            allowed_domains: Some(names(&self.domains.get_untracked())),
            nameless_allowed: Some(self.nameless.get_untracked()),
        }
    }
}

/// The form.
#[component]
pub fn OrganisationForm(organisation: Organisation, version: StoredValue<i32>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let fields = Fields::of(&organisation);
    let theirs = RwSignal::new(None::<Organisation>);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, change) = (api.clone(), fields.change());
        let call = async move {
            save(
                api.update_organisation(version.get_value(), &change),
                api.get_organisation(),
            )
            .await
        };
        sending.send(call, move |saved| match saved {
            Saved::Saved(now) => {
                version.set_value(now.version);
                theirs.set(None);
                toasts.say(t.organisation_saved());
            }
            Saved::Changed(now) => {
                version.set_value(now.version);
                theirs.set(Some(now));
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField
                id="organisation-name"
                label=t.organisation_name()
                hint=t.organisation_name_hint()
                autocomplete="organization"
                value=fields.name
                error=sending.field(t, "/name")
            />
            <SegmentedChoice
                name="default-language"
                label=t.organisation_language()
                choices=Lang::ALL.map(|lang| (lang, lang.own_name().to_owned())).to_vec()
                value=Signal::derive(move || lang_of(fields.language.get()))
                on_choose=Callback::new(move |lang| fields.language.set(locale_of(lang)))
            />
            <Registrations fields sending />
            <Check
                label=t.organisation_nameless()
                hint=t.organisation_nameless_hint()
                checked=fields.nameless
                on_change=Callback::new(move |on| fields.nameless.set(on))
            />
            {move || theirs.get().map(|now| view! { <Stale><Now now /></Stale> })}
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
            </div>
        </form>
    }
}

#[component]
fn Registrations(fields: Fields, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let choices = Registration::ALL.iter().map(|registration| {
        let (words, more) = t.registration(*registration);
        (*registration, words.to_owned(), more.to_owned())
    });
    let choices: Vec<_> = choices.collect();
    view! {
        <RadioList
            name="registration"
            label=t.organisation_who()
            choices
            value=fields.registration
            on_choose=Callback::new(move |chosen| fields.registration.set(chosen))
        />
        {move || {
            (fields.registration.get() == Registration::Domains)
                .then(|| {
                    view! {
                        <TextField
                            id="domains"
                            label=t.organisation_domains()
                            hint=t.organisation_domains_hint()
                            value=fields.domains
                            error=sending.field(t, "/allowed_domains")
                        />
                    }
                })
        }}
    }
}

/// What somebody else saved.
#[component]
fn Now(now: Organisation) -> impl IntoView {
    let t = use_lang();
    let (registration, _) = t.registration(now.registration);
    view! { <p>{now.name} ". " {lang_of(now.default_language).own_name()} ". " {registration} ". " {now.allowed_domains.join(", ")}</p> }
}
