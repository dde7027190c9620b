//! Showing oneself later, for good.

use leptos::prelude::*;
use uuid::Uuid;

use crate::components::ui::Confirm;
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// Before the name stands there.
#[component]
pub fn ShowName(
    post: Uuid,
    /// It is the question: the name comes to all the viewer wrote without it on its page.
    page: bool,
    open: RwSignal<bool>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let act = Callback::new(move |()| {
        let api = api.clone();
        sending.send(async move { api.show_name(post).await }, move |()| {
            open.set(false);
            toasts.say(t.nameless_shown());
            on_done.run(());
        });
    });
    let more = if page {
        t.nameless_show_page()
    } else {
        t.nameless_show_more()
    };
    view! {
        <Confirm id=format!("name-{post}") title=t.nameless_show() open act=t.nameless_show() sending on_confirm=act>
            <p>{more}</p>
        </Confirm>
    }
}
