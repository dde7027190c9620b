//! How background work is doing: how far everything that is derived has come.

use leptos::prelude::*;
use tacit_contract::status::{Job, JobKind, ServerStatus};

use crate::components::ui::{Button, Loaded, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The facts and the jobs.
#[component]
pub fn Status() -> impl IntoView {
    let api = use_api();
    let status = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_status().await }
    });
    let again = Callback::new(move |()| status.refetch());
    view! {
        <Loaded resource=status waiting=|| view! { <RowsSkeleton rows=3 /> }.into_any() let:status>
            {view! { <Facts status again /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Facts(status: ServerStatus, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let database = if status.postgres {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let mail = if status.mail_by_smtp {
        t.status_mail_smtp()
    } else {
        t.status_mail_files()
    };
    let events = u64::try_from(status.events).unwrap_or(0);
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    let (waiting, given_up) = (
        count(status.letters_waiting),
        count(status.letters_given_up),
    );
    let jobs = status
        .jobs
        .into_iter()
        .map(|job| view! { <li><JobRow job /></li> });
    view! {
        <p class="meta">
            <span>{t.status_version(&status.version)}</span>
            <span>{database}</span>
            <span>{t.status_events(events)}</span>
            <span>{mail}</span>
            <span>{t.status_letters(waiting)}</span>
            {(given_up > 0).then(|| view! { <span class="state" data-state="urgent">{t.status_given_up(given_up)}</span> })}
        </p>
        <section class="section" aria-labelledby="jobs">
            <div class="section-head">
                <h2 id="jobs">{t.status_jobs()}</h2>
                <Button on_press=again>{t.status_again()}</Button>
            </div>
            <ul class="rows compact">{jobs.collect_view()}</ul>
        </section>
    }
}

#[component]
fn JobRow(job: Job) -> impl IntoView {
    let t = use_lang();
    let behind = u64::try_from(job.behind).unwrap_or(0);
    let (state, words) = if behind == 0 {
        ("solved", t.status_up_to_date().to_owned())
    } else {
        ("waiting", t.status_behind(behind))
    };
    let kind = match job.kind {
        JobKind::Projection => t.status_projection(),
        JobKind::SearchIndex => t.status_search(),
    };
    view! {
        <p><b>{job.name}</b> " " <small>{kind}</small></p>
        <p class="meta">
            <span class="state" data-state=state>{words}</span>
            {job.updated_at.map(|at| view! { <span>{t.status_moved()} " " <Time at=at.to_rfc3339() /></span> })}
        </p>
    }
}
