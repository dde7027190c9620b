//! `/topics/:slug/edit`: everybody may describe a topic; leads also name and place it.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use tacit_client::{Client, ClientError};
use tacit_contract::topics::{TopicDetail, TopicRef, TopicViewer};

use super::edit_form::EditForm;
use crate::components::ui::{Loaded, PageHead, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::topics::topic_address;

/// The page.
#[component]
pub fn TopicEditPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let params = use_params_map();
    let slug = params.with_untracked(|params| params.get("slug").unwrap_or_default());
    let topic = LocalResource::new(move || both(api.clone(), slug.clone()));
    view! {
        <div class="column">
            <Loaded resource=topic waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
                {
                    let (topic, viewer) = found;
                    let TopicRef { slug, name, .. } = topic.topic.clone();
                    let title = t.topic_edit_title(&name);
                    let above = view! { <A href=topic_address(&slug)>{name}</A> };
                    view! {
                        <PageHead title above=above.into_any() />
                        <EditForm topic may_order=viewer.may_order />
                    }
                        .into_any()
                }
            </Loaded>
        </div>
    }
}

async fn both(api: Client, slug: String) -> Result<(TopicDetail, TopicViewer), ClientError> {
    let topic = api.get_topic(&slug).await?;
    let viewer = api.get_topic_viewer(&slug).await?;
    Ok((topic, viewer))
}
