//! Keeping order on a question's page: what stands in the menu of a post, and the dialogs that open from there.

use leptos::prelude::*;
use tacit_contract::posts::PostKind;
use tacit_contract::questions::QuestionState;

use super::Thread;
use crate::components::ui::{Glyph, MenuItem};
use crate::i18n::use_lang;

mod close;
mod original_field;

/// Which dialog of a post is open.
#[derive(Clone, Copy)]
pub struct Dialogs {
    close: RwSignal<bool>,
}

impl Dialogs {
    /// None.
    pub fn new() -> Self {
        Self {
            close: RwSignal::new(false),
        }
    }
}

/// What the menu of a post offers; nothing that the viewer may not do.
#[component]
pub fn ModerationItems(thread: Thread, kind: PostKind, dialogs: Dialogs) -> impl IntoView {
    let t = use_lang();
    let may_close = move || {
        kind == PostKind::Question
            && thread
                .viewer
                .with(|viewer| viewer.as_ref().is_some_and(|viewer| viewer.may_close))
    };
    move || {
        may_close().then(|| {
            let closed = is_closed(thread);
            let words = if closed { t.moderation_reopen() } else { t.moderation_close() };
            view! {
                <MenuItem glyph=Glyph::Door on_press=Callback::new(move |()| dialogs.close.set(true))>{words}</MenuItem>
            }
        })
    }
}

/// The dialogs, closed until something in the menu opens one.
#[component]
pub fn ModerationDialogs(thread: Thread, kind: PostKind, dialogs: Dialogs) -> impl IntoView {
    let closed = Memo::new(move |_| is_closed(thread));
    (kind == PostKind::Question).then(|| {
        move || {
            if closed.get() {
                view! { <close::Reopen thread open=dialogs.close /> }.into_any()
            } else {
                view! { <close::Close thread open=dialogs.close /> }.into_any()
            }
        }
    })
}

fn is_closed(thread: Thread) -> bool {
    thread
        .question
        .with(|question| question.state == QuestionState::Closed)
}
