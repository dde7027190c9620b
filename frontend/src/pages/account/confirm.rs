//! `/confirm`: the link of the letter, and the password again, so that only who has both gets in.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::identity::ConfirmAddress;
use web_sys::SubmitEvent;

use super::{Door, Options, parameter};
use crate::components::shell::TitlePage;
use crate::components::ui::{Blank, Button, FormProblem, Glyph, Kind, PasswordField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::sending::Sending;
use crate::state::session::use_session;

/// The page.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <Door>
            {move || {
                let options = Options::fetch();
                let token = parameter("token");
                let lede = token.is_some().then(|| t.account_confirm_lede().to_owned());
                view! {
                    <TitlePage title=t.account_confirm_title() lede options=options.signal()>
                        {match token {
                            Some(token) => view! { <ConfirmForm token /> }.into_any(),
                            None => view! { <Broken /> }.into_any(),
                        }}
                    </TitlePage>
                }
            }}
        </Door>
    }
}

#[component]
fn Broken() -> impl IntoView {
    let t = use_lang();
    view! {
        <Blank glyph=Glyph::Broken title=t.account_confirm_broken() text=t.account_confirm_broken_more()>
            <A href="/register" attr:class="button">{t.account_register_link()}</A>
        </Blank>
    }
}

#[component]
fn ConfirmForm(token: String) -> impl IntoView {
    let t = use_lang();
    let (api, session, lang) = (use_api(), use_session(), use_lang_state());
    let password = RwSignal::new(String::new());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let confirm = ConfirmAddress {
            token: token.clone(),
            password: password.get_untracked(),
        };
        sending.send(
            async move { api.confirm_address(&confirm).await },
            move |signed_in| session.begin(signed_in, lang),
        );
    };
    view! {
        <form novalidate on:submit=submit>
            <PasswordField
                id="password"
                label=t.account_password()
                autocomplete="current-password"
                value=password
                error=sending.field(t, "/password")
            />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.account_confirm()}</Button>
            </div>
        </form>
    }
}
