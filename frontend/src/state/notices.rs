//! How many notices are unread: asked again on every change of page, when the window is looked at again, and every
//! minute while it is.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use tacit_client::Client;
use tacit_contract::notices::ReadNotices;

use super::api::use_api;

/// Between two questions to the server while somebody looks.
const EVERY: Duration = Duration::from_secs(60);

/// The number at the bell.
#[derive(Clone, Copy)]
pub struct Unread(RwSignal<u32>);

impl Unread {
    /// Keeps the number up to date as long as the frame stands, and offers it to all below.
    pub fn provide() {
        let unread = Self(RwSignal::new(0));
        let api = use_api();
        let path = use_location().pathname;
        {
            let api = api.clone();
            Effect::new(move |_| {
                path.track();
                unread.ask(&api);
            });
        }
        let look = move || {
            // Nobody looks at a hidden window; the next look asks.
            if document().has_focus().unwrap_or(true) {
                unread.ask(&api);
            }
        };
        let again = look.clone();
        let focus = window_event_listener(leptos::ev::focus, move |_| again());
        let timer = set_interval_with_handle(look, EVERY).ok();
        on_cleanup(move || {
            focus.remove();
            if let Some(timer) = timer {
                IntervalHandle::clear(&timer);
            }
        });
        provide_context(unread);
    }

    /// The number now.
    pub fn get(self) -> u32 {
        self.0.get()
    }

    /// Asks the server.
    pub fn ask(self, api: &Client) {
        let api = api.clone();
        spawn_local(async move {
            // Without an answer the number stays what it was.
            if let Ok(now) = api.count_unread_notices().await {
                self.0.try_set(now.unread);
            }
        });
    }

    /// Marks as read, counts what is left, and goes on.
    pub fn read(self, api: &Client, read: ReadNotices, then: Callback<()>) {
        let api = api.clone();
        spawn_local(async move {
            if let Ok(now) = api.read_notices(&read).await
                && self.0.try_set(now.unread).is_none()
            {
                // Who asked may have gone elsewhere meanwhile.
                then.try_run(());
            }
        });
    }
}

/// The number at the bell.
pub fn use_unread() -> Unread {
    expect_context()
}
