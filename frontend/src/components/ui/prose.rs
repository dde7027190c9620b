//! What people wrote: only HTML that the server rendered and sanitised goes in here.

use leptos::html;
use leptos::prelude::*;

use crate::state::pictures::show_pictures;

/// Rendered Markdown, announced in its own language.
#[component]
pub fn Prose(
    /// Sanitised by the server.
    #[prop(into)]
    html: String,
    /// BCP 47 tag of the text.
    #[prop(optional_no_strip, into)]
    lang: Option<String>,
    /// How it is set: `prose`, or `said` for a remark.
    #[prop(default = "prose")]
    look: &'static str,
) -> impl IntoView {
    let text = NodeRef::<html::Div>::new();
    show_pictures(text);
    view! { <div class=look node_ref=text lang=lang inner_html=html></div> }
}
