//! Instead of content: nothing yet, not found, not allowed, not reachable. A sentence, then the first step.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;

use super::button::Button;
use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;
use crate::view_model::failure::{self, FailureKind};

/// A sentence where content would stand, and what to do first.
#[component]
pub fn Blank(
    #[prop(default = Glyph::Sprout)] glyph: Glyph,
    #[prop(into)] title: String,
    #[prop(optional, into)] text: Option<String>,
    /// The first step: a button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="blank">
            <Icon glyph />
            <h2>{title}</h2>
            {text.map(|text| view! { <p>{text}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// Why content could not be had, in a human sentence, and the way on.
#[component]
pub fn Failure(
    error: ClientError,
    /// Tries again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let kind = failure::kind(&error);
    let title = failure::title(t, &error);
    let (glyph, text) = match kind {
        FailureKind::Offline => (Glyph::Offline, t.ui_offline_more().to_owned()),
        FailureKind::Missing => (Glyph::Broken, t.ui_missing_more().to_owned()),
        FailureKind::Forbidden => (Glyph::Door, t.ui_forbidden_more().to_owned()),
        FailureKind::Other => (Glyph::Broken, failure::sentence(t, &error)),
    };
    let request =
        failure::request_id(&error).map(|id| view! { <p><code>{t.ui_request_id(&id)}</code></p> });
    let way_on = match kind {
        FailureKind::Offline | FailureKind::Other => {
            view! { <Button on_press=Callback::new(move |()| retry.run(()))>{t.ui_retry()}</Button> }.into_any()
        }
        FailureKind::Missing | FailureKind::Forbidden => {
            view! { <A href="/" attr:class="button">{t.ui_home()}</A> }.into_any()
        }
    };
    view! {
        <div class="blank" role="alert">
            <Icon glyph />
            <h2>{title}</h2>
            <p>{text}</p>
            {request}
            <div class="actions">{way_on}</div>
        </div>
    }
}
