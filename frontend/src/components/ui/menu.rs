//! A menu behind a button, after the ARIA pattern: arrows move, Escape closes and gives the focus back, a click
//! elsewhere closes.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::A;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};

use super::icon::{Glyph, Icon};
use crate::view_model::roving;

/// Closes the menu an item stands in.
#[derive(Clone, Copy)]
struct Closing(Callback<()>);

/// A button that opens a menu. Its face is `trigger`, its items are the children.
#[component]
pub fn Menu(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What the button and the menu are called.
    #[prop(into)]
    label: String,
    /// The class of the button: `icon-button`, `avatar`, `link-button`.
    #[prop(default = "icon-button")]
    look: &'static str,
    /// The face of the button.
    trigger: Children,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let close = Callback::new(move |()| {
        open.try_set(false);
        if let Some(Some(button)) = button.try_get_untracked() {
            drop(button.focus());
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if !open.get_untracked() {
            return;
        }
        if event.key() == "Escape" {
            event.prevent_default();
            close.run(());
            return;
        }
        let items = items(root);
        let now = focused(&items);
        if let Some(next) = roving::step(&event.key(), now.unwrap_or(items.len()), items.len()) {
            event.prevent_default();
            focus(&items, next);
        }
    };
    // Taking the menu out of the page moves the focus too, when its signals are gone already: hence the `try_`.
    let on_focus_out = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<Node>().ok());
        if let Some(Some(root)) = root.try_get_untracked()
            && to.is_some()
            && !root.contains(to.as_ref())
        {
            open.try_set(false);
        }
    };
    Effect::new(move |_| {
        if open.get() {
            request_animation_frame(move || {
                keep_in_sight(root);
                focus(&items(root), 0);
            });
        }
    });
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        let inside = root
            .get_untracked()
            .is_some_and(|root| root.contains(target.as_ref()));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let menu_label = label.clone();
    let controls = id.clone();
    view! {
        <div class="menu-root" node_ref=root on:keydown=on_key on:focusout=on_focus_out>
            <button
                class=look
                type="button"
                node_ref=button
                aria-haspopup="menu"
                aria-controls=controls
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="visually-hidden">{label}</span>
                {trigger()}
            </button>
            {move || {
                let (id, label, children) = (id.clone(), menu_label.clone(), children.clone());
                open.get().then(move || {
                    provide_context(Closing(close));
                    view! { <div class="menu" role="menu" id=id aria-label=label>{children()}</div> }
                })
            }}
        </div>
    }
}

/// An item that does something.
#[component]
pub fn MenuItem(
    glyph: Glyph,
    #[prop(into)] on_press: Callback<()>,
    /// It cannot be undone.
    #[prop(optional)]
    danger: bool,
    children: Children,
) -> impl IntoView {
    let closing = use_context::<Closing>();
    view! {
        <button
            type="button"
            role="menuitem"
            tabindex="-1"
            data-kind=danger.then_some("danger")
            on:click=move |_| {
                if let Some(Closing(close)) = closing {
                    close.run(());
                }
                on_press.run(());
            }
        >
            <Icon glyph />
            {children()}
        </button>
    }
}

/// An item that leads somewhere.
#[component]
pub fn MenuLink(glyph: Glyph, #[prop(into)] href: String, children: Children) -> impl IntoView {
    let closing = use_context::<Closing>();
    let on_click = move |_| {
        if let Some(Closing(close)) = closing {
            close.run(());
        }
    };
    view! {
        <A href=href attr:role="menuitem" attr:tabindex="-1" on:click=on_click>
            <Icon glyph />
            {children()}
        </A>
    }
}

/// Near the end of the line or of the window it opens to the other side, where there is room.
fn keep_in_sight(root: NodeRef<html::Div>) {
    let Some(root) = root.try_get_untracked().flatten() else {
        return;
    };
    let (Ok(Some(menu)), Some(page)) =
        (root.query_selector(".menu"), document().document_element())
    else {
        return;
    };
    let (place, button) = (
        menu.get_bounding_client_rect(),
        root.get_bounding_client_rect(),
    );
    if place.right() > f64::from(page.client_width()) {
        drop(menu.set_attribute("data-end", ""));
    }
    if place.bottom() > f64::from(page.client_height()) && button.top() > place.height() {
        drop(menu.set_attribute("data-up", ""));
    }
}

fn items(root: NodeRef<html::Div>) -> Vec<HtmlElement> {
    let Some(found) = root
        .try_get_untracked()
        .flatten()
        .and_then(|root| root.query_selector_all("[role=menuitem]").ok())
    else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at))
        .filter_map(|node| node.dyn_into().ok())
        .collect()
}

fn focused(items: &[HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    items
        .iter()
        .position(|item| active.is_same_node(Some(item)))
}

fn focus(items: &[HtmlElement], at: usize) {
    if let Some(item) = items.get(at) {
        drop(item.focus());
    }
}
