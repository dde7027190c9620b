//! Posts that imports marked: kept as edited here, or gone where they were.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::imports::{ListMarkedPostsQuery, MarkedPost, PostMark};

use crate::components::ui::{Button, FormProblem, Loaded};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::view_model::imports::address_of;

/// Both kinds; nothing where there are none.
#[component]
pub fn MarkedPosts() -> impl IntoView {
    let api = use_api();
    let first = LocalResource::new(move || {
        let api = api.clone();
        async move {
            let kept = api.list_marked_posts(&query(PostMark::Kept, None)).await?;
            let gone = api.list_marked_posts(&query(PostMark::Gone, None)).await?;
            Ok::<_, ClientError>((kept, gone))
        }
    });
    view! {
        <Loaded resource=first waiting=|| ().into_any() let:found>
            {view! { <Marked kept=found.0 gone=found.1 /> }.into_any()}
        </Loaded>
    }
}

fn query(mark: PostMark, cursor: Option<String>) -> ListMarkedPostsQuery {
    ListMarkedPostsQuery {
        mark: Some(mark),
        cursor,
        limit: None,
    }
}

#[component]
fn Marked(kept: Page<MarkedPost>, gone: Page<MarkedPost>) -> impl IntoView {
    let t = use_lang();
    if kept.items.is_empty() && gone.items.is_empty() {
        return None;
    }
    Some(view! {
        <section class="section" aria-labelledby="marked">
            <div class="section-head"><h2 id="marked">{t.imports_marked()}</h2></div>
            <p class="sum">{t.imports_marked_more()}</p>
            <OfMark page=kept mark=PostMark::Kept />
            <OfMark page=gone mark=PostMark::Gone />
        </section>
    })
}

#[component]
fn OfMark(page: Page<MarkedPost>, mark: PostMark) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return None;
    }
    let heading = match mark {
        PostMark::Kept => t.imports_marked_kept(),
        PostMark::Gone => t.imports_marked_gone(),
    };
    let api = use_api();
    let sending = Sending::new();
    let shown = RwSignal::new(page.items);
    let next = RwSignal::new(page.next_cursor);
    let more = Callback::new(move |()| {
        let (api, cursor) = (api.clone(), next.get_untracked());
        sending.send(
            async move { api.list_marked_posts(&query(mark, cursor)).await },
            move |page| {
                shown.update(|shown| shown.extend(page.items));
                next.set(page.next_cursor);
            },
        );
    });
    Some(view! {
        <details class="fold counted">
            <summary>{heading}</summary>
            <ul class="marked">
                <For each=move || shown.get() key=|post| post.id let:post>
                    <Row post />
                </For>
            </ul>
            <FormProblem error=sending.error() />
            {move || {
                next.with(Option::is_some)
                    .then(|| view! { <Button busy=sending.busy() on_press=more>{t.imports_more()}</Button> })
            }}
        </details>
    })
}

#[component]
fn Row(post: MarkedPost) -> impl IntoView {
    let t = use_lang();
    let href = address_of(&post);
    let there = post.url.map(|url| {
        view! { <span><a href=url rel="noopener external">{t.imports_there()}</a></span> }
    });
    view! {
        <li>
            <A href>{post.title}</A>
            <p class="meta"><span>{t.item_kind_one(post.kind)}</span><span>{post.site}</span>{there}</p>
        </li>
    }
}
