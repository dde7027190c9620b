//! Fields: a label says what, a hint says why, an error says what to do. The three are tied to the input for the
//! ear by construction: a field cannot be made without its label.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::i18n::use_lang;

/// The frame of a field: label, hint, what is typed into, error.
#[component]
pub(super) fn Frame(
    id: String,
    label: String,
    hint: Option<String>,
    #[prop(optional)] optional: bool,
    /// The label is for the ear only.
    #[prop(optional)]
    quiet: bool,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let t = use_lang();
    let hint_id = hint_id(&id);
    let error_id = error_id(&id);
    view! {
        <div class="field">
            <label for=id class:visually-hidden=quiet>{label} {optional.then(|| view! { " " <small>{t.ui_optional()}</small> })}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {children()}
            {move || {
                let error_id = error_id.clone();
                error.get().map(|text| view! { <p class="error" id=error_id role="alert"><Icon glyph=Glyph::Alert />{text}</p> })
            }}
        </div>
    }
}

/// Nothing to say is no hint.
fn said(hint: Option<String>) -> Option<String> {
    hint.filter(|hint| !hint.is_empty())
}

pub(super) fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

pub(super) fn error_id(id: &str) -> String {
    format!("{id}-error")
}

/// What describes an input: its error while there is one, and its hint.
pub(super) fn described_by(
    id: &str,
    has_hint: bool,
    error: Signal<Option<String>>,
) -> Signal<Option<String>> {
    let hint = has_hint.then(|| hint_id(id));
    let error_id = error_id(id);
    Signal::derive(move || match (error.with(Option::is_some), hint.clone()) {
        (true, Some(hint)) => Some(format!("{error_id} {hint}")),
        (true, None) => Some(error_id.clone()),
        (false, hint) => hint,
    })
}

/// A line to type into.
#[component]
pub fn TextField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// The input's type: `text`, `email`, `password`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] placeholder: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let hint = said(hint);
    let described = described_by(&id, hint.is_some(), error);
    view! {
        <Frame id=id.clone() label hint optional error>
            <input
                class="input"
                id=id
                type=kind
                autocomplete=autocomplete
                placeholder=placeholder
                maxlength=maxlength.map(|most| most.to_string())
                required=!optional
                disabled=move || disabled.get()
                aria-describedby=move || described.get()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                bind:value=value
            />
        </Frame>
    }
}

/// A field for more than a line. For Markdown with a preview see `Writing`.
#[component]
pub fn TextArea(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] placeholder: Option<&'static str>,
    #[prop(optional)] optional: bool,
    /// It takes the focus when it appears, because somebody asked for it.
    #[prop(optional)]
    focused: bool,
) -> impl IntoView {
    let area = NodeRef::<leptos::html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get().filter(|_| focused) {
            drop(area.focus());
        }
    });
    let described = described_by(&id, hint.is_some(), error);
    view! {
        <Frame id=id.clone() label hint optional error>
            <textarea
                node_ref=area
                class="input"
                id=id
                rows=rows.to_string()
                placeholder=placeholder
                required=!optional
                aria-describedby=move || described.get()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                bind:value=value
            ></textarea>
        </Frame>
    }
}

/// One of several words.
#[component]
pub fn Select(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    /// What stands in the value, and the words for it.
    #[prop(into)]
    choices: Vec<(String, String)>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// The label is for the ear only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some(), error);
    let options = choices
        .into_iter()
        .map(|(key, words)| {
            let mine = key.clone();
            view! { <option value=key selected=move || value.with(|chosen| *chosen == mine)>{words}</option> }
        })
        .collect_view();
    view! {
        <Frame id=id.clone() label hint quiet error>
            <select
                class="input"
                id=id
                aria-describedby=move || described.get()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                {options}
            </select>
        </Frame>
    }
}
