//! Pinning a question in its community, for who looks after that: an item of the question's menu.

use leptos::prelude::*;
use tacit_client::{Client, ClientError};
use tacit_contract::problem::ProblemCode;
use uuid::Uuid;

use super::Thread;
use crate::components::ui::{Glyph, MenuItem};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// The item. Whether it is there is asked when the menu opens: few look after a community. `sending` outlives the menu.
#[component]
pub fn PinItem(thread: Thread, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let question = thread.id;
    let community = thread
        .question
        .with_untracked(|question| question.community.as_ref().map(|place| place.id))?;
    let known = {
        let api = api.clone();
        LocalResource::new(move || pinned(api.clone(), community, question))
    };
    let item = move || {
        let pinned = known.get().flatten()?;
        let api = api.clone();
        let press = Callback::new(move |()| {
            let api = api.clone();
            let call = async move {
                match pinned {
                    true => api.unpin_post(community, question).await,
                    false => api.pin_post(community, question).await,
                }
            };
            let refused = move |error: ClientError| {
                toasts.say(match error.code() {
                    Some(ProblemCode::WrongState) => t.community_pins_full().to_owned(),
                    _ => failure::sentence(t, &error),
                });
                None
            };
            let said = if pinned {
                t.community_unpinned()
            } else {
                t.community_pin_done()
            };
            sending.send_or(call, move |()| toasts.say(said), refused);
        });
        let words = if pinned {
            t.community_unpin()
        } else {
            t.community_pin()
        };
        Some(view! { <MenuItem glyph=Glyph::Flag on_press=press>{words}</MenuItem> })
    };
    Some(item)
}

/// Whether it is pinned, for who may change that.
async fn pinned(api: Client, community: Uuid, question: Uuid) -> Option<bool> {
    let viewer = api.get_community_viewer(community).await.ok()?;
    if !viewer.facilitates || !viewer.may_post {
        return None;
    }
    let pins = api.list_community_pins(community).await.ok()?;
    Some(pins.items.iter().any(|pin| pin.question.id == question))
}
