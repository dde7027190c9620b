//! Buttons. The label is a verb; one primary on a screen. A busy button stays focusable and does nothing.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How loud a button speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Outlined: the usual one.
    #[default]
    Plain,
    /// Filled: what the screen is for.
    Primary,
    /// Words only.
    Quiet,
    /// What cannot be undone.
    Danger,
}

impl Kind {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Primary => Some("primary"),
            Self::Quiet => Some("quiet"),
            Self::Danger => Some("danger"),
        }
    }
}

/// A button with words. Without `on_press` it submits the form it stands in.
#[component]
pub fn Button(
    #[prop(optional)] kind: Kind,
    /// What it does when pressed; without it the button submits its form.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Something it started is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// For a button that stays down.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="button"
            type=if on_press.is_some() { "button" } else { "submit" }
            data-kind=kind.name()
            aria-busy=move || busy.get().then_some("true")
            aria-pressed=pressed.map(|pressed| move || pressed.get().to_string())
            disabled=move || disabled.get()
            on:click=move |event| {
                if busy.get_untracked() {
                    event.prevent_default();
                } else if let Some(act) = on_press {
                    act.run(());
                }
            }
        >
            {children()}
        </button>
    }
}

/// A small button of words, with or without an icon, beside other words.
#[component]
pub fn LinkButton(
    #[prop(optional)] glyph: Option<Glyph>,
    #[prop(into)] on_press: Callback<()>,
    /// For a button that stays down.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For a button that opens something below it.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="link-button"
            type="button"
            aria-pressed=pressed.map(|pressed| move || pressed.get().to_string())
            aria-expanded=expanded.map(|expanded| move || expanded.get().to_string())
            disabled=move || disabled.get()
            on:click=move |_| on_press.run(())
        >
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </button>
    }
}

/// A button that is an icon; its words are for the ear.
#[component]
pub fn IconButton(
    glyph: Glyph,
    #[prop(into)] label: String,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="icon-button" type="button" aria-label=label on:click=move |_| on_press.run(())>
            <Icon glyph />
        </button>
    }
}
