//! What a community says of itself and who sees it: who looks after it changes the texts, the owner the rest. When somebody else
//! saved first, the typed texts stay.

use leptos::prelude::*;
use tacit_client::{Client, ClientError};
use tacit_contract::communities::{CommunityDetail, CommunitySettings, EditCommunity, Visibility};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;
use web_sys::SubmitEvent;

use super::Community;
use super::end::End;
use crate::components::communities::{CommunityDoors, CommunityTexts, Typed};
use crate::components::ui::{
    Banner, Button, Check, FormProblem, Kind, Loaded, Select, Stale, TextArea, TextSkeleton, Tone,
};
use crate::i18n::{language_name, use_lang};
use crate::state::api::use_api;
use crate::state::sending::{Saved, Sending, save};
use crate::state::toasts::use_toasts;
use crate::view_model::communities::languages_for;

/// The section: the form while the community is written in, and for the owner its end.
#[component]
pub fn Settings(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let id = community.id;
    let found = LocalResource::new(move || both(api.clone(), id));
    let owns = Memo::new(move |_| community.may(|viewer| viewer.owns));
    let written_in =
        Memo::new(move |_| community.detail.with(|detail| detail.archived_at.is_none()));
    view! {
        <section class="section" aria-labelledby="settings">
            <h2 class="visually-hidden" id="settings">{t.shell_settings()}</h2>
            {move || {
                written_in
                    .get()
                    .then(|| {
                        view! {
                            <Loaded resource=found waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
                                {
                                    let (detail, settings) = found;
                                    view! { <Form community detail settings owns=owns.get_untracked() /> }.into_any()
                                }
                            </Loaded>
                        }
                    })
            }}
        </section>
        {move || owns.get().then(|| view! { <End community /> })}
    }
}

async fn both(api: Client, id: Uuid) -> Result<(CommunityDetail, CommunitySettings), ClientError> {
    let detail = api.get_community(id).await?;
    let settings = api.get_community_settings(id).await?;
    Ok((detail, settings))
}

/// What is typed beside what founding asks for.
#[derive(Clone, Copy)]
struct More {
    rules: RwSignal<String>,
    welcome: RwSignal<String>,
    language: RwSignal<String>,
    nameless: RwSignal<bool>,
}

fn change(typed: Typed, more: More, owns: bool) -> EditCommunity {
    let texts = EditCommunity {
        name: Some(typed.name.get_untracked()),
        purpose: Some(typed.purpose.get_untracked()),
        charter: Some(typed.charter()),
        rules: Some(more.rules.get_untracked()),
        welcome: Some(more.welcome.get_untracked()),
        topics: Some(typed.topics()),
        language: Some(more.language.get_untracked()),
        ..EditCommunity::default()
    };
    if !owns {
        return texts;
    }
    EditCommunity {
        visibility: Some(typed.visibility.get_untracked()),
        join_rule: Some(typed.join_rule.get_untracked()),
        nameless_allowed: Some(more.nameless.get_untracked()),
        ..texts
    }
}

#[component]
fn Form(
    community: Community,
    detail: CommunityDetail,
    settings: CommunitySettings,
    owns: bool,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let typed = Typed::of(&detail);
    let more = More {
        rules: RwSignal::new(detail.rules.clone()),
        welcome: RwSignal::new(settings.welcome),
        language: RwSignal::new(detail.language.clone()),
        nameless: RwSignal::new(detail.nameless_allowed),
    };
    let version = StoredValue::new(detail.version);
    let theirs = RwSignal::new(None::<CommunityDetail>);
    let id = community.id;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, edit) = (api.clone(), change(typed, more, owns));
        let call = async move {
            save(
                api.edit_community(id, version.get_value(), &edit),
                api.get_community(id),
            )
            .await
        };
        sending.send(call, move |saved| match saved {
            Saved::Saved(now) => {
                version.set_value(now.version);
                theirs.set(None);
                toasts.say(t.ui_saved());
                community.reload.run(());
            }
            Saved::Changed(now) => {
                version.set_value(now.version);
                theirs.set(Some(now));
            }
        });
    };
    view! {
        <form class="form community-form" novalidate on:submit=submit>
            <CommunityTexts typed sending />
            <MoreTexts more sending />
            {owns.then(|| view! { <CommunityDoors typed /> <Nameless more /> })}
            {move || theirs.get().map(|now| view! { <Now now /> })}
            <Refused typed sending />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.ui_save()}</Button>
            </div>
        </form>
    }
}

/// House rules, welcome and language.
#[component]
fn MoreTexts(more: More, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let spoken = languages_for(&more.language.get_untracked()).into_iter();
    let choices: Vec<_> = spoken
        .map(|tag| {
            let name = language_name(t, &tag);
            (tag, name)
        })
        .collect();
    view! {
        <TextArea id="community-rules" label=t.community_rules() value=more.rules optional=true error=sending.field(t, "/rules") />
        <TextArea
            id="community-welcome"
            label=t.community_welcome()
            hint=t.community_welcome_hint()
            value=more.welcome
            optional=true
            error=sending.field(t, "/welcome")
        />
        <Select
            id="community-language"
            label=t.community_language()
            choices
            value=more.language
            on_choose=Callback::new(move |tag| more.language.set(tag))
            error=sending.field(t, "/language")
        />
    }
}

#[component]
fn Nameless(more: More) -> impl IntoView {
    let t = use_lang();
    view! {
        <Check
            label=t.organisation_nameless()
            hint=t.community_nameless_hint()
            checked=more.nameless
            on_change=Callback::new(move |on| more.nameless.set(on))
        />
    }
}

/// What stands there now, where somebody else saved first.
#[component]
fn Now(now: CommunityDetail) -> impl IntoView {
    let texts = [
        now.community.name,
        now.purpose,
        now.charter.for_whom,
        now.charter.get,
        now.charter.give,
        now.rules,
    ];
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    let texts = texts.map(|text| view! { <p class="lines">{text}</p> });
    view! { <Stale>{texts.collect::<Vec<_>>()}</Stale> }
}

/// What was written for members only is not opened to everybody; anything else has its usual sentence.
#[component]
fn Refused(typed: Typed, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let error = sending.error();
    let opens = Memo::new(move |_| {
        let wrong = error.with(|error| {
            error
                .as_ref()
                .is_some_and(|error| error.code() == Some(ProblemCode::WrongState))
        });
        wrong && typed.visibility.get_untracked() == Visibility::Open
    });
    let rest = Signal::derive(move || error.get().filter(|_| !opens.get()));
    view! {
        {move || {
            opens
                .get()
                .then(|| view! { <Banner tone=Tone::Urgent title=t.community_stays_closed()>{t.community_stays_closed_more()}</Banner> })
        }}
        <FormProblem error=rest />
    }
}
