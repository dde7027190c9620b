//! The head of a topic: where it belongs, its name, what it is, its other names, and what one may do with it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::topics::{TopicDetail, TopicRef, TopicViewer};

use super::merge::Merge;
use crate::components::questions::SourceLine;
use crate::components::topics::Follow;
use crate::components::ui::{Glyph, Icon, LinkButton, PageHead, Prose};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::topics::topic_address;

/// The head.
#[component]
pub fn TopicHead(topic: TopicDetail) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let slug = topic.topic.slug.clone();
    let viewer = LocalResource::new(move || {
        let (api, slug) = (api.clone(), slug.clone());
        async move { api.get_topic_viewer(&slug).await }
    });
    let above = match topic.parent.clone() {
        Some(parent) => view! {
            {t.topic_kind_under()} " " <A href=topic_address(&parent.slug)>{parent.name}</A>
        }
        .into_any(),
        None => t.topic_kind().into_any(),
    };
    let name = topic.topic.clone();
    view! {
        <PageHead title=topic.topic.name.clone() above>
            <Description html=topic.description_html synonyms=topic.synonyms />
            {topic.source.map(|source| view! { <SourceLine source /> })}
            // Without an answer about the viewer the page still reads well: the tools are left out.
            {move || {
                viewer.get().and_then(Result::ok).map(|viewer| view! { <Tools topic=name.clone() viewer /> })
            }}
        </PageHead>
    }
}

#[component]
fn Description(html: String, synonyms: Vec<String>) -> impl IntoView {
    let t = use_lang();
    let description = if html.is_empty() {
        view! { <p class="lede">{t.topic_no_description()}</p> }.into_any()
    } else {
        view! { <Prose html lang=None /> }.into_any()
    };
    let last = synonyms.len().saturating_sub(1);
    let names = synonyms
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <em>{name}</em> {if at == last { "." } else { ", " }} })
        .collect::<Vec<_>>();
    view! {
        {description}
        {(!names.is_empty()).then(|| view! { <p class="also">{t.topic_also()} " " {names}</p> })}
    }
}

#[component]
fn Tools(topic: TopicRef, viewer: TopicViewer) -> impl IntoView {
    let t = use_lang();
    let following = RwSignal::new(viewer.following);
    let merging = RwSignal::new(false);
    let merge = viewer.may_merge.then(|| {
        let topic = topic.clone();
        view! {
            <LinkButton glyph=Glyph::Link on_press=Callback::new(move |()| merging.set(true))>{t.topic_merge()}</LinkButton>
            <Merge topic open=merging />
        }
    });
    let edit = viewer.may_edit.then(|| {
        let href = format!("{}/edit", topic_address(&topic.slug));
        view! { <A href attr:class="link-button"><Icon glyph=Glyph::Pen />{t.topic_edit()}</A> }
    });
    view! {
        <div class="actions">
            <Follow slug=topic.slug.clone() name=topic.name.clone() following />
            {edit}
            {merge}
        </div>
    }
}
