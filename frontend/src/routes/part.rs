//! A page that may have to be fetched first: until it is there its lines are sketched, and without a connection it says so.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use tacit_client::ClientError;

use super::parts::Draw;
use crate::components::ui::{Failure, PageHead, TextSkeleton};
use crate::i18n::use_lang;
use crate::view_model::failure;

/// A page on its way.
pub type Fetched = Pin<Box<dyn Future<Output = Result<Draw, SplitLoaderError>>>>;

/// Draws the page as soon as it is there.
pub fn part(fetch: fn() -> Fetched) -> AnyView {
    let page = RwSignal::new(None::<Result<Draw, ClientError>>);
    let get = move || {
        spawn_local(async move {
            let fetched = fetch().await;
            // Who has gone elsewhere meanwhile waits for nothing.
            page.try_set(Some(
                fetched.map_err(|error| ClientError::Network(error.to_string())),
            ));
        });
    };
    get();
    let retry = Callback::new(move |()| {
        page.set(None);
        get();
    });
    (move || match page.get() {
        None => view! { <div class="column"><TextSkeleton /></div> }.into_any(),
        // What the page itself reads must not draw it anew.
        Some(Ok(draw)) => untrack(draw),
        Some(Err(error)) => {
            let title = failure::title(use_lang(), &error);
            view! {
                <div class="column">
                    <PageHead title hidden=true />
                    <Failure error retry />
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}
