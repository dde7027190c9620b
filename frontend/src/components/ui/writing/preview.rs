//! What a text will look like: the server renders it, as it will after posting.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::posts::PreviewMarkdown;

use crate::components::ui::button::LinkButton;
use crate::components::ui::prose::Prose;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The look.
#[component]
pub fn PreviewPane(body: String) -> impl IntoView {
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
