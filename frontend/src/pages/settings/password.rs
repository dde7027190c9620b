//! A new password; every other session ends.

use leptos::prelude::*;
use tacit_contract::identity::ChangePassword;
use tacit_contract::problem::ProblemCode;
use web_sys::SubmitEvent;

use crate::components::ui::{Button, FormProblem, Kind, PasswordField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The form.
#[component]
pub fn PasswordSettings() -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let change = ChangePassword {
            current: current.get_untracked(),
            new: new.get_untracked(),
        };
        sending.send(
            async move { api.change_password(&change).await },
            move |()| {
                current.set(String::new());
                new.set(String::new());
                toasts.say(t.settings_password_changed());
            },
        );
    };
    let current_error = Signal::derive(move || {
        let wrong = sending.error().with(|error| {
            error.as_ref().and_then(tacit_client::ClientError::code)
                == Some(ProblemCode::InvalidCredentials)
        });
        if wrong {
            Some(t.settings_wrong_password().to_owned())
        } else {
            sending.field(t, "/current").get()
        }
    });
    let other = Signal::derive(move || {
        sending
            .error()
            .get()
            .filter(|error| error.code() != Some(ProblemCode::InvalidCredentials))
    });
    view! {
        <form class="form" novalidate on:submit=submit>
            <PasswordField
                id="current"
                label=t.settings_current_password()
                autocomplete="current-password"
                value=current
                error=current_error
            />
            <PasswordField
                id="new"
                label=t.settings_new_password()
                hint=t.account_password_hint()
                autocomplete="new-password"
                value=new
                error=sending.field(t, "/new")
            />
            <FormProblem error=other />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.settings_change_password()}</Button>
            </div>
        </form>
    }
}
