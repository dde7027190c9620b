//! A page that is not there: nothing, but for its author and leads, who see that it was deleted.

use leptos::prelude::*;
use tacit_client::ClientError;
use uuid::Uuid;

use super::DeletedEntry;
use crate::components::ui::{Failure, PageHead, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// Asks whether it was deleted; else says that there is nothing.
#[component]
pub fn Gone(
    id: Uuid,
    /// What the page is called where there is nothing.
    title: &'static str,
    error: ClientError,
    reload: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let deleted = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_deleted_post(id).await.ok() }
    });
    move || match deleted.get() {
        None => view! { <TextSkeleton /> }.into_any(),
        Some(Some(post)) => view! {
            <PageHead title=post.question_title.clone() lede=t.moderation_gone() />
            <DeletedEntry post on_restored=reload />
        }
        .into_any(),
        Some(None) => view! {
            <PageHead title hidden=true />
            <Failure error=error.clone() retry=reload />
        }
        .into_any(),
    }
}
