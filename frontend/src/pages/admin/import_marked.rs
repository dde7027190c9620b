//! Posts that imports marked: kept as edited here, or gone where they were.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::imports::{ListMarkedPostsQuery, MarkedPost, PostMark};

use crate::components::ui::Loaded;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The first of them, folded; nothing where there are none.
#[component]
pub fn MarkedPosts(mark: PostMark) -> impl IntoView {
    let api = use_api();
    let cursor = RwSignal::new(None::<String>);
    let posts = LocalResource::new(move || {
        let api = api.clone();
        let query = ListMarkedPostsQuery {
            mark: Some(mark),
            cursor: cursor.get(),
            limit: None,
        };
        async move { api.list_marked_posts(&query).await }
    });
    view! {
        <Loaded resource=posts waiting=|| ().into_any() let:page>
            {view! { <Marked page mark cursor /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Marked(
    page: Page<MarkedPost>,
    mark: PostMark,
    cursor: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return None;
    }
    let heading = match mark {
        PostMark::Kept => t.imports_marked_kept(),
        PostMark::Gone => t.imports_marked_gone(),
    };
    let rows = page.items.into_iter().map(|post| {
        let there = post.url.map(|url| {
            view! { <span><a href=url rel="noopener external">{t.imports_there()}</a></span> }
        });
        view! {
            <li>
                <A href=format!("/questions/{}", post.question_id)>{post.title}</A>
                <span class="meta"><span>{t.item_kind(post.kind)}</span><span>{post.site}</span>{there}</span>
            </li>
        }
    });
    let more = page.next_cursor.map(|next| {
        view! {
            <button type="button" class="button" on:click=move |_| cursor.set(Some(next.clone()))>
                {t.imports_more()}
            </button>
        }
    });
    Some(view! {
        <details class="counted" open=cursor.get_untracked().is_some()>
            <summary>{heading}</summary>
            <ul class="marked">{rows.collect_view()}</ul>
            {more}
        </details>
    })
}
