//! The door: signing in, registering, confirming an address. Who is already in goes on to where they wanted to be.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use tacit_client::ClientError;
use tacit_contract::organisation::SignInOptions;

use crate::components::ui::TextSkeleton;
use crate::state::api::use_api;
use crate::state::session::{Who, use_session};
use crate::view_model::next_address::after_sign_in;

mod confirm;
mod forgot;
mod register;
mod sign_in;
mod unsubscribe;

pub use confirm::ConfirmPage;
pub use forgot::{ForgotPasswordPage, ResetPasswordPage};
pub use register::RegisterPage;
pub use sign_in::SignInPage;
pub use unsubscribe::UnsubscribePage;

/// Shows its children to who is not signed in. Signing in is all it takes to get past it.
#[component]
fn Door(children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let query = use_query_map();
    let standing = Memo::new(move |_| match session.who() {
        Who::Unknown => Standing::Unknown,
        Who::Nobody | Who::Unreachable => Standing::Outside,
        Who::Member(_) => Standing::Inside,
    });
    move || match standing.get() {
        Standing::Unknown => {
            view! { <div class="title-page"><main id="main"><TextSkeleton /></main></div> }
                .into_any()
        }
        Standing::Outside => children(),
        Standing::Inside => {
            let next = query.with_untracked(|query| query.get("next"));
            view! { <Redirect path=after_sign_in(next.as_deref()) /> }.into_any()
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Unknown,
    Outside,
    Inside,
}

/// What is known about the organisation before one is in.
#[derive(Clone, Copy)]
struct Options(LocalResource<Result<SignInOptions, ClientError>>);

impl Options {
    fn fetch() -> Self {
        let api = use_api();
        Self(LocalResource::new(move || {
            let api = api.clone();
            async move { api.sign_in_options().await }
        }))
    }

    fn get(self) -> Option<SignInOptions> {
        self.0.get().and_then(Result::ok)
    }

    fn signal(self) -> Signal<Option<SignInOptions>> {
        Signal::derive(move || self.get())
    }
}

/// A parameter of the address, where it says something.
fn parameter(name: &'static str) -> Option<String> {
    use_query_map()
        .with_untracked(|query| query.get(name))
        .filter(|value| !value.is_empty())
}
