//! The one client of the app, offered to all pages.

use leptos::prelude::*;
use tacit_client::Client;

/// Where the API is: the address in `<meta name="tacit-api">` when the app is hosted elsewhere, else where the app
/// itself came from.
pub fn base_url() -> String {
    let named = document()
        .query_selector("meta[name=tacit-api]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .filter(|address| !address.is_empty());
    named
        .or_else(|| window().location().origin().ok())
        .unwrap_or_default()
}

/// Makes the client and offers it to all below. Without a usable address there is no app: the error says so.
///
/// # Errors
/// When the address is not one.
pub fn provide_api() -> Result<Client, tacit_client::ClientError> {
    let client = Client::new(&base_url())?;
    provide_context(client.clone());
    Ok(client)
}

/// The client.
pub fn use_api() -> Client {
    expect_context()
}
