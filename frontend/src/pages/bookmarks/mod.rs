//! `/bookmarks`: what one keeps for later, found by its note or title.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::bookmarks::Bookmark;
use tacit_contract::posts::PostKind;

use crate::components::bookmarks::KeepDialog;
use crate::components::ui::{
    Blank, Glyph, LinkButton, ListSearch, Loaded, PageHead, Pager, RowsSkeleton, Time,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::bookmarks::BookmarksView;

/// The page.
#[component]
pub fn BookmarksPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let go = use_go();
    let chosen = address_view(|get| BookmarksView::read(get));
    let bookmarks = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(BookmarksView::query));
        async move { api.list_bookmarks(&query).await }
    });
    let search = Callback::new(move |words: String| go.run(BookmarksView::of(words).address()));
    let words = Signal::derive(move || chosen.get().q.unwrap_or_default());
    let again = Callback::new(move |()| bookmarks.refetch());
    view! {
        <div class="column">
            <PageHead title=t.bookmarks_title() lede=t.bookmarks_lede()>
                <ListSearch id="bookmark-search" label=t.bookmarks_search() words on_search=search />
            </PageHead>
            <Loaded resource=bookmarks waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Rows page chosen=chosen.get_untracked() again /> }.into_any()}
            </Loaded>
        </div>
    }
}

#[component]
fn Rows(page: Page<Bookmark>, chosen: BookmarksView, again: Callback<()>) -> impl IntoView {
    if page.items.is_empty() {
        return view! { <Nothing searched=chosen.q.is_some() /> }.into_any();
    }
    let first = chosen.cursor.is_some().then(|| chosen.at(None));
    let next = page.next_cursor.map(|cursor| chosen.at(Some(cursor)));
    let rows = page
        .items
        .into_iter()
        .map(|bookmark| view! { <Row bookmark again /> });
    view! {
        <h2 class="visually-hidden">{use_lang().bookmarks_title()}</h2>
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(bookmark: Bookmark, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let open = RwSignal::new(false);
    let Bookmark {
        post,
        question,
        note,
        created_at,
    } = bookmark;
    let (href, kind) = if post.kind == PostKind::Answer {
        let href = format!("/questions/{}#answer-{}", question.id, post.id);
        (href, t.bookmarks_answer())
    } else {
        (
            format!("/questions/{}", question.id),
            t.bookmarks_question(),
        )
    };
    view! {
        <article class="question-row">
            <h3><A href attr:lang=question.language>{question.title}</A></h3>
            {(!note.is_empty()).then(|| view! { <p class="reason">{note}</p> })}
            <p class="excerpt" lang=post.language>{post.excerpt}</p>
            <div class="meta">
                <span>{kind} ", " {t.bookmarks_since()} " " <Time at=created_at.to_rfc3339() /></span>
                <LinkButton glyph=Glyph::Pen on_press=Callback::new(move |()| open.set(true))>{t.bookmarks_change()}</LinkButton>
            </div>
            <KeepDialog id=post.id open on_change=again />
        </article>
    }
}

#[component]
fn Nothing(searched: bool) -> impl IntoView {
    let t = use_lang();
    if searched {
        view! {
            <Blank title=t.bookmarks_none_found() text=t.bookmarks_none_found_more()>
                <A href="/bookmarks" attr:class="button">{t.bookmarks_all()}</A>
            </Blank>
        }
        .into_any()
    } else {
        view! {
            <Blank glyph=Glyph::Bookmark title=t.bookmarks_none() text=t.bookmarks_none_more()>
                <A href="/questions" attr:class="button">{t.shell_questions()}</A>
            </Blank>
        }
        .into_any()
    }
}
