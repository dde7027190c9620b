//! `/sign-in`: e-mail and password, and where to go without them.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::identity::SignIn;
use tacit_contract::organisation::Registration;
use tacit_contract::problem::ProblemCode;
use web_sys::SubmitEvent;

use super::{Door, Options};
use crate::components::shell::TitlePage;
use crate::components::ui::{Button, FormProblem, Kind, PasswordField, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::sending::Sending;
use crate::state::session::use_session;
use crate::view_model::failure;

/// The page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <Door>
            {move || {
                let options = Options::fetch();
                view! {
                    <TitlePage
                        title=t.account_sign_in_title()
                        lede=Some(t.account_sign_in_lede().to_owned())
                        document=t.account_sign_in()
                        options=options.signal()
                    >
                        <SignInForm />
                        <HowToJoin options />
                    </TitlePage>
                }
            }}
        </Door>
    }
}

#[component]
fn SignInForm() -> impl IntoView {
    let t = use_lang();
    let (api, session, lang) = (use_api(), use_session(), use_lang_state());
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let sign_in = SignIn {
            email: email.get_untracked(),
            password: password.get_untracked(),
        };
        sending.send(
            async move { api.sign_in(&sign_in).await },
            move |signed_in| session.begin(signed_in, lang),
        );
    };
    // Which of the two is wrong is not said; below the password it stands beside the button.
    let refused = move |error: &tacit_client::ClientError| {
        error.code() == Some(ProblemCode::InvalidCredentials)
    };
    let password_error = Signal::derive(move || {
        let credentials = sending.error().with(|error| {
            error
                .as_ref()
                .filter(|error| refused(error))
                .map(|error| failure::sentence(t, error))
        });
        credentials.or_else(|| sending.field(t, "/password").get())
    });
    let other = Signal::derive(move || sending.error().get().filter(|error| !refused(error)));
    view! {
        <form novalidate on:submit=submit>
            <TextField
                id="email"
                label=t.account_email()
                kind="email"
                autocomplete="username"
                value=email
                error=sending.field(t, "/email")
            />
            <PasswordField
                id="password"
                label=t.account_password()
                autocomplete="current-password"
                value=password
                error=password_error
            />
            <FormProblem error=other />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.account_sign_in()}</Button>
                <A href="/forgot-password">{t.account_forgot_link()}</A>
            </div>
        </form>
    }
}

/// How one becomes a member here; nothing while that is not known.
#[component]
fn HowToJoin(options: Options) -> impl IntoView {
    let t = use_lang();
    move || {
        options.get().map(|options| match options.registration {
            Registration::Invitation => {
                view! { <p class="aside-line">{t.account_by_invitation()}</p> }.into_any()
            }
            Registration::Open | Registration::Domains => view! {
                <p class="aside-line">
                    {t.account_new_here()} " " <A href="/register">{t.account_register_link()}</A>
                </p>
            }
            .into_any(),
        })
    }
}
