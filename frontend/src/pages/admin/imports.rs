//! Imports that were done, each with its counted table; how to do the first.

use leptos::prelude::*;
use tacit_contract::imports::{ImportRun, RunState};

use super::import_changes::{ImportChanges, ImportTexts};
use super::import_marked::MarkedPosts;
use super::import_table::ImportTable;
use super::vocabulary::Vocabularies;
use crate::components::ui::{Banner, Blank, Loaded, RowsSkeleton, Time, Tone};
use crate::i18n::{day, use_lang};
use crate::state::api::{base_url, use_api};
use crate::state::zone::use_zone;

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
        <Tables />
        <Vocabularies />
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
    let runs = runs.into_iter().map(|run| view! { <Run run /> });
    view! {
        {runs.collect_view()}
        <MarkedPosts />
    }
    .into_any()
}

/// Tables to fill in, and the command that takes them.
#[component]
fn Tables() -> impl IntoView {
    let t = use_lang();
    let template = |kind| {
        format!(
            "{}/api/v1/imports/templates/{kind}",
            base_url().trim_end_matches('/')
        )
    };
    view! {
        <section class="section" aria-labelledby="tables">
            <div class="section-head"><h2 id="tables">{t.imports_tables()}</h2></div>
            <p>{t.imports_tables_more()}</p>
            <p><code class="command">"tacit import csv members people.csv --dry-run"</code></p>
            <p class="meta">
                <a href=template("members") download="members.csv" rel="external">{t.imports_template_members()}</a>
                <a href=template("questions") download="questions.csv" rel="external">{t.imports_template_questions()}</a>
            </p>
        </section>
    }
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
    let dump_at = run.dump_at.map(|at| {
        let day = day(t, use_zone().as_deref(), &at.to_rfc3339());
        view! { <span>{t.imports_until(&day)}</span> }
    });
    let running = (run.state == RunState::Running).then(|| {
        view! { <Banner tone=Tone::Waiting title=t.imports_running()>""</Banner> }.into_any()
    });
    let (changes, texts) = (report.changes.clone(), report.texts.clone());
    view! {
        <section class="section" aria-labelledby=format!("{heading} {heading}-file")>
            <div class="section-head"><h2 id=heading.clone()>{run.site}</h2></div>
            <p class="meta">
                <span id=format!("{heading}-file")>{t.imports_from(&run.file)}</span>
                {dump_at}
                <span><Time at=run.finished_at.to_rfc3339() /></span>
            </p>
            {running}
            <p class="sum">{sum}</p>
            <ImportChanges changes />
            {texts.map(|texts| view! { <ImportTexts texts /> })}
            <ImportTable report />
        </section>
    }
}
