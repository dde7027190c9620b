//! One's own profile, and the departments to choose from.

use leptos::prelude::*;
use tacit_client::{Client, ClientError};
use tacit_contract::identity::Me;
use tacit_contract::organisation::Department;

use super::profile_form::ProfileForm;
use crate::components::ui::{Loaded, TextSkeleton};
use crate::state::api::use_api;

/// The form, once both are there.
#[component]
pub fn ProfileSettings() -> impl IntoView {
    let api = use_api();
    let found = LocalResource::new(move || both(api.clone()));
    view! {
        <Loaded resource=found waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
            {
                let (me, departments) = found;
                view! { <ProfileForm me departments /> }.into_any()
            }
        </Loaded>
    }
}

async fn both(api: Client) -> Result<(Me, Vec<Department>), ClientError> {
    let me = api.me().await?;
    let departments = api.list_departments().await?;
    Ok((me, departments))
}
