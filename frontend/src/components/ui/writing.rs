//! A field for Markdown: write, or see what it will look like as the server will render it.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::posts::PreviewMarkdown;

use super::button::LinkButton;
use super::field::{described_by, error_id, hint_id};
use super::icon::{Glyph, Icon};
use super::mentioning::Mentioning;
use super::prose::Prose;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// Markdown with a preview.
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
) -> impl IntoView {
    let t = use_lang();
    let looking = RwSignal::new(false);
    let described = described_by(&id, hint.is_some(), error);
    let (hint_id, error_id) = (hint_id(&id), error_id(&id));
    let label_class = if quiet { "visually-hidden" } else { "label" };
    let field_id = id.clone();
    view! {
        <div class="field writing">
            <div class="field-top">
                <label for=id.clone() class=label_class>{label}</label>
                <div class="segmented" role="group" aria-label=t.ui_view()>
                    <ViewButton on=Signal::derive(move || !looking.get()) choose=move || looking.set(false) label=t.ui_write() />
                    <ViewButton on=looking choose=move || looking.set(true) label=t.ui_preview() />
                </div>
            </div>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <Mentioning id=field_id.clone() value>
                <textarea
                    class="input"
                    id=field_id
                    rows=rows.to_string()
                    hidden=move || looking.get()
                    placeholder=placeholder
                    aria-describedby=move || described.get()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    bind:value=value
                ></textarea>
            </Mentioning>
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

#[component]
fn PreviewPane(body: String) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let empty = body.trim().is_empty();
    let preview = LocalResource::new(move || {
        let (api, body) = (api.clone(), body.clone());
        async move {
            if body.trim().is_empty() {
                return Ok::<_, ClientError>(String::new());
            }
            let preview = api.preview_markdown(&PreviewMarkdown { body }).await?;
            Ok(preview.html)
        }
    });
    view! {
        <div class="preview" aria-live="polite">
            {move || match preview.get() {
                None => view! { <p class="meta">{t.ui_loading()}</p> }.into_any(),
                Some(Ok(_)) if empty => view! { <p class="meta">{t.ui_preview_empty()}</p> }.into_any(),
                Some(Ok(html)) => view! { <Prose html=html lang=None /> }.into_any(),
                Some(Err(_)) => {
                    view! {
                        <p class="meta">
                            {t.ui_error_title()}
                            <LinkButton on_press=Callback::new(move |()| preview.refetch())>{t.ui_retry()}</LinkButton>
                        </p>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
