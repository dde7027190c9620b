//! Keeping order on a question's page: what stands in the menu of a post, and the dialogs that open from there.

use leptos::prelude::*;
use tacit_contract::posts::{PostKind, PostViewer};
use tacit_contract::questions::QuestionState;
use uuid::Uuid;

use super::Thread;
use super::post_actions::post_viewer;
use crate::components::moderation::{Delete, DeletedEntry, Flag};
use crate::components::nameless::ShowName;
use crate::components::ui::{Glyph, MenuItem};
use crate::i18n::use_lang;

mod close;
mod original_field;
mod renew;

pub use crate::components::moderation::SaidHere;
pub use renew::Renewed;

/// Which dialog of a post is open.
#[derive(Clone, Copy)]
pub struct Dialogs {
    close: RwSignal<bool>,
    delete: RwSignal<bool>,
    flag: RwSignal<bool>,
    renew: RwSignal<bool>,
    name: RwSignal<bool>,
}

impl Dialogs {
    /// None.
    pub fn new() -> Self {
        let closed = || RwSignal::new(false);
        Self {
            close: closed(),
            delete: closed(),
            flag: closed(),
            renew: closed(),
            name: closed(),
        }
    }
}

/// What the menu of a post offers; nothing that the viewer may not do.
#[component]
pub fn ModerationItems(
    thread: Thread,
    id: Uuid,
    kind: PostKind,
    dialogs: Dialogs,
) -> impl IntoView {
    let t = use_lang();
    let viewer = post_viewer(thread, id);
    let may = move |what: fn(&PostViewer) -> bool| {
        viewer.with(|viewer| viewer.as_ref().is_some_and(what))
    };
    let may_close = move || {
        kind == PostKind::Question
            && thread
                .viewer
                .with(|viewer| viewer.as_ref().is_some_and(|viewer| viewer.may_close))
    };
    let item = move |glyph, words: &'static str, open: RwSignal<bool>| {
        view! { <MenuItem glyph on_press=Callback::new(move |()| open.set(true))>{words}</MenuItem> }
    };
    view! {
        {move || may(|post| post.may_renew).then(|| item(Glyph::Check, t.moderation_renew(), dialogs.renew))}
        {move || may(|post| post.may_show_name).then(|| item(Glyph::Person, t.nameless_show(), dialogs.name))}
        {move || may(|post| post.may_flag).then(|| item(Glyph::Alert, t.moderation_flag(), dialogs.flag))}
        {move || {
            may_close()
                .then(|| {
                    let words = if is_closed(thread) { t.moderation_reopen() } else { t.moderation_close() };
                    item(Glyph::Door, words, dialogs.close)
                })
        }}
        {move || {
            may(|post| post.may_delete)
                .then(|| {
                    view! {
                        <MenuItem
                            glyph=Glyph::Trash
                            danger=true
                            on_press=Callback::new(move |()| dialogs.delete.set(true))
                        >
                            {t.moderation_delete()}
                        </MenuItem>
                    }
                })
        }}
    }
}

/// The dialogs, closed until something in the menu opens one.
#[component]
pub fn ModerationDialogs(
    thread: Thread,
    id: Uuid,
    kind: PostKind,
    dialogs: Dialogs,
) -> impl IntoView {
    let viewer = post_viewer(thread, id);
    let closed = Memo::new(move |_| is_closed(thread));
    let said = Signal::derive(move || {
        viewer
            .with(|viewer| viewer.as_ref().map(|post| post.flagged.clone()))
            .unwrap_or_default()
    });
    let needs_reason = Signal::derive(move || {
        viewer.with(|viewer| viewer.as_ref().is_some_and(|post| post.delete_needs_reason))
    });
    let close_or_reopen = move || {
        if closed.get() {
            view! { <close::Reopen thread open=dialogs.close /> }.into_any()
        } else {
            view! { <close::Close thread open=dialogs.close /> }.into_any()
        }
    };
    let closing = (kind == PostKind::Question).then_some(close_or_reopen);
    let page = kind == PostKind::Question;
    let renewing = (kind == PostKind::Answer)
        .then(|| view! { <renew::Renew thread answer=id open=dialogs.renew /> });
    view! {
        {closing}
        {renewing}
        <Flag post=id said open=dialogs.flag on_done=thread.reload />
        <ShowName post=id page open=dialogs.name on_done=thread.reload />
        <Delete post=id kind needs_reason open=dialogs.delete on_done=thread.reload />
    }
}

/// What others said in private about a post of the viewer's own.
#[component]
pub fn Said(thread: Thread, id: Uuid) -> impl IntoView {
    let viewer = post_viewer(thread, id);
    let said = Memo::new(move |_| viewer.get().map(|post| post.said).unwrap_or_default());
    move || view! { <SaidHere said=said.get() /> }
}

/// Deleted answers and comments that the viewer still sees, at the end of the page.
#[component]
pub fn DeletedHere(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let deleted = Memo::new(move |_| {
        thread
            .viewer
            .get()
            .map(|viewer| viewer.deleted)
            .unwrap_or_default()
    });
    move || {
        let deleted = deleted.get();
        (!deleted.is_empty()).then(|| {
            let entries = deleted
                .into_iter()
                .map(|post| view! { <DeletedEntry post on_restored=thread.reload /> });
            view! {
                <section class="section" aria-labelledby="deleted">
                    <div class="section-head"><h2 id="deleted">{t.moderation_deleted_here()}</h2></div>
                    {entries.collect_view()}
                </section>
            }
        })
    }
}

fn is_closed(thread: Thread) -> bool {
    thread
        .question
        .with(|question| question.state == QuestionState::Closed)
}
