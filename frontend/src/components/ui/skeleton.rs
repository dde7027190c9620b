//! Waiting: the shape of the rows that will come. One word for the ear, nothing that jumps.

use leptos::prelude::*;

use crate::i18n::use_lang;

/// The shape of a list of rows.
#[component]
pub fn RowsSkeleton(#[prop(default = 4)] rows: usize) -> impl IntoView {
    let t = use_lang();
    let shapes = [("82", "38"), ("64", "44"), ("74", "30"), ("90", "36")];
    let rows = shapes.into_iter().cycle().take(rows).map(|(title, facts)| {
        view! {
            <div class="skeleton">
                <span style:--w=title></span>
                <span></span>
                <span style:--w=facts></span>
            </div>
        }
    });
    view! {
        <div class="stacked" role="status">
            <span class="visually-hidden">{t.ui_loading()}</span>
            {rows.collect_view()}
        </div>
    }
}

/// The shape of a page of text.
#[component]
pub fn TextSkeleton() -> impl IntoView {
    let t = use_lang();
    let lines = ["70", "100", "96", "100", "88", "52"];
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{t.ui_loading()}</span>
            {lines.map(|width| view! { <span style:--w=width></span> }).collect_view()}
        </div>
    }
}
