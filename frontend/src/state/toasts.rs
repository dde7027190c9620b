//! Passing messages: what was done, and how to take it back. Announced politely, gone after a while.

use std::time::Duration;

use leptos::prelude::*;

/// How long a message with a button stays: long enough to read it twice and reach the button.
const OFFERED: Duration = Duration::from_secs(8);
/// How long one without stays.
const SAID: Duration = Duration::from_secs(5);

/// One message.
#[derive(Clone)]
pub struct Toast {
    /// Tells messages apart.
    pub id: u64,
    /// What happened.
    pub text: String,
    /// A verb and what it does, such as "Undo".
    pub action: Option<(String, Callback<()>)>,
}

/// The messages on the screen.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

impl Toasts {
    /// Offers the messages to all below.
    pub fn provide() {
        provide_context(Self::empty());
    }

    fn empty() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Says that something happened.
    pub fn say(self, text: impl Into<String>) {
        self.push(text.into(), None);
    }

    /// Says that something happened, and offers one thing to do about it.
    pub fn offer(self, text: impl Into<String>, label: impl Into<String>, act: Callback<()>) {
        self.push(text.into(), Some((label.into(), act)));
    }

    fn push(self, text: String, action: Option<(String, Callback<()>)>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let stays = if action.is_some() { OFFERED } else { SAID };
        self.shown.update(|shown| {
            // One that asks nothing makes room for the next: they never pile up over what is below.
            shown.retain(|before| before.action.is_some());
            shown.push(Toast { id, text, action });
        });
        set_timeout(move || self.dismiss(id), stays);
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u64) {
        self.shown
            .update(|shown| shown.retain(|toast| toast.id != id));
    }

    /// What is shown now, oldest first.
    pub fn shown(self) -> Vec<Toast> {
        self.shown.get()
    }
}

/// The messages of the app.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(Toasts::empty)
}
