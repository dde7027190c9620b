//! What people wrote: only HTML that the server rendered and sanitised goes in here.

use leptos::prelude::*;

/// Rendered Markdown, announced in its own language.
#[component]
pub fn Prose(
    /// Sanitised by the server.
    #[prop(into)]
    html: String,
    /// BCP 47 tag of the text.
    #[prop(optional_no_strip, into)]
    lang: Option<String>,
) -> impl IntoView {
    view! { <div class="prose" lang=lang inner_html=html></div> }
}
