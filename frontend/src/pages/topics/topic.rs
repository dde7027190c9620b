//! `/topics/:slug`: what a topic is, by which names it is found, and the questions in it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};
use tacit_contract::topics::{TopicDetail, TopicRef};

use super::head::TopicHead;
use super::people::People;
use crate::components::needs::TopicNeeds;
use crate::components::questions::QuestionsOf;
use crate::components::ui::{Loaded, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::people::count;
use crate::view_model::questions_in::Place;
use crate::view_model::topics::topic_address;

/// The page.
#[component]
pub fn TopicPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    move || view! { <Leaf slug=slug.get() /> }
}

#[component]
fn Leaf(slug: String) -> impl IntoView {
    let api = use_api();
    let asked = slug.clone();
    let topic = LocalResource::new(move || {
        let (api, slug) = (api.clone(), slug.clone());
        async move { api.get_topic(&slug).await }
    });
    let navigate = use_navigate();
    // A synonym, or a topic that was merged: the address becomes that of the topic that stayed.
    Effect::new(move |_| {
        if let Some(Ok(found)) = topic.get()
            && found.topic.slug != asked
        {
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&topic_address(&found.topic.slug), options);
        }
    });
    let waiting = || view! { <div class="column"><TextSkeleton /></div> }.into_any();
    view! {
        <Loaded resource=topic waiting page=true let:topic>
            {view! { <Content topic /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Content(topic: TopicDetail) -> impl IntoView {
    let t = use_lang();
    let aside = topic.clone();
    let (slug, questions) = (topic.topic.slug.clone(), count(topic.counts.questions));
    let ask = format!("/ask?topic={slug}");
    let step = move || {
        view! { <A href=ask.clone() attr:class="button" attr:data-kind="primary">{t.topic_ask()}</A> }
    };
    view! {
        <div class="column">
            <TopicHead topic />
            <QuestionsOf place=Place::Topic(slug) questions=Some(questions) step />
        </div>
        <Aside topic=aside />
    }
}

#[component]
fn Aside(topic: TopicDetail) -> impl IntoView {
    let t = use_lang();
    let counts = topic.counts;
    let so_far = [
        t.questions_answers(count(counts.answers)),
        t.topics_solved(count(counts.solved)),
        t.topics_followers(count(counts.followers)),
    ];
    view! {
        <aside class="aside" aria-label=t.topic_about()>
            <People topic=topic.topic.clone() />
            <TopicNeeds slug=topic.topic.slug.clone() />
            <section class="aside-block">
                <h2>{t.topic_so_far()}</h2>
                <ul class="facts">{so_far.map(|fact| view! { <li>{fact}</li> }).collect_view()}</ul>
            </section>
            <Related slug=topic.topic.slug.clone() />
            {(!topic.children.is_empty()).then(|| view! { <Children topics=topic.children /> })}
        </aside>
    }
}

/// Topics that questions carry together with this one.
#[component]
fn Related(slug: String) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let (api, slug) = (api.clone(), slug.clone());
        // Without them the page is still whole.
        async move { api.list_related_topics(&slug).await.unwrap_or_default() }
    });
    move || {
        let related = found.get().unwrap_or_default();
        (!related.is_empty()).then(|| {
            let rows = related.into_iter().map(|one| {
                let together = t.topic_together(count(one.together));
                view! {
                    <li>
                        <A href=topic_address(&one.topic.slug)>{one.topic.name}</A>
                        <small>{together}</small>
                    </li>
                }
            });
            view! {
                <section class="aside-block">
                    <h2>{t.topic_related()}</h2>
                    <ul class="plain-list">{rows.collect_view()}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Children(topics: Vec<TopicRef>) -> impl IntoView {
    let t = use_lang();
    let links = topics.into_iter().map(
        |topic| view! { <A href=topic_address(&topic.slug) attr:class="topic">{topic.name}</A> },
    );
    view! {
        <section class="aside-block">
            <h2>{t.topic_children()}</h2>
            <div class="topics">{links.collect_view()}</div>
        </section>
    }
}
