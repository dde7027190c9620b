//! Inviting somebody: an address and a role; then the link, shown this once.

use leptos::prelude::*;
use tacit_contract::identity::Role;
use tacit_contract::organisation::{CreateInvitation, CreatedInvitation};
use web_sys::SubmitEvent;

use crate::components::ui::{
    Banner, Button, FormProblem, Glyph, Icon, Kind, Select, TextField, Tone,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::copying::copy_address;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::address;

/// The form, and the link of the last invitation.
#[component]
pub fn Invite(
    /// Something new is on the list.
    #[prop(into)]
    on_invited: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let (email, role) = (RwSignal::new(String::new()), RwSignal::new(Role::Member));
    let made = RwSignal::new(None::<CreatedInvitation>);
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let invitation = CreateInvitation {
            email: email.get_untracked(),
            role: role.get_untracked(),
        };
        sending.send(
            async move { api.create_invitation(&invitation).await },
            move |created| {
                email.set(String::new());
                made.set(Some(created));
                on_invited.run(());
            },
        );
    };
    let choices: Vec<_> = Role::ALL
        .iter()
        .filter_map(|role| Some((address::any_word(role)?, t.role(*role).to_owned())))
        .collect();
    let choose = Callback::new(move |word: String| {
        role.set(address::value(Some(word)).unwrap_or(Role::Member))
    });
    view! {
        <form class="form" novalidate on:submit=submit>
            <div class="beside">
                <TextField
                    id="invite-email"
                    label=t.invite_email()
                    kind="email"
                    autocomplete="off"
                    value=email
                    error=sending.field(t, "/email")
                />
                <Select
                    id="invite-role"
                    label=t.admin_role()
                    choices
                    value=Signal::derive(move || address::any_word(&role.get()).unwrap_or_default())
                    on_choose=choose
                />
            </div>
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.invite_send()}</Button>
            </div>
        </form>
        {move || made.get().map(|made| view! { <Made made /> })}
    }
}

#[component]
fn Made(made: CreatedInvitation) -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    let link = made.link.clone();
    let copy = Callback::new(move |()| copy_address(t, toasts, link.clone()));
    view! {
        <div class="made">
            <Banner tone=Tone::Solved title=t.invite_done(&made.invitation.email)>{t.invite_link()}</Banner>
            <p class="link"><code>{made.link}</code></p>
            <Button on_press=copy><Icon glyph=Glyph::Copy />{t.ui_copy_link()}</Button>
        </div>
    }
}
