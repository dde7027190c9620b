//! A field for Markdown: a toolbar and its shortcuts, pictures by paste, drop or choosing, and a look at what it will be
//! like as the server will render it. Ctrl + Enter sends the form it stands in.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement, KeyboardEvent};

use super::field::{described_by, error_id, hint_id};
use super::icon::{Glyph, Icon};
use super::mentioning::Mentioning;
use crate::i18n::use_lang;
use crate::view_model::markdown_edit::{Change, Mark, block, change};

mod pictures;
mod preview;
mod toolbar;

use pictures::{PicturePanel, PictureTray};
use preview::PreviewPane;
use toolbar::Toolbar;

type Area = NodeRef<html::Textarea>;

/// Markdown with all that helps writing it.
#[component]
pub fn Writing(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(default = 6)] rows: u32,
    /// The label is for the ear only.
    #[prop(optional)]
    quiet: bool,
    /// It takes the focus when it appears, because somebody asked for it.
    #[prop(optional)]
    focused: bool,
) -> impl IntoView {
    let t = use_lang();
    let looking = RwSignal::new(false);
    let area = Area::new();
    let tray = PictureTray::new();
    let described = described_by(&id, hint.is_some(), error);
    let (hint_id, error_id) = (hint_id(&id), error_id(&id));
    let label_class = if quiet { "visually-hidden" } else { "label" };
    Effect::new(move |_| {
        if let Some(area) = area.get().filter(|_| focused) {
            drop(area.focus());
        }
    });
    let (field_id, panel_id, tools_id) = (id.clone(), id.clone(), id.clone());
    let mention_id = id.clone();
    view! {
        <div class="field writing">
            <div class="field-top">
                <label for=id class=label_class>{label}</label>
                <div class="segmented" role="group" aria-label=t.ui_view()>
                    <ViewButton on=Signal::derive(move || !looking.get()) choose=move || looking.set(false) label=t.ui_write() />
                    <ViewButton on=looking choose=move || looking.set(true) label=t.ui_preview() />
                </div>
            </div>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <div class="writing-box" hidden=move || looking.get()>
                <Toolbar controls=tools_id tray on_mark=Callback::new(move |mark| press(area, mark)) />
                <Mentioning id=mention_id value>
                    <textarea
                        class="input"
                        id=field_id
                        node_ref=area
                        rows=rows.to_string()
                        placeholder=placeholder
                        aria-describedby=move || described.get()
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        aria-keyshortcuts="Control+B Control+I Control+K Control+Enter"
                        bind:value=value
                        on:keydown=move |event| on_key(area, &event)
                        on:paste=move |event| tray.on_paste(&event)
                        on:dragover=move |event| tray.on_drag(&event)
                        on:drop=move |event| tray.on_drop(&event)
                    ></textarea>
                </Mentioning>
            </div>
            <PicturePanel id=panel_id tray on_insert=Callback::new(move |markdown: String| insert_block(area, &markdown)) />
            {move || looking.get().then(|| view! { <PreviewPane body=value.get_untracked() /> })}
            {move || {
                let error_id = error_id.clone();
                error.get().map(|text| view! { <p class="error" id=error_id role="alert"><Icon glyph=Glyph::Alert />{text}</p> })
            }}
        </div>
    }
}

#[component]
fn ViewButton(
    #[prop(into)] on: Signal<bool>,
    choose: impl Fn() + 'static,
    label: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" aria-pressed=move || on.get().to_string() on:click=move |_| choose()>{label}</button>
    }
}

fn on_key(area: Area, event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.shift_key() {
        return;
    }
    if event.key() == "Enter" {
        event.prevent_default();
        if let Some(form) = area.get_untracked().and_then(|area| area.form()) {
            drop(form.request_submit());
        }
    } else if let Some(mark) = Mark::of_key(&event.key()) {
        event.prevent_default();
        press(area, mark);
    }
}

fn press(area: Area, mark: Mark) {
    let Some(area) = area.get_untracked() else {
        return;
    };
    let (start, end) = selection(&area);
    apply(&area, &change(mark, &area.value(), start, end));
}

fn insert_block(area: Area, markdown: &str) {
    let Some(area) = area.get_untracked() else {
        return;
    };
    let (_, end) = selection(&area);
    apply(&area, &block(&area.value(), end, markdown));
}

fn selection(area: &HtmlTextAreaElement) -> (usize, usize) {
    let at = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0);
    let (start, end) = (at(area.selection_start()), at(area.selection_end()));
    (
        usize::try_from(start).unwrap_or(0),
        usize::try_from(end).unwrap_or(0),
    )
}

/// As if it had been typed, so that Ctrl + Z takes it back.
fn apply(area: &HtmlTextAreaElement, change: &Change) {
    drop(area.focus());
    select(area, change.from, change.to);
    let typed = document().dyn_into::<HtmlDocument>().ok().and_then(|page| {
        let insert = "insertText";
        page.exec_command_with_show_ui_and_value(insert, false, &change.with)
            .ok()
    });
    if typed != Some(true) {
        let (from, to) = (place(change.from), place(change.to));
        drop(area.set_range_text_with_start_and_end(&change.with, from, to));
        if let Ok(event) = web_sys::Event::new("input") {
            drop(area.dispatch_event(&event));
        }
    }
    select(area, change.select.0, change.select.1);
}

fn select(area: &HtmlTextAreaElement, from: usize, to: usize) {
    drop(area.set_selection_range(place(from), place(to)));
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
