//! Whether the browser believes it has a connection.

use leptos::ev;
use leptos::prelude::*;

/// True while there is a connection.
#[derive(Clone, Copy)]
pub struct Online(RwSignal<bool>);

impl Online {
    /// Listens for the rest of the app's life and offers the state to all below.
    pub fn provide() {
        let online = RwSignal::new(window().navigator().on_line());
        window_event_listener(ev::online, move |_| online.set(true));
        window_event_listener(ev::offline, move |_| online.set(false));
        provide_context(Self(online));
    }

    /// The state now.
    pub fn get(self) -> bool {
        self.0.get()
    }
}

/// The connection.
pub fn use_online() -> Online {
    use_context().unwrap_or_else(|| Online(RwSignal::new(true)))
}
