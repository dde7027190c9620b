//! Imports that were done, each with its counted table; how to do the first.

use leptos::prelude::*;
use tacit_contract::imports::ImportRun;

use super::import_table::ImportTable;
use crate::components::ui::{Blank, Loaded, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The list.
#[component]
pub fn Imports() -> impl IntoView {
    let api = use_api();
    let imports = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_imports().await }
    });
    view! {
        <Loaded resource=imports waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:runs>
            {view! { <Runs runs /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Runs(runs: Vec<ImportRun>) -> impl IntoView {
    let t = use_lang();
    if runs.is_empty() {
        return view! {
            <Blank title=t.imports_none() text=t.imports_none_more()>
                <code class="command">"tacit import stackexchange site.7z"</code>
            </Blank>
        }
        .into_any();
    }
    runs.into_iter()
        .map(|run| view! { <Run run /> })
        .collect_view()
        .into_any()
}

#[component]
fn Run(run: ImportRun) -> impl IntoView {
    let t = use_lang();
    let report = run.report;
    let sum = t.imports_sum(
        &t.number(report.taken),
        &t.number(report.left_out),
        &t.number(report.rows),
    );
    let heading = format!("import-{}", run.id);
    view! {
        <section class="section" aria-labelledby=heading>
            <div class="section-head"><h2 id=heading.clone()>{run.site}</h2></div>
            <p class="meta">
                <span>{t.imports_from(&run.file)}</span>
                <span><Time at=run.finished_at.to_rfc3339() /></span>
            </p>
            <p class="sum">{sum}</p>
            <ImportTable report />
        </section>
    }
}
