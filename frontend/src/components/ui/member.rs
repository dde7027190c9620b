//! A person, or an author who is not shown.

use leptos::prelude::*;
use leptos_router::components::A;

use super::avatar::{Avatar, Size};
use crate::i18n::use_lang;

/// A person with a face, a name that leads to the profile, and small facts below.
#[component]
pub fn Member(
    #[prop(into)] handle: String,
    #[prop(into)] name: String,
    #[prop(optional)] size: Size,
    /// Small facts below the name.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="member" data-size=if size == Size::Small { Some("s") } else { None }>
            <Avatar name=name.clone() size />
            <div class="who">
                <A href=format!("/people/{handle}") attr:class="name">{name}</A>
                {children.map(|children| view! { <small>{children()}</small> })}
            </div>
        </div>
    }
}

/// Somebody without a shown name: hidden by choice, or a name from elsewhere without a profile here.
#[component]
pub fn HiddenMember(
    /// The viewer wrote it.
    #[prop(optional)]
    mine: bool,
    /// A name known from the source of an import.
    #[prop(optional_no_strip, into)]
    name: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let t = use_lang();
    let hidden = name.is_none();
    let words = name.clone().unwrap_or_else(|| {
        let words = if mine {
            t.ui_anonymous_you()
        } else {
            t.ui_anonymous()
        };
        words.to_owned()
    });
    view! {
        <div class="member" data-hidden=hidden.then_some("")>
            <Avatar name=name />
            <div class="who">
                <span class="name">{words}</span>
                {children.map(|children| view! { <small>{children()}</small> })}
            </div>
        </div>
    }
}
