//! Skills vocabularies: choose a table, see what would become of it, import it.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use tacit_client::{Client, ClientError};
use tacit_contract::imports::{ImportVocabularyQuery, TermFate, VocabularyPlan, VocabularyTerm};

use super::logo::{first_file, read};
use crate::components::ui::{Banner, Button, Check, FormProblem, Kind, Tone};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;

/// A table and what would become of it.
#[derive(Clone)]
struct Looked {
    bytes: Vec<u8>,
    plan: VocabularyPlan,
    done: bool,
}

/// The section.
#[component]
pub fn Vocabularies() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let create = RwSignal::new(true);
    let looked = RwSignal::new(None::<Looked>);
    let sending = Sending::new();
    let query = move || ImportVocabularyQuery {
        create: Some(create.get_untracked()),
    };
    let show = move |(bytes, plan)| {
        looked.set(Some(Looked {
            bytes,
            plan,
            done: false,
        }));
    };
    let choosing = api.clone();
    let choose = move |event: Event| {
        if let Some(file) = first_file(&event) {
            looked.set(None);
            sending.send(preview(choosing.clone(), file, query()), show);
        }
    };
    let again = api.clone();
    let change = Callback::new(move |on: bool| {
        create.set(on);
        let before = looked.get_untracked().filter(|before| !before.done);
        if let Some(Looked { bytes, .. }) = before {
            sending.send(look(again.clone(), bytes, query()), show);
        }
    });
    let import = Callback::new(move |()| {
        let Some(Looked { bytes, .. }) = looked.get_untracked() else {
            return;
        };
        let (api, query) = (api.clone(), query());
        sending.send(
            async move { api.import_vocabulary(&query, bytes).await },
            move |plan| {
                looked.set(Some(Looked {
                    bytes: Vec::new(),
                    plan,
                    done: true,
                }));
            },
        );
    });
    view! {
        <section class="section" aria-labelledby="vocabularies">
            <div class="section-head"><h2 id="vocabularies">{t.vocabulary_title()}</h2></div>
            <p>{t.vocabulary_more()}</p>
            <p><code class="command">"tacit import vocabulary skills_en.csv --dry-run"</code></p>
            <Check label=t.vocabulary_create() hint=t.vocabulary_create_hint() checked=create on_change=change />
            <FormProblem error=sending.error() />
            <Why error=sending.error() />
            <div class="actions">
                <label class="button file" aria-busy=move || sending.busy().get().then_some("true")>
                    {t.vocabulary_choose()}
                    <input type="file" class="visually-hidden" id="vocabulary-file" accept=".csv,.txt,.tsv,text/csv" on:change=choose />
                </label>
            </div>
            {move || {
                looked
                    .get()
                    .map(|looked| {
                        let (done, busy) = (looked.done, sending.busy());
                        let writes = looked.plan.new + looked.plan.mapped + looked.plan.placed > 0;
                        view! {
                            <Shown plan=looked.plan done />
                            {(!done && writes)
                                .then(|| {
                                    view! {
                                        <div class="actions">
                                            <Button kind=Kind::Primary on_press=import busy>{t.vocabulary_import()}</Button>
                                        </div>
                                    }
                                })}
                        }
                    })
            }}
        </section>
    }
}

/// Why a file is no such table, in the words of the server.
#[component]
fn Why(error: Signal<Option<ClientError>>) -> impl IntoView {
    move || {
        let why = error.with(|error| {
            let problem = error.as_ref()?.problem()?;
            problem.errors.first().map(|field| field.detail.clone())
        })?;
        Some(view! { <p class="meta" lang="en">{why}</p> })
    }
}

async fn preview(
    api: Client,
    file: JsValue,
    query: ImportVocabularyQuery,
) -> Result<(Vec<u8>, VocabularyPlan), ClientError> {
    let bytes = read(&file).await.map_err(|error| ClientError::Unexpected {
        status: 0,
        detail: format!("{error:?}"),
    })?;
    look(api, bytes, query).await
}

async fn look(
    api: Client,
    bytes: Vec<u8>,
    query: ImportVocabularyQuery,
) -> Result<(Vec<u8>, VocabularyPlan), ClientError> {
    let plan = api.preview_vocabulary(&query, bytes.clone()).await?;
    Ok((bytes, plan))
}

#[component]
fn Shown(plan: VocabularyPlan, done: bool) -> impl IntoView {
    let t = use_lang();
    let sum = t.vocabulary_sum(
        &t.number(plan.new),
        &t.number(plan.mapped),
        &t.number(plan.placed),
        &t.number(plan.known),
        &t.number(plan.left_out),
    );
    let (tone, title) = if done {
        (Tone::Solved, t.vocabulary_done())
    } else {
        (Tone::Note, t.vocabulary_preview())
    };
    let from = t.vocabulary_from(&plan.site, &plan.license);
    let rows = plan.items.into_iter().map(|item| view! { <Row item /> });
    let rows = rows.collect_view();
    let label = t.vocabulary_rows();
    view! {
        <Banner tone title><span>{sum}</span> " " <span>{from}</span></Banner>
        <div class="table-room" role="region" tabindex="0" aria-label=label>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t.vocabulary_line()}</th>
                        <th scope="col">{t.vocabulary_term()}</th>
                        <th scope="col">{t.vocabulary_fate()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(item: VocabularyTerm) -> impl IntoView {
    let t = use_lang();
    let fate = fate(t, &item);
    let label = if item.label.is_empty() {
        item.id
    } else {
        item.label
    };
    view! {
        <tr>
            <th scope="row">{item.line}</th>
            <td>{label}</td>
            <td>{fate}</td>
        </tr>
    }
}

fn fate(t: Lang, item: &VocabularyTerm) -> String {
    let topic = item.topic.as_deref().unwrap_or_default();
    match item.fate {
        TermFate::New => t.vocabulary_new().to_owned(),
        TermFate::Mapped => t.vocabulary_mapped(topic),
        TermFate::Known => t.vocabulary_known().to_owned(),
        TermFate::Placed => t.vocabulary_placed(topic),
        TermFate::LeftOut => t.vocabulary_left_out(item.problem.as_deref().unwrap_or_default()),
    }
}
