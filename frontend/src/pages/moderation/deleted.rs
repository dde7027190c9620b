//! What was deleted, by whom and why, and bringing it back.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::moderation::{DeletedPost, ListDeletedPostsQuery};
use tacit_contract::posts::PostKind;

use crate::components::moderation::DeletedEntry;
use crate::components::ui::{Blank, Loaded, Pager, RowsSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::address_view;
use crate::view_model::address;

const HERE: &str = "/moderation/deleted";

/// The list.
#[component]
pub fn Deleted() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let cursor = address_view(|get| address::text(get("cursor")));
    let posts = LocalResource::new(move || {
        let api = api.clone();
        let query = ListDeletedPostsQuery {
            cursor: cursor.get(),
            ..ListDeletedPostsQuery::default()
        };
        async move { api.list_deleted_posts(&query).await }
    });
    let again = Callback::new(move |()| posts.refetch());
    view! {
        <h2 class="visually-hidden">{t.moderation_deleted_posts()}</h2>
        <Loaded resource=posts waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
            {view! { <Rows page begins=cursor.get_untracked().is_none() again /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Rows(page: Page<DeletedPost>, begins: bool, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! {
            <Blank title=t.moderation_none_deleted() text=t.moderation_none_deleted_more()>
                <A href="/questions" attr:class="button">{t.questions_see_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let first = (!begins).then(|| HERE.to_owned());
    let next = page
        .next_cursor
        .map(|cursor| address::address(HERE, &[("cursor", Some(&cursor))]));
    let rows = page.items.into_iter().map(|post| {
        let title = post.question_title.clone();
        let href = match post.kind {
            PostKind::Need => format!("/needs/{}", post.id),
            PostKind::Question | PostKind::Answer | PostKind::Comment => {
                format!("/questions/{}", post.question_id)
            }
        };
        view! {
            <li>
                <h3><A href>{title}</A></h3>
                <DeletedEntry post on_restored=again />
            </li>
        }
    });
    view! {
        <ul class="rows">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}
