//! Muting and blocking somebody from their profile, and the fold before what they wrote.

use leptos::prelude::*;
use tacit_contract::blocks::BlockKind;

use crate::components::ui::{Confirm, Glyph, Icon, LinkButton, Menu, MenuItem};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// The menu behind three dots on a profile, and what is said before somebody is blocked.
#[component]
pub fn BlockMenu(
    /// Whose profile it is.
    handle: String,
    /// What they are called.
    name: String,
    /// How far the viewer keeps them away.
    now: Option<BlockKind>,
    /// It was changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let asking = RwSignal::new(false);
    let person = StoredValue::new((handle, name));
    let set = Callback::new(move |kind: Option<BlockKind>| {
        let (api, (handle, name)) = (api.clone(), person.get_value());
        sending.send_or(
            async move {
                match kind {
                    Some(kind) => api.block_member(&handle, kind).await,
                    None => api.unblock_member(&handle).await,
                }
            },
            move |()| {
                asking.set(false);
                toasts.say(match kind {
                    Some(BlockKind::Muted) => t.blocks_muted_done(&name),
                    Some(BlockKind::Blocked) => t.blocks_blocked_done(&name),
                    None => t.blocks_undone(&name),
                });
                on_change.run(());
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    let item = move |glyph: Glyph, words: &'static str, kind: Option<BlockKind>| {
        view! { <MenuItem glyph on_press=Callback::new(move |()| set.run(kind))>{words}</MenuItem> }
    };
    let title = person.with_value(|(_, name)| t.blocks_block_title(name));
    view! {
        <Menu id="blocks" label=t.blocks_menu() look="link-button" trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())>
            {(now != Some(BlockKind::Muted)).then(|| item(Glyph::Offline, t.blocks_mute(), Some(BlockKind::Muted)))}
            {(now != Some(BlockKind::Blocked))
                .then(|| {
                    let ask = Callback::new(move |()| asking.set(true));
                    view! { <MenuItem glyph=Glyph::Close on_press=ask>{t.blocks_block()}</MenuItem> }
                })}
            {now.map(|_| item(Glyph::Check, t.blocks_undo(), None))}
        </Menu>
        <Confirm
            id="block"
            title
            open=asking
            act=t.blocks_block()
            sending
            on_confirm=Callback::new(move |()| set.run(Some(BlockKind::Blocked)))
        >
            <p>{t.blocks_block_what()}</p>
        </Confirm>
    }
}

/// What somebody wrote whom the viewer keeps away: folded until it is asked for.
#[component]
pub fn Folded(
    /// Whether it is by such a person.
    folded: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let t = use_lang();
    let opened = RwSignal::new(false);
    let hidden = Memo::new(move |_| folded.get() && !opened.get());
    move || {
        if hidden.get() {
            let open = Callback::new(move |()| opened.set(true));
            view! { <p class="nothing">{t.blocks_folded()} " " <LinkButton on_press=open>{t.blocks_unfold()}</LinkButton></p> }
                .into_any()
        } else {
            children()
        }
    }
}
