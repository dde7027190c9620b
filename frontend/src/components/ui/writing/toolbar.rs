//! The buttons above the text, after the ARIA pattern of a toolbar: one stop of the Tab key, arrows move within.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::pictures::{ACCEPTED, PictureTray};
use crate::components::ui::icon::{Glyph, Icon};
use crate::i18n::{Lang, use_lang};
use crate::view_model::markdown_edit::Mark;
use crate::view_model::roving;

/// The toolbar of a field.
#[component]
pub fn Toolbar(
    /// Id of the text.
    controls: String,
    tray: PictureTray,
    on_mark: Callback<Mark>,
) -> impl IntoView {
    let t = use_lang();
    let root = NodeRef::<html::Div>::new();
    let chooser = NodeRef::<html::Input>::new();
    let current = RwSignal::new(0_usize);
    let pictures = Mark::ALL.len();
    let on_key = move |event: KeyboardEvent| {
        if let Some(next) = roving::step(&event.key(), current.get_untracked(), pictures + 1) {
            event.prevent_default();
            current.set(next);
            focus(root, next);
        }
    };
    let marks = Mark::ALL.into_iter().enumerate().map(|(at, mark)| {
        let (glyph, words) = face(t, mark);
        let title = mark.shortcut().map_or_else(
            || words.to_owned(),
            |key| format!("{words} (Ctrl + {})", key.to_ascii_uppercase()),
        );
        view! {
            <button
                type="button"
                aria-label=words
                title=title
                tabindex=move || tab_stop(current.get() == at)
                on:focus=move |_| current.set(at)
                on:click=move |_| on_mark.run(mark)
            >
                <Icon glyph />
            </button>
        }
    });
    view! {
        <div class="toolbar" role="toolbar" aria-label=t.editor_tools() aria-controls=controls node_ref=root on:keydown=on_key>
            {marks.collect_view()}
            <button
                type="button"
                aria-label=t.editor_picture()
                title=t.editor_picture()
                tabindex=move || tab_stop(current.get() == pictures)
                on:focus=move |_| current.set(pictures)
                on:click=move |_| {
                    if let Some(chooser) = chooser.get_untracked() {
                        chooser.click();
                    }
                }
            >
                <Icon glyph=Glyph::Picture />
            </button>
            <input
                type="file"
                hidden
                multiple
                accept=ACCEPTED
                tabindex="-1"
                aria-label=t.editor_picture()
                node_ref=chooser
                on:change=move |_| {
                    if let Some(chooser) = chooser.get_untracked() {
                        tray.take(chooser.files());
                        chooser.set_value("");
                    }
                }
            />
            <small aria-hidden="true">{t.editor_post_with()}</small>
        </div>
    }
}

fn tab_stop(here: bool) -> &'static str {
    if here { "0" } else { "-1" }
}

fn focus(root: NodeRef<html::Div>, at: usize) {
    let button = root.get_untracked().and_then(|root| {
        let buttons = root.query_selector_all("button").ok()?;
        buttons.item(u32::try_from(at).ok()?)
    });
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        drop(button.focus());
    }
}

fn face(t: Lang, mark: Mark) -> (Glyph, &'static str) {
    match mark {
        Mark::Bold => (Glyph::Bold, t.editor_bold()),
        Mark::Italic => (Glyph::Italic, t.editor_italic()),
        Mark::Link => (Glyph::Link, t.editor_link()),
        Mark::Quote => (Glyph::Quote, t.editor_quote()),
        Mark::Code => (Glyph::Code, t.editor_code()),
        Mark::List => (Glyph::List, t.editor_list()),
        Mark::Tasks => (Glyph::Tasks, t.editor_tasks()),
        Mark::Table => (Glyph::Table, t.editor_table()),
    }
}
