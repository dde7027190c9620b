//! The first sign-in, on Home: what one knows and what one wants to learn, in a minute; it can be skipped.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::expertise::{EndWelcome, ExpertiseLevel, SetMyTopic};
use tacit_contract::topics::TopicRef;
use web_sys::SubmitEvent;

use crate::components::questions::{TopicsField, token};
use crate::components::ui::{Button, FormProblem, Glyph, Kind, LinkButton, Token};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::state::welcome::use_welcome_over;

/// Most topics of each kind.
const MOST: usize = 10;

/// The panel; nothing once it is over.
#[component]
pub fn WelcomePanel() -> impl IntoView {
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_my_welcome().await.ok() }
    });
    move || {
        let found = found.get().flatten().filter(|found| found.due)?;
        Some(view! { <Form offered=found.offered /> })
    }
}

#[component]
fn Form(offered: Vec<TopicRef>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, over) = (use_api(), use_toasts(), use_welcome_over());
    let (knows, learns) = (
        RwSignal::new(Vec::<Token>::new()),
        RwSignal::new(Vec::<Token>::new()),
    );
    let sending = Sending::new();
    let end = move |skipped: bool| {
        let api = api.clone();
        let said: Vec<(String, ExpertiseLevel)> = if skipped {
            Vec::new()
        } else {
            said(knows, ExpertiseLevel::CanHelp)
                .chain(said(learns, ExpertiseLevel::Learning))
                .collect()
        };
        let call = async move {
            for (slug, level) in said {
                let change = SetMyTopic {
                    level: Some(Some(level)),
                    hidden: None,
                };
                api.set_my_topic(&slug, &change).await?;
            }
            api.end_my_welcome(&EndWelcome { skipped }).await?;
            Ok::<_, ClientError>(())
        };
        sending.send(call, move |()| {
            if !skipped {
                toasts.say(t.settings_topics_saved());
            }
            over.run(());
        });
    };
    let nothing = Signal::derive(move || knows.with(Vec::is_empty) && learns.with(Vec::is_empty));
    let submit = {
        let end = end.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if !nothing.get_untracked() {
                end(false);
            }
        }
    };
    let skip = Callback::new(move |()| end(true));
    let offered = StoredValue::new(offered);
    view! {
        <section class="section welcome" aria-labelledby="welcome">
            <div class="section-head"><h2 id="welcome">{t.welcome_title()}</h2></div>
            <p class="lede">{t.welcome_lede()}</p>
            <form class="form" novalidate on:submit=submit>
                <TopicsField id="welcome-knows" label=t.welcome_knows() prompt=t.settings_topics_add_prompt() chosen=knows most=MOST may_create=false optional=true />
                <Offered offered into=knows other=learns label=t.welcome_offered_knows() />
                <TopicsField id="welcome-learns" label=t.welcome_learns() prompt=t.settings_topics_add_prompt() chosen=learns most=MOST may_create=false optional=true />
                <Offered offered into=learns other=knows label=t.welcome_offered_learns() />
                <FormProblem error=sending.error() />
                <div class="actions">
                    <Button busy=sending.busy() disabled=nothing>{t.welcome_save()}</Button>
                    <Button kind=Kind::Quiet on_press=skip>{t.welcome_skip()}</Button>
                </div>
            </form>
        </section>
    }
}

fn said(
    chosen: RwSignal<Vec<Token>>,
    level: ExpertiseLevel,
) -> impl Iterator<Item = (String, ExpertiseLevel)> {
    let chosen = chosen.get_untracked().into_iter();
    chosen.map(move |token| (token.key, level))
}

/// Topics one press away, until they are chosen here or there.
#[component]
fn Offered(
    offered: StoredValue<Vec<TopicRef>>,
    into: RwSignal<Vec<Token>>,
    other: RwSignal<Vec<Token>>,
    label: &'static str,
) -> impl IntoView {
    let is_in = |list: RwSignal<Vec<Token>>, slug: &str| {
        list.with(|list| list.iter().any(|token| token.key == slug))
    };
    let left = move || -> Vec<TopicRef> {
        let topics = offered.get_value().into_iter();
        topics
            .filter(|topic| !is_in(into, &topic.slug) && !is_in(other, &topic.slug))
            .collect()
    };
    view! {
        <div class="offered" role="group" aria-label=label>
            <For each=left key=|topic| topic.id let:topic>
                {
                    let name = topic.name.clone();
                    let add = Callback::new(move |()| {
                        let topic = topic.clone();
                        into.update(|list| {
                            if list.len() < MOST {
                                list.push(token(topic));
                            }
                        });
                    });
                    view! { <LinkButton glyph=Glyph::Plus on_press=add>{name}</LinkButton> }
                }
            </For>
        </div>
    }
}
