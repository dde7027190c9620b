//! Doing something with a need: send, say that it is done, fetch anew.

use std::future::Future;

use leptos::prelude::*;
use tacit_client::ClientError;

use super::Need;
use crate::i18n::use_lang;
use crate::state::sending::Sending;
use crate::state::toasts::{Toasts, use_toasts};
use crate::view_model::failure;

/// What doing something needs.
#[derive(Clone, Copy)]
pub struct Doing {
    /// What is on its way, and what went wrong.
    pub sending: Sending,
    need: Need,
    toasts: Toasts,
    quiet: bool,
}

impl Doing {
    /// What went wrong stands in the form.
    pub fn in_form(need: Need) -> Self {
        Self {
            sending: Sending::new(),
            need,
            toasts: use_toasts(),
            quiet: false,
        }
    }

    /// There is no form: what went wrong is said in passing.
    pub fn without_form(need: Need) -> Self {
        Self {
            quiet: true,
            ..Self::in_form(need)
        }
    }

    /// Sends; when it is done says so, closes the form and fetches the page anew.
    pub fn run<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ClientError>> + 'static,
        done: &'static str,
        open: Option<RwSignal<bool>>,
    ) {
        let t = use_lang();
        self.sending.send_or(
            call,
            move |_| {
                if let Some(open) = open {
                    open.set(false);
                }
                self.toasts.say(done);
                self.need.reload.run(());
            },
            move |error| {
                if self.quiet {
                    self.toasts.say(failure::sentence(t, &error));
                    return None;
                }
                Some(error)
            },
        );
    }
}
