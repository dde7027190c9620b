//! What I have begun and not posted, last touched first.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::drafts::{DraftKind, DraftSummary, ListDraftsQuery};

use crate::components::ui::{Blank, LinkButton, Loaded, PageHead, Pager, RowsSkeleton, Time};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::listing::address_view;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::{address, failure};

/// The page.
#[component]
pub fn DraftsPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let cursor = address_view(|value| address::text(value("cursor")));
    let page = LocalResource::new(move || {
        let api = api.clone();
        let query = ListDraftsQuery {
            cursor: cursor.get(),
            limit: None,
        };
        async move { api.list_drafts(&query).await }
    });
    view! {
        <div class="column">
            <PageHead title=t.drafts_title()>
                <p class="lead">{t.drafts_lead()}</p>
            </PageHead>
            <Loaded resource=page waiting=|| view! { <RowsSkeleton rows=3 /> } let:found>
                <Rows page=found first=cursor.get_untracked().is_some() reload=Callback::new(move |()| page.refetch()) />
            </Loaded>
        </div>
    }
}

#[component]
fn Rows(page: Page<DraftSummary>, first: bool, reload: Callback<()>) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! {
            <Blank title=t.drafts_none() text=t.drafts_none_more()>
                <A href="/ask" attr:class="button">{t.ask_title()}</A>
            </Blank>
        }
        .into_any();
    }
    let first = first.then(|| "/drafts".to_owned());
    let next = page
        .next_cursor
        .map(|cursor| address::address("/drafts", &[("cursor", Some(&cursor))]));
    let rows = page
        .items
        .into_iter()
        .map(|draft| view! { <Row draft reload /> });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(draft: DraftSummary, reload: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let title = title_of(t, &draft);
    let shown = title.clone();
    let heading = match address_of(&draft) {
        Some(href) => view! { <A href>{shown}</A> }.into_any(),
        None => shown.into_any(),
    };
    let place = draft.place;
    let discard = Callback::new(move |()| {
        let (api, place) = (api.clone(), place.clone());
        sending.send_or(
            async move { api.delete_draft(&place).await },
            move |()| {
                toasts.say(t.drafts_discarded());
                reload.run(());
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    view! {
        <article class="question-row hang">
            <div class="margin"><small>{kind_words(t, draft.kind)}</small></div>
            <div>
                <h2 class="row-title">{heading}</h2>
                {(!draft.excerpt.is_empty()).then(|| view! { <p class="excerpt">{draft.excerpt}</p> })}
                <div class="meta">
                    <Time at=draft.updated_at.to_rfc3339() />
                    <LinkButton on_press=discard>
                        {t.drafts_discard()}
                        <span class="visually-hidden">": " {title}</span>
                    </LinkButton>
                </div>
            </div>
        </article>
    }
}

fn kind_words(t: Lang, kind: DraftKind) -> &'static str {
    match kind {
        DraftKind::Ask => t.drafts_kind_ask(),
        DraftKind::Need => t.drafts_kind_need(),
        DraftKind::Answer => t.drafts_kind_answer(),
        DraftKind::Comment => t.drafts_kind_comment(),
        DraftKind::Edit => t.drafts_kind_edit(),
    }
}

fn title_of(t: Lang, draft: &DraftSummary) -> String {
    if matches!(draft.kind, DraftKind::Ask | DraftKind::Need) {
        let title = draft.title.clone();
        return title
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| t.drafts_untitled().to_owned());
    }
    let question = draft.question.as_ref().map(|question| &question.title);
    let need = draft.need.as_ref().map(|need| &need.wish);
    let named = question.or(need).cloned();
    named.unwrap_or_else(|| t.drafts_nowhere().to_owned())
}

/// Where one goes on writing.
fn address_of(draft: &DraftSummary) -> Option<String> {
    if draft.kind == DraftKind::Ask {
        return Some("/ask".to_owned());
    }
    if draft.kind == DraftKind::Need {
        return Some("/needs/new".to_owned());
    }
    if let Some(need) = &draft.need {
        return Some(format!("/needs/{}?draft={}", need.id, draft.place));
    }
    let question = draft.question.as_ref()?;
    let there = if draft.kind == DraftKind::Answer {
        "#yours"
    } else {
        ""
    };
    Some(format!(
        "/questions/{}?draft={}{there}",
        question.id, draft.place
    ))
}
