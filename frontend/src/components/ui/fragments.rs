//! Plain text with marked words, as the search gives it: never HTML.

use leptos::prelude::*;
use tacit_contract::search::Fragment;

/// The pieces in a row.
#[component]
pub fn Fragments(fragments: Vec<Fragment>) -> impl IntoView {
    fragments
        .into_iter()
        .map(|piece| {
            if piece.hit {
                view! { <mark>{piece.text}</mark> }.into_any()
            } else {
                view! { {piece.text} }.into_any()
            }
        })
        .collect_view()
}
