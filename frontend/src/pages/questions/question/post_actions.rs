//! What one can do with a post: the helpful mark, and behind three dots a link, editing, and its history.

use leptos::prelude::*;
use tacit_contract::posts::{PostKind, PostViewer};
use uuid::Uuid;

use super::Thread;
use super::history::History;
use super::moderation::{Dialogs, ModerationDialogs, ModerationItems};
use super::pin::PinItem;
use crate::components::bookmarks::KeepDialog;
use crate::components::ui::{Glyph, Helpful, Icon, LinkButton, Menu, MenuItem};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::copying::copy_address;
use crate::state::sending::Sending;
use crate::state::share;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// The facts about a post that its actions need.
#[derive(Clone)]
pub struct Post {
    /// Its id.
    pub id: Uuid,
    /// What it is.
    pub kind: PostKind,
    /// Its version.
    pub version: i32,
    /// How many found it helpful when it was fetched.
    pub helpful_count: i32,
    /// Its address in the app.
    pub link: String,
}

/// How a post concerns the viewer.
pub fn post_viewer(thread: Thread, id: Uuid) -> Memo<Option<PostViewer>> {
    Memo::new(move |_| {
        let viewer = thread.viewer.get()?;
        viewer.posts.into_iter().find(|post| post.id == id)
    })
}

/// The line of actions below a post. What stands between mark and dots are the children.
#[component]
pub fn PostActions(
    thread: Thread,
    post: Post,
    #[prop(into)] on_edit: Callback<()>,
    /// Whether a comment is being written below.
    commenting: RwSignal<bool>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    let viewer = post_viewer(thread, post.id);
    let (history, keeping) = (RwSignal::new(false), RwSignal::new(false));
    let (id, kind, version) = (post.id, post.kind, post.version);
    let (dialogs, pinning) = (Dialogs::new(), Sending::new());
    let menu_id = format!("more-{id}");
    let origin = window().location().origin().unwrap_or_default();
    let link = StoredValue::new(format!("{origin}{}", post.link));
    let copy = Callback::new(move |()| {
        copy_address(t, toasts, link.get_value());
    });
    let may_edit = Memo::new(move |_| viewer.get().is_some_and(|viewer| viewer.may_edit));
    view! {
        <div class="actions">
            <HelpfulMark id viewer count=post.helpful_count />
            <LinkButton
                glyph=Glyph::Comment
                expanded=Signal::from(commenting)
                on_press=Callback::new(move |()| commenting.set(true))
            >
                {t.question_comment()}
            </LinkButton>
            {children.map(|children| children())}
            <GoOn thread id commenting on_edit />
            <Menu
                id=menu_id
                label=t.question_more()
                look="link-button"
                trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())
            >
                <MenuItem glyph=Glyph::Bookmark on_press=Callback::new(move |()| keeping.set(true))>
                    {t.bookmarks_keep_item()}
                </MenuItem>
                <MenuItem glyph=Glyph::Link on_press=copy>{t.ui_copy_link()}</MenuItem>
                {share::can_share()
                    .then(|| {
                        let share = Callback::new(move |()| share::share(&link.get_value()));
                        view! { <MenuItem glyph=Glyph::External on_press=share>{t.question_share()}</MenuItem> }
                    })}
                {(id == thread.id)
                    .then(|| {
                        let print = Callback::new(|()| drop(window().print()));
                        view! { <MenuItem glyph=Glyph::Copy on_press=print>{t.question_print()}</MenuItem> }
                    })}
                {move || {
                    may_edit
                        .get()
                        .then(|| view! { <MenuItem glyph=Glyph::Pen on_press=on_edit>{t.question_edit()}</MenuItem> })
                }}
                <MenuItem glyph=Glyph::History on_press=Callback::new(move |()| history.set(true))>
                    {t.question_history()}
                </MenuItem>
                {(id == thread.id).then(|| view! { <PinItem thread sending=pinning /> })}
                <ModerationItems thread id kind dialogs />
            </Menu>
        </div>
        <ModerationDialogs thread id kind dialogs />
        <History thread id version open=history />
        <KeepDialog id open=keeping />
    }
}

/// The way back to what was begun here and not posted.
#[component]
fn GoOn(
    thread: Thread,
    id: Uuid,
    commenting: RwSignal<bool>,
    on_edit: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let begun = move |kind: &str| {
        let place = format!("{kind}-{id}");
        thread.viewer.with(|viewer| {
            viewer
                .as_ref()
                .is_some_and(|viewer| viewer.drafts.contains(&place))
        })
    };
    let edit = Memo::new(move |_| begun("edit"));
    let comment = Memo::new(move |_| begun("comment") && !commenting.get());
    let open = Callback::new(move |()| {
        if edit.get_untracked() {
            on_edit.run(());
        } else {
            commenting.set(true);
        }
    });
    move || {
        (edit.get() || comment.get()).then(
            || view! { <LinkButton glyph=Glyph::Pen on_press=open>{t.drafts_go_on()}</LinkButton> },
        )
    }
}

/// The mark shows at once what was pressed; what the server says counts.
#[component]
pub fn HelpfulMark(id: Uuid, viewer: Memo<Option<PostViewer>>, count: i32) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    // What was pressed since the page was fetched: the mark and the count.
    let pressed = RwSignal::new(None::<(bool, i32)>);
    let before = Memo::new(move |_| viewer.get().is_some_and(|viewer| viewer.helpful));
    let marked = Signal::derive(move || {
        pressed
            .get()
            .map_or_else(|| before.get(), |(marked, _)| marked)
    });
    let shown = Signal::derive(move || pressed.get().map_or(count, |(_, count)| count));
    let press = Callback::new(move |()| {
        let (was, number) = (marked.get_untracked(), shown.get_untracked());
        let api = api.clone();
        pressed.set(Some((
            !was,
            if was {
                number.saturating_sub(1)
            } else {
                number.saturating_add(1)
            },
        )));
        sending.send_or(
            async move {
                if was {
                    api.unmark_helpful(id).await
                } else {
                    api.mark_helpful(id).await
                }
            },
            move |now| pressed.set(Some((now.marked, now.helpful_count))),
            move |error| {
                pressed.set(Some((was, number)));
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    let may_mark = Signal::derive(move || viewer.get().is_some_and(|viewer| viewer.may_mark));
    let count = Signal::derive(move || u64::try_from(shown.get()).unwrap_or(0));
    view! { <Helpful marked count may_mark on_press=press /> }
}
