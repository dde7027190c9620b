//! Why a form was refused, above its button: a sentence, announced at once.

use leptos::prelude::*;
use tacit_client::ClientError;

use super::banner::{Banner, Tone};
use crate::i18n::use_lang;
use crate::view_model::failure;

/// A banner while there is something to say.
#[component]
pub fn FormProblem(#[prop(into)] error: Signal<Option<ClientError>>) -> impl IntoView {
    let t = use_lang();
    move || {
        error.get().map(|error| {
            let request = failure::request_id(&error)
                .filter(|_| error.status().is_some_and(|status| status >= 500))
                .map(|id| t.ui_request_id(&id));
            view! { <Banner tone=Tone::Urgent title=failure::sentence(t, &error)>{request}</Banner> }
        })
    }
}
