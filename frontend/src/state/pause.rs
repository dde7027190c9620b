//! What is being typed, once the typing pauses: so that not every letter asks the server.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Follows `typed`, some milliseconds after its last change.
pub fn paused(typed: Signal<String>, milliseconds: u64) -> Signal<String> {
    let settled = RwSignal::new(typed.get_untracked());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let now = typed.get();
        if let Some(pending) = pending.get_value() {
            pending.clear();
        }
        if settled.get_untracked() == now {
            return;
        }
        let later = set_timeout_with_handle(
            move || settled.set(now),
            Duration::from_millis(milliseconds),
        );
        pending.set_value(later.ok());
    });
    settled.into()
}
