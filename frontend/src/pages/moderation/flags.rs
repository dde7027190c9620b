//! The queue of flags: what waits for a decision, and what was decided.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::moderation::{FlagEntry, FlagFilter, FlagKind, FlaggedPost};

use super::decide::Decide;
use crate::components::questions::AuthorName;
use crate::components::ui::{
    Blank, Glyph, Loaded, Pager, RowsSkeleton, Segment, SegmentedLinks, Select, Time,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::address;
use crate::view_model::moderation::{FlagsView, flag_kinds, flag_words, outcome_words, post_words};

/// The queue as it is fetched.
pub type FlagPages = LocalResource<Result<Page<FlaggedPost>, ClientError>>;

/// The list.
#[component]
pub fn Flags() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| FlagsView::read(get));
    let flags: FlagPages = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(FlagsView::query));
        async move { api.list_flags(&query).await }
    });
    view! {
        <Tools chosen />
        <h2 class="visually-hidden">{t.moderation_flags()}</h2>
        <Loaded resource=flags waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
            {view! { <Rows page chosen=chosen.get_untracked() flags /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Tools(chosen: Memo<FlagsView>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let links = Signal::derive(move || {
        let now = chosen.get();
        let link = |state, label: &str| Segment {
            href: FlagsView {
                state,
                cursor: None,
                ..now.clone()
            }
            .address(),
            label: label.to_owned(),
            current: now.state == state,
        };
        vec![
            link(FlagFilter::Open, t.moderation_waiting()),
            link(FlagFilter::Resolved, t.moderation_decided()),
        ]
    });
    let kinds = flag_kinds(t)
        .into_iter()
        .filter_map(|(kind, words, _)| Some((address::any_word(&kind)?, words)));
    let choices: Vec<_> = std::iter::once((String::new(), t.moderation_any_kind().to_owned()))
        .chain(kinds)
        .collect();
    let value = Signal::derive(move || {
        let kind = chosen.get().kind;
        kind.as_ref()
            .and_then(address::any_word)
            .unwrap_or_default()
    });
    let choose = Callback::new(move |word: String| {
        let kind: Option<FlagKind> = address::value(Some(word));
        let view = FlagsView {
            kind,
            cursor: None,
            ..chosen.get_untracked()
        };
        go.run(view.address());
    });
    view! {
        <div class="tools">
            <SegmentedLinks label=t.moderation_which() links />
            <div class="filters">
                <Select id="flag-kind" label=t.moderation_kind() quiet=true choices value on_choose=choose />
            </div>
        </div>
    }
}

#[component]
fn Rows(page: Page<FlaggedPost>, chosen: FlagsView, flags: FlagPages) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        let (title, text) = match chosen.state {
            FlagFilter::Open => (t.moderation_none_open(), t.moderation_none_open_more()),
            FlagFilter::Resolved => (
                t.moderation_none_decided(),
                t.moderation_none_decided_more(),
            ),
        };
        return view! {
            <Blank glyph=Glyph::Solved title text>
                <A href="/questions" attr:class="button">{t.questions_see_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let at = |cursor| {
        FlagsView {
            cursor,
            ..chosen.clone()
        }
        .address()
    };
    let first = chosen.cursor.is_some().then(|| at(None));
    let next = page.next_cursor.map(|cursor| at(Some(cursor)));
    let rows = page
        .items
        .into_iter()
        .map(|post| view! { <li><Row post flags /></li> });
    view! {
        <ul class="rows">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(post: FlaggedPost, flags: FlagPages) -> impl IntoView {
    let t = use_lang();
    let href = post_address(&post);
    let open = post.flags.iter().all(|flag| flag.resolution.is_none());
    let decide = (open && post.may_resolve).then(|| view! { <Decide post=post.clone() flags /> });
    let own = (open && !post.may_resolve)
        .then(|| view! { <p class="meta"><span>{t.moderation_own()}</span></p> });
    let entries = post.flags.into_iter().map(|flag| view! { <Entry flag /> });
    view! {
        <article class="flagged">
            <h3><A href=href attr:lang=post.language.clone()>{post.question_title}</A></h3>
            <p class="meta">
                <span class="state" data-state="waiting">{flag_words(t, post.kind)}</span>
                <span>{post_words(t, post.post_kind)} " " {t.moderation_by()} " " <AuthorName by=post.by source=None /></span>
            </p>
            <p class="excerpt" lang=post.language>{post.excerpt}</p>
            <ul class="flag-words">{entries.collect_view()}</ul>
            {own}
            {decide}
        </article>
    }
}

#[component]
fn Entry(flag: FlagEntry) -> impl IntoView {
    let t = use_lang();
    let who = flag.by.map(|by| {
        view! { <A href=format!("/people/{}", by.handle)>{by.display_name}</A> ", " }
    });
    let decided = flag.resolution.map(|resolution| {
        let by = resolution.by.map(|by| format!(", {}", by.display_name));
        view! {
            <p class="decided">
                <b>{outcome_words(t, resolution.outcome)}</b>
                {resolution.word.map(|word| view! { ": " {word} })}
                <small>{by} ", " <Time at=resolution.at.to_rfc3339() /></small>
            </p>
        }
    });
    view! {
        <li>
            <q>{flag.reason}</q>
            <small>{who} <Time at=flag.created_at.to_rfc3339() /></small>
            {decided}
        </li>
    }
}

fn post_address(post: &FlaggedPost) -> String {
    use tacit_contract::posts::PostKind;
    match post.post_kind {
        PostKind::Question => format!("/questions/{}", post.question_id),
        PostKind::Need => format!("/needs/{}", post.post_id),
        PostKind::Answer => format!("/questions/{}#answer-{}", post.question_id, post.post_id),
        PostKind::Comment => format!("/questions/{}#comment-{}", post.question_id, post.post_id),
    }
}
