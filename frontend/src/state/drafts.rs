//! A draft that follows what is typed: kept on the server whenever the typing pauses and when the page is left, taken up
//! again wherever one goes on, gone when it is posted. One request at a time; what comes meanwhile is kept after it.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tacit_client::{Client, ClientError};
use tacit_contract::drafts::{Draft, SaveDraft};

use super::api::use_api;
use crate::view_model::draft::{Found, followed, found, is_blank, text_of};

/// How long the typing must pause.
const PAUSE: Duration = Duration::from_millis(1_200);

/// What is known about the draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// There is none.
    Nothing,
    /// It says what stands in the fields; since when (RFC 3339).
    Saved(String),
    /// It was found and taken up; from when.
    TakenUp(String),
    /// One was found, and something else stands in the fields: the person decides.
    Offered(Box<Draft>),
    /// Another device saved it since this one last did; this text is in its place now.
    Contested(String),
    /// The last try did not work.
    Failed,
}

/// The draft at one place, as long as its form is there.
#[derive(Clone, Copy)]
pub struct DraftKeeper {
    place: StoredValue<String>,
    api: StoredValue<Client>,
    typed: Signal<SaveDraft>,
    restore: Callback<SaveDraft>,
    at_first: StoredValue<SaveDraft>,
    /// What the server has, as far as this form knows.
    saved: StoredValue<Option<SaveDraft>>,
    version: StoredValue<Option<i32>>,
    kept: RwSignal<Kept>,
    on_its_way: StoredValue<bool>,
    ended: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl DraftKeeper {
    /// Follows `typed`; `restore` puts a text into the fields. `look` says whether there may be a draft already.
    pub fn follow(
        place: String,
        typed: Signal<SaveDraft>,
        restore: Callback<SaveDraft>,
        look: bool,
    ) -> Self {
        let keeper = Self {
            place: StoredValue::new(place),
            api: StoredValue::new(use_api()),
            typed,
            restore,
            at_first: StoredValue::new(typed.get_untracked()),
            saved: StoredValue::new(None),
            version: StoredValue::new(None),
            kept: RwSignal::new(Kept::Nothing),
            on_its_way: StoredValue::new(false),
            ended: StoredValue::new(false),
            timer: StoredValue::new(None),
        };
        if look {
            keeper.look();
        }
        Effect::new(move |before: Option<SaveDraft>| {
            let now = keeper.typed.get();
            if before.is_some_and(|before| before != now) {
                keeper.later();
            }
            now
        });
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().hidden() {
                keeper.now();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            keeper.leave();
        });
        keeper
    }

    /// What is known about it.
    pub fn kept(self) -> Signal<Kept> {
        self.kept.into()
    }

    /// It was posted: the server has discarded it, and nothing is kept any more.
    pub fn posted(self) {
        self.stop();
        self.saved.set_value(None);
        self.kept.set(Kept::Nothing);
        if self.on_its_way.get_value() {
            // A save that was under way may have come after the post.
            self.delete();
        }
        self.start_over();
    }

    /// Throws it away, and what was typed with it.
    pub fn discard(self) {
        self.stop();
        self.delete();
        self.saved.set_value(None);
        self.version.set_value(None);
        self.kept.set(Kept::Nothing);
        self.restore.run(self.at_first.get_value());
        self.start_over();
    }

    /// Takes up the draft that was offered.
    pub fn take_up(self) {
        if let Kept::Offered(draft) = self.kept.get_untracked() {
            self.adopt(&draft);
        }
    }

    /// Throws away the draft that was offered, and keeps what stands here.
    pub fn decline(self) {
        self.kept.set(Kept::Nothing);
        self.later();
    }

    fn look(self) {
        let (api, place) = (self.api.get_value(), self.place.get_value());
        spawn_local(async move {
            let Ok(draft) = api.get_draft(&place).await else {
                return;
            };
            let (Some(at_first), Some(now)) = (
                self.at_first.try_get_value(),
                self.typed.try_get_untracked(),
            ) else {
                return;
            };
            match found(&draft, &at_first, &now) {
                Found::Same | Found::TakeUp => self.adopt(&draft),
                Found::Ask => {
                    self.version.set_value(Some(draft.version));
                    self.kept.set(Kept::Offered(Box::new(draft)));
                }
            }
        });
    }

    fn adopt(self, draft: &Draft) {
        let text = text_of(draft);
        self.version.set_value(Some(draft.version));
        self.saved.set_value(Some(text.clone()));
        self.restore.run(text);
        self.kept.set(Kept::TakenUp(draft.updated_at.to_rfc3339()));
    }

    fn later(self) {
        self.clear_timer();
        if self.ended.get_value() {
            return;
        }
        let handle = set_timeout_with_handle(move || self.now(), PAUSE);
        self.timer.set_value(handle.ok());
    }

    fn now(self) {
        self.clear_timer();
        let waits = self.ended.try_get_value() != Some(false) || self.on_its_way.get_value();
        let undecided = self
            .kept
            .with_untracked(|kept| matches!(kept, Kept::Offered(_)));
        if waits || undecided {
            return;
        }
        let now = self.typed.get_untracked();
        let known = self.saved.get_value();
        if known.as_ref() == Some(&now) || (known.is_none() && now == self.at_first.get_value()) {
            return;
        }
        if is_blank(&now) {
            if known.is_some() {
                self.delete();
                self.saved.set_value(None);
                self.kept.set(Kept::Nothing);
            }
            return;
        }
        self.save(now);
    }

    fn save(self, now: SaveDraft) {
        let (api, place) = (self.api.get_value(), self.place.get_value());
        self.on_its_way.set_value(true);
        spawn_local(async move {
            let outcome = api.save_draft(&place, &now).await;
            // The form may be gone by now.
            if self.on_its_way.try_set_value(false).is_some() || self.ended.get_value() {
                return;
            }
            self.heard(now, outcome);
            if self.typed.get_untracked() != self.saved.get_value().unwrap_or_default() {
                self.later();
            }
        });
    }

    fn heard(self, sent: SaveDraft, outcome: Result<Draft, ClientError>) {
        match outcome {
            Ok(draft) => {
                let at = draft.updated_at.to_rfc3339();
                let alone = followed(self.version.get_value(), draft.version);
                self.version.set_value(Some(draft.version));
                self.saved.set_value(Some(sent));
                self.kept.set(if alone {
                    Kept::Saved(at)
                } else {
                    Kept::Contested(at)
                });
            }
            Err(_) => self.kept.set(Kept::Failed),
        }
    }

    fn delete(self) {
        let (api, place) = (self.api.get_value(), self.place.get_value());
        self.version.set_value(None);
        spawn_local(async move { drop(api.delete_draft(&place).await) });
    }

    fn leave(self) {
        self.now();
        self.ended.set_value(true);
    }

    fn stop(self) {
        self.clear_timer();
        self.ended.set_value(true);
    }

    /// The form may go on for the next text, once the fields are empty.
    fn start_over(self) {
        set_timeout(
            move || {
                if self.ended.try_set_value(false).is_none() {
                    self.clear_timer();
                }
            },
            Duration::ZERO,
        );
    }

    fn clear_timer(self) {
        if let Some(Some(handle)) = self.timer.try_update_value(Option::take) {
            handle.clear();
        }
    }
}
