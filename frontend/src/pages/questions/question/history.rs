//! What a post said at each version, newest first, in a dialog: what each changed in words, and the way back.

use leptos::prelude::*;
use tacit_contract::posts::{ListRevisionsQuery, Revision};
use uuid::Uuid;

use super::Thread;
use super::compare::Comparison;
use super::post_actions::post_viewer;
use super::restore::Restore;
use crate::components::ui::{Button, Dialog, Loaded, TextSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The history of a post.
#[component]
pub fn History(thread: Thread, id: Uuid, version: i32, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    view! {
        <Dialog id=format!("history-{id}") title=t.question_history() open>
            <Revisions thread id version done=Callback::new(move |()| open.set(false)) />
            <div class="actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{t.ui_close()}</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Revisions(thread: Thread, id: Uuid, version: i32, done: Callback<()>) -> impl IntoView {
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
                {page
                    .items
                    .into_iter()
                    .map(|revision| view! { <RevisionEntry thread id version revision done /> })
                    .collect_view()}
            </ol>
        </Loaded>
    }
}

#[component]
fn RevisionEntry(
    thread: Thread,
    id: Uuid,
    /// The version that stands now.
    version: i32,
    revision: Revision,
    done: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let editor = revision.editor.map_or_else(
        || t.question_unknown_editor().to_owned(),
        |editor| editor.display_name,
    );
    let topics = revision
        .topics
        .map(|topics| view! { <p class="meta">{topics.join(", ")}</p> });
    let this = revision.version;
    let viewer = post_viewer(thread, id);
    let may_restore =
        Memo::new(move |_| this != version && viewer.get().is_some_and(|viewer| viewer.may_edit));
    let text = format!(
        "{}{}",
        revision
            .title
            .as_ref()
            .map_or(String::new(), |title| format!("{title}\n\n")),
        revision.body
    );
    view! {
        <li>
            <p>
                <b>{t.question_version(this)}</b>
                " " <small>{editor} ", " <Time at=revision.created_at.to_rfc3339() /></small>
            </p>
            {revision.reason.map(|reason| view! { <p class="reason">{reason}</p> })}
            {(this > 1).then(|| view! { <Comparison id version=this /> })}
            <details class="fold">
                <summary>{t.history_text()}</summary>
                <pre tabindex="0">{text}</pre>
                {topics}
            </details>
            {move || may_restore.get().then(|| view! { <Restore thread id restored=this read=version done /> })}
        </li>
    }
}
