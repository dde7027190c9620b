//! Beside a topic: who knows it and who is learning it, and what one says oneself.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::{ExpertiseLevel, SetMyTopic, TopicPeople, TopicPeopleQuery};
use tacit_contract::topics::TopicRef;

use crate::components::expertise::Expert;
use crate::components::ui::{Member, Select, Size};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::expertise::{level_choices, level_of_word, word_of_level};
use crate::view_model::failure;

/// People named of each kind.
const NAMED: usize = 5;

/// The blocks of the aside.
#[component]
pub fn People(topic: TopicRef) -> impl IntoView {
    let api = use_api();
    let slug = topic.slug.clone();
    let people = LocalResource::new(move || {
        let (api, slug) = (api.clone(), slug.clone());
        let query = TopicPeopleQuery { limit: Some(6) };
        // Without them the page is still whole.
        async move { api.list_topic_people(&slug, &query).await.ok() }
    });
    let slug = topic.slug.clone();
    view! {
        {move || people.get().flatten().map(|people| view! { <Blocks people slug=slug.clone() /> })}
        <MyWord topic on_said=Callback::new(move |()| people.refetch()) />
    }
}

#[component]
fn Blocks(people: TopicPeople, slug: String) -> impl IntoView {
    let t = use_lang();
    let more = people.knows.len() > NAMED;
    let knows = people.knows.into_iter().take(NAMED).map(|one| {
        let reason = reason(t, &one.strength);
        view! { <Expert member=one.member reason availability=one.availability /> }
    });
    let knows = knows.collect::<Vec<_>>();
    let learning = people.learning.into_iter().take(NAMED).map(|one| {
        view! { <Member handle=one.handle name=one.display_name size=Size::Small /> }
    });
    let learning = learning.collect::<Vec<_>>();
    let list = if knows.is_empty() {
        view! { <p class="nothing">{t.expertise_nobody_knows()}</p> }.into_any()
    } else {
        view! { <div class="people-list">{knows}</div> }.into_any()
    };
    view! {
        <section class="aside-block">
            <h2>{t.expertise_knows()}</h2>
            {list}
            {more
                .then(|| {
                    view! { <p class="after-list"><A href=format!("/people?topics={slug}")><small>{t.expertise_everyone()}</small></A></p> }
                })}
        </section>
        {(!learning.is_empty())
            .then(|| {
                view! {
                    <section class="aside-block">
                        <h2>{t.expertise_learners()}</h2>
                        <div class="people-list">{learning}</div>
                    </section>
                }
            })}
    }
}

fn reason(t: Lang, strength: &tacit_contract::expertise::TopicStrength) -> String {
    let said = crate::view_model::expertise::said(t, strength);
    format!("{}. {said}", t.band(strength.band))
}

/// What one says about the topic oneself: it takes effect at once.
#[component]
fn MyWord(topic: TopicRef, on_said: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let level = RwSignal::new(None::<ExpertiseLevel>);
    let mine = {
        let api = api.clone();
        LocalResource::new(move || {
            let api = api.clone();
            async move { api.list_my_topics().await.ok() }
        })
    };
    Effect::new(move |_| {
        if let Some(topics) = mine.get().flatten() {
            let own = topics.into_iter().find(|one| one.topic.id == topic.id);
            level.set(own.and_then(|one| one.level));
        }
    });
    let slug = topic.slug;
    let sending = Sending::new();
    let choose = Callback::new(move |word: String| {
        let (api, slug, before) = (api.clone(), slug.clone(), level.get_untracked());
        let chosen = level_of_word(&word);
        level.set(chosen);
        let change = SetMyTopic {
            level: Some(chosen),
            hidden: None,
        };
        sending.send_or(
            async move { api.set_my_topic(&slug, &change).await },
            move |_| {
                toasts.say(t.settings_topics_saved());
                on_said.run(());
            },
            move |error| {
                level.set(before);
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    view! {
        <section class="aside-block">
            <h2>{t.expertise_my_word()}</h2>
            <Select
                id="my-word"
                label=t.expertise_my_word()
                quiet=true
                choices=level_choices(t)
                value=Signal::derive(move || word_of_level(level.get()))
                on_choose=choose
            />
        </section>
    }
}
