//! Quoting: where words of a post are selected, a button beside them takes them into one's answer.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Node, Selection};

use super::Thread;
use crate::components::ui::{Glyph, Icon};
use crate::i18n::use_lang;
use crate::view_model::quote::quote;

/// What is selected, as Markdown, and where on the screen.
#[derive(Clone, PartialEq)]
struct Selected {
    markdown: String,
    left: f64,
    top: f64,
}

/// The button; there once on a page.
#[component]
pub fn QuoteButton(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let selected = RwSignal::new(None::<Selected>);
    // After the browser has made up its mind about the selection.
    let look = move || {
        request_animation_frame(move || {
            selected.try_set(current(thread));
        });
    };
    let pointer = window_event_listener(leptos::ev::pointerup, move |_| look());
    let key = window_event_listener(leptos::ev::keyup, move |event| {
        if event.shift_key() || event.key() == "Shift" || event.key() == "Escape" {
            look();
        }
    });
    on_cleanup(move || {
        pointer.remove();
        key.remove();
    });
    let may = Memo::new(move |_| thread.viewer.get().is_some_and(|viewer| viewer.may_answer));
    move || {
        let chosen = selected.get().filter(|_| may.get())?;
        let (left, top) = (format!("{}px", chosen.left), format!("{}px", chosen.top));
        Some(view! {
            <button
                class="quote-button button"
                type="button"
                style:left=left
                style:top=top
                on:click=move |_| {
                    thread.quoted.set(Some(chosen.markdown.clone()));
                    selected.set(None);
                }
            >
                <Icon glyph=Glyph::Quote />
                {t.question_quote()}
            </button>
        })
    }
}

fn current(thread: Thread) -> Option<Selected> {
    let selection: Selection = window().get_selection().ok().flatten()?;
    let words = String::from(selection.to_string());
    if words.trim().is_empty() {
        return None;
    }
    let post = post_of(&selection.anchor_node()?)?;
    if post_of(&selection.focus_node()?)? != post {
        return None;
    }
    let link = format!(
        "/questions/{}{}",
        thread.id,
        post.get_attribute("data-quote")?
    );
    let name = post.get_attribute("data-name");
    let place = selection.get_range_at(0).ok()?.get_bounding_client_rect();
    let scrolled = window().scroll_y().unwrap_or(0.0);
    Some(Selected {
        markdown: quote(&words, name.as_deref(), &link),
        left: place.left().max(8.0),
        top: place.bottom() + scrolled + 8.0,
    })
}

/// The post whose words these are.
fn post_of(node: &Node) -> Option<Element> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    element.closest("[data-quote]").ok().flatten()
}
