//! Something on its way to the server: never twice at once. What went wrong stays, beside the text that was typed, until
//! the next try; the first field at fault takes the focus.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use tacit_client::ClientError;
use tacit_contract::problem::ProblemCode;
use web_sys::HtmlElement;

use crate::i18n::Lang;
use crate::view_model::failure;

/// One form, or one button that sends.
#[derive(Clone, Copy)]
pub struct Sending {
    busy: RwSignal<bool>,
    error: RwSignal<Option<ClientError>>,
}

impl Sending {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Whether something is on its way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What went wrong the last time.
    pub fn error(self) -> Signal<Option<ClientError>> {
        self.error.into()
    }

    /// What is wrong with the field of a JSON pointer.
    pub fn field(self, t: Lang, pointer: &'static str) -> Signal<Option<String>> {
        let error = self.error;
        Signal::derive(move || {
            error.with(|error| {
                error
                    .as_ref()
                    .and_then(|error| failure::field(t, error, pointer))
            })
        })
    }

    /// Forgets what went wrong.
    pub fn forget(self) {
        self.error.set(None);
    }

    /// Sends, unless something is already on its way, and goes on with the answer.
    pub fn send<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ClientError>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        self.send_or(call, then, Some);
    }

    /// As `send`; what went wrong is shown only if `refused` gives it back.
    pub fn send_or<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ClientError>> + 'static,
        then: impl FnOnce(T) + 'static,
        refused: impl FnOnce(ClientError) -> Option<ClientError> + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let outcome = call.await;
            // The page may be gone by now: then nobody waits for this.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(done) => then(done),
                Err(error) => {
                    self.error.set(refused(error));
                    request_animation_frame(focus_first_fault);
                }
            }
        });
    }
}

fn focus_first_fault() {
    let found = document()
        .query_selector("[aria-invalid=true]")
        .ok()
        .flatten();
    if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok())
        && field.focus().is_err()
    {
        leptos::logging::warn!("the field took no focus");
    }
}

/// What came of saving something that others may change too.
pub enum Saved<T> {
    /// It is saved.
    Saved(T),
    /// Somebody else was first; this is what is there now. Nothing was saved.
    Changed(T),
}

/// Saves; when somebody else was first, reads what is there now.
///
/// # Errors
/// When neither went well.
pub async fn save<T>(
    write: impl Future<Output = Result<T, ClientError>>,
    read: impl Future<Output = Result<T, ClientError>>,
) -> Result<Saved<T>, ClientError> {
    match write.await {
        Ok(saved) => Ok(Saved::Saved(saved)),
        Err(error) if error.code() == Some(ProblemCode::StaleVersion) => {
            read.await.map(Saved::Changed)
        }
        Err(error) => Err(error),
    }
}
