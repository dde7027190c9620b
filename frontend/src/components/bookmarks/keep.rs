//! Keeping a post for later: a note, and two or three verbs.

use leptos::prelude::*;
use tacit_contract::bookmarks::KeepBookmark;
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use crate::components::ui::{Button, Dialog, FormProblem, Kind, Loaded, TextArea, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The dialog for one post; `on_change` hears when it was kept or let go.
#[component]
pub fn KeepDialog(
    id: Uuid,
    open: RwSignal<bool>,
    #[prop(optional, into)] on_change: Option<Callback<()>>,
) -> impl IntoView {
    let t = use_lang();
    view! {
        <Dialog id=format!("keep-{id}") title=t.bookmarks_keep_title() open>
            <Fetched id open on_change />
        </Dialog>
    }
}

#[component]
fn Fetched(
    id: Uuid,
    open: RwSignal<bool>,
    #[prop(optional_no_strip)] on_change: Option<Callback<()>>,
) -> impl IntoView {
    let api = use_api();
    // Not kept yet is an answer too.
    let kept = LocalResource::new(move || {
        let api = api.clone();
        async move {
            match api.get_bookmark(id).await {
                Ok(found) => Ok(Some(found.note)),
                Err(error) if error.code() == Some(ProblemCode::NotFound) => Ok(None),
                Err(error) => Err(error),
            }
        }
    });
    view! {
        <Loaded resource=kept waiting=|| view! { <TextSkeleton /> }.into_any() let:kept>
            {view! { <Form id kept open on_change /> }}
        </Loaded>
    }
}

#[component]
fn Form(
    id: Uuid,
    #[prop(optional_no_strip)] kept: Option<String>,
    open: RwSignal<bool>,
    #[prop(optional_no_strip)] on_change: Option<Callback<()>>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let is_kept = kept.is_some();
    let note = RwSignal::new(kept.unwrap_or_default());
    let sending = Sending::new();
    let done = Callback::new(move |words: &'static str| {
        open.set(false);
        toasts.say(words);
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    });
    let keep = {
        let api = api.clone();
        Callback::new(move |()| {
            let api = api.clone();
            let bookmark = KeepBookmark {
                note: Some(note.get_untracked()),
            };
            sending.send(
                async move { api.keep_bookmark(id, &bookmark).await },
                move |_| {
                    done.run(t.bookmarks_kept());
                },
            );
        })
    };
    let remove = Callback::new(move |()| {
        let api = api.clone();
        let call = async move { api.remove_bookmark(id).await };
        sending.send(call, move |()| done.run(t.bookmarks_removed()));
    });
    let cancel = Callback::new(move |()| open.set(false));
    view! {
        <TextArea
            id=format!("note-{id}")
            label=t.bookmarks_note()
            hint=t.bookmarks_note_hint()
            value=note
            rows=3
            error=sending.field(t, "/note")
        />
        <FormProblem error=sending.error() />
        <div class="actions">
            {is_kept.then(|| view! { <Button kind=Kind::Danger on_press=remove busy=sending.busy()>{t.bookmarks_remove()}</Button> })}
            <Button kind=Kind::Quiet on_press=cancel>{t.ui_cancel()}</Button>
            <Button kind=Kind::Primary on_press=keep busy=sending.busy()>{t.bookmarks_keep()}</Button>
        </div>
    }
}
