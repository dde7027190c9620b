//! The organisation: its form and its logo.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::organisation::Organisation;

use super::logo::Logo;
use super::organisation_form::OrganisationForm;
use crate::components::ui::{Loaded, TextSkeleton};
use crate::state::api::use_api;

type Fetched = LocalResource<Result<Organisation, ClientError>>;

/// Form and logo.
#[component]
pub fn OrganisationSettings() -> impl IntoView {
    let api = use_api();
    let organisation: Fetched = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_organisation().await }
    });
    view! {
        <Loaded resource=organisation waiting=|| view! { <TextSkeleton /> }.into_any() let:found>
            {
                // One version for both: a new logo raises it too.
                let version = StoredValue::new(found.version);
                let (name, logo_url) = (found.name.clone(), found.logo_url.clone());
                view! {
                    <OrganisationForm organisation=found version />
                    <Logo name logo_url version />
                }
                    .into_any()
            }
        </Loaded>
    }
}
