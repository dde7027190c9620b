//! A topic somebody knows: a word that opens its reasons, a short line, and what it rests on.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::TopicStrength;

use super::why::Why;
use crate::i18n::use_lang;
use crate::view_model::expertise::said;
use crate::view_model::topics::topic_address;

/// The line.
#[component]
pub fn StrengthLine(
    /// Whose it is.
    #[prop(into)]
    handle: String,
    strength: TopicStrength,
    /// What one may do about it, after what it rests on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let t = use_lang();
    let band = t.band(strength.band);
    let number = |part: u8| t.number(u64::from(part));
    let label = t.expertise_bar(
        band,
        &number(strength.declared),
        &number(strength.endorsed),
        &number(strength.answered),
    );
    let part = |from: &'static str, part: u8| {
        (part > 0).then(|| view! { <i data-from=from style:--part=part.to_string()></i> })
    };
    let said = said(t, &strength);
    let href = topic_address(&strength.topic.slug);
    view! {
        <div class="strength">
            <A href attr:class="name">{strength.topic.name}</A>
            <Why handle topic=strength.topic.slug band />
            <div class="strength-bar" role="img" aria-label=label>
                {part("answers", strength.answered)} {part("endorsed", strength.endorsed)} {part("declared", strength.declared)}
            </div>
            <p class="said">{said} {children.map(|children| view! { " " {children()} })}</p>
        </div>
    }
}
