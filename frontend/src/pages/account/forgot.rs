//! `/forgot-password`: a link is mailed; `/reset-password`: the link, and the new password.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::identity::{RequestPasswordReset, ResetPassword};
use tacit_contract::problem::ProblemCode;
use web_sys::SubmitEvent;

use super::{Door, Options, parameter};
use crate::components::shell::TitlePage;
use crate::components::ui::{Blank, Button, FormProblem, Glyph, Kind, PasswordField, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::sending::Sending;
use crate::state::session::use_session;

/// Asks for a link.
#[component]
pub fn ForgotPasswordPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <Door>
            {move || {
                let options = Options::fetch();
                let lede = Some(t.account_forgot_lede().to_owned());
                view! {
                    <TitlePage title=t.account_forgot_title() lede options=options.signal()>
                        <ForgotForm />
                    </TitlePage>
                }
            }}
        </Door>
    }
}

#[component]
fn ForgotForm() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let email = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<String>);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let request = RequestPasswordReset {
            email: email.get_untracked(),
        };
        sending.send(
            async move { api.request_password_reset(&request).await },
            move |()| sent.set(Some(email.get_untracked())),
        );
    };
    let submit = StoredValue::new_local(submit);
    move || {
        match sent.get() {
        Some(email) => view! {
            <Blank glyph=Glyph::Mail title=t.account_mail_title() text=t.account_forgot_sent(&email)>
                <A href="/sign-in" attr:class="button">{t.account_sign_in_link()}</A>
            </Blank>
        }
        .into_any(),
        None => view! {
            <form novalidate on:submit=move |event| submit.with_value(|submit| submit(event))>
                <TextField
                    id="email"
                    label=t.account_email()
                    kind="email"
                    autocomplete="username"
                    value=email
                    error=sending.field(t, "/email")
                />
                <FormProblem error=sending.error() />
                <div class="actions">
                    <Button kind=Kind::Primary busy=sending.busy()>{t.account_forgot_send()}</Button>
                </div>
                <p class="aside-line"><A href="/sign-in">{t.account_sign_in_link()}</A></p>
            </form>
        }
        .into_any(),
    }
    }
}

/// Takes the new password.
#[component]
pub fn ResetPasswordPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <Door>
            {move || {
                let options = Options::fetch();
                let token = parameter("token");
                let lede = token.is_some().then(|| t.account_reset_lede().to_owned());
                view! {
                    <TitlePage title=t.account_reset_title() lede options=options.signal()>
                        {match token {
                            Some(token) => view! { <ResetForm token /> }.into_any(),
                            None => view! { <Over /> }.into_any(),
                        }}
                    </TitlePage>
                }
            }}
        </Door>
    }
}

#[component]
fn Over() -> impl IntoView {
    let t = use_lang();
    view! {
        <Blank glyph=Glyph::Broken title=t.account_reset_over() text=t.account_reset_over_more()>
            <A href="/forgot-password" attr:class="button">{t.account_forgot_send()}</A>
        </Blank>
    }
}

#[component]
fn ResetForm(token: String) -> impl IntoView {
    let t = use_lang();
    let (api, session, lang) = (use_api(), use_session(), use_lang_state());
    let password = RwSignal::new(String::new());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let reset = ResetPassword {
            token: token.clone(),
            password: password.get_untracked(),
        };
        sending.send(
            async move { api.reset_password(&reset).await },
            move |signed_in| session.begin(signed_in, lang),
        );
    };
    let submit = StoredValue::new_local(submit);
    let is_over = Memo::new(move |_| {
        let error = sending.error().get();
        error.is_some_and(|error| error.code() == Some(ProblemCode::InvalidLink))
    });
    move || {
        if is_over.get() {
            return view! { <Over /> }.into_any();
        }
        view! {
            <form novalidate on:submit=move |event| submit.with_value(|submit| submit(event))>
                <PasswordField
                    id="password"
                    label=t.settings_new_password()
                    hint=t.account_password_hint()
                    autocomplete="new-password"
                    value=password
                    error=sending.field(t, "/password")
                />
                <FormProblem error=sending.error() />
                <div class="actions">
                    <Button kind=Kind::Primary busy=sending.busy()>{t.account_reset()}</Button>
                </div>
            </form>
        }
        .into_any()
    }
}
