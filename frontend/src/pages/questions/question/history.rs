//! What a post said at each version, newest first, in a dialog.

use leptos::prelude::*;
use tacit_contract::posts::{ListRevisionsQuery, Revision};
use uuid::Uuid;

use crate::components::ui::{Button, Dialog, Loaded, TextSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The history of a post.
#[component]
pub fn History(id: Uuid, version: i32, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    view! {
        <Dialog id=format!("history-{id}") title=t.question_history() open>
            <Revisions id version />
            <div class="actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{t.ui_close()}</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Revisions(id: Uuid, version: i32) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let revisions = LocalResource::new(move || {
        let api = api.clone();
        let query = ListRevisionsQuery {
            limit: Some(50),
            ..ListRevisionsQuery::default()
        };
        async move { api.list_revisions(id, &query).await }
    });
    view! {
        {(version == 1).then(|| view! { <p>{t.question_history_none()}</p> })}
        <Loaded resource=revisions waiting=|| view! { <TextSkeleton /> } let:page>
            <ol class="revisions">
                {page.items.into_iter().map(|revision| view! { <RevisionEntry revision /> }).collect_view()}
            </ol>
        </Loaded>
    }
}

#[component]
fn RevisionEntry(revision: Revision) -> impl IntoView {
    let t = use_lang();
    let editor = revision.editor.map_or_else(
        || t.question_unknown_editor().to_owned(),
        |editor| editor.display_name,
    );
    let topics = revision
        .topics
        .map(|topics| view! { <p class="meta">{topics.join(", ")}</p> });
    view! {
        <li>
            <details>
                <summary>
                    <b>{t.question_version(revision.version)}</b>
                    " " <small>{editor} ", " <Time at=revision.created_at.to_rfc3339() /></small>
                </summary>
                {revision.title.map(|title| view! { <p><b>{title}</b></p> })}
                <pre tabindex="0">{revision.body}</pre>
                {topics}
            </details>
            {revision.reason.map(|reason| view! { <p class="reason">{reason}</p> })}
        </li>
    }
}
