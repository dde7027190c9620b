//! A dialog: the browser's own `<dialog>`, which keeps the focus inside, closes on Escape and gives the focus back.

use leptos::html;
use leptos::prelude::*;

/// A question that must be answered before one goes on. It opens while `open` is true and sets it false on Escape.
#[component]
pub fn Dialog(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] title: String,
    open: RwSignal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        let open = open.get();
        if open && !element.open() && element.show_modal().is_err() {
            leptos::logging::warn!("the dialog did not open");
        } else if !open && element.open() {
            element.close();
        }
    });
    let heading = format!("{id}-title");
    view! {
        <dialog class="dialog" id=id aria-labelledby=heading node_ref=dialog on:close=move |_| open.set(false)>
            <h2 id=heading.clone()>{title}</h2>
            // What stands inside is made when it opens: fields start fresh.
            {move || open.get().then(|| children())}
        </dialog>
    }
}
