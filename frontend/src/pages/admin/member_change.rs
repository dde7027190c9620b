//! What an admin changes about a member: the role, and whether they may come in.

use leptos::prelude::*;
use tacit_contract::identity::{AdminMember, MemberStatus, Role, UpdateMember};

use super::members::MemberPages;
use crate::components::ui::{Button, Confirm, LinkButton, Select, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::address;
use crate::view_model::moderation::given;

/// The two buttons and their dialogs.
#[component]
pub fn MemberChange(member: AdminMember, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    let (changing, closing) = (RwSignal::new(false), RwSignal::new(false));
    let out = member.status == MemberStatus::Deactivated;
    let name = StoredValue::new(member.member.display_name.clone());
    view! {
        <div class="actions">
            <Button on_press=Callback::new(move |()| changing.set(true))>
                {t.admin_change()} <span class="visually-hidden">" " {name.get_value()}</span>
            </Button>
            <LinkButton on_press=Callback::new(move |()| closing.set(true))>
                {if out { t.admin_reactivate() } else { t.admin_deactivate() }}
                <span class="visually-hidden">" " {name.get_value()}</span>
            </LinkButton>
        </div>
        <ChangeRole member=member.clone() open=changing members />
        <OpenOrClose member open=closing members />
    }
}

#[component]
fn ChangeRole(member: AdminMember, open: RwSignal<bool>, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let role = RwSignal::new(member.role);
    let reason = RwSignal::new(String::new());
    let (id, name) = (member.member.id, member.member.display_name.clone());
    let save = Callback::new(move |()| {
        let (api, name) = (api.clone(), name.clone());
        let change = UpdateMember {
            role: Some(role.get_untracked()),
            reason: given(&reason.get_untracked()),
            ..UpdateMember::default()
        };
        sending.send(
            async move { api.update_member(id, &change).await },
            move |_| {
                open.set(false);
                toasts.say(t.admin_changed(&name));
                members.refetch();
            },
        );
    });
    let choices: Vec<_> = Role::ALL
        .iter()
        .filter_map(|role| Some((address::any_word(role)?, t.role(*role).to_owned())))
        .collect();
    let value = Signal::derive(move || address::any_word(&role.get()).unwrap_or_default());
    let choose = Callback::new(move |word: String| {
        if let Some(chosen) = address::value(Some(word)) {
            role.set(chosen);
        }
    });
    view! {
        <Confirm
            id=format!("change-{id}")
            title=t.admin_change_title(&member.member.display_name)
            open
            act=t.ui_save()
            sending
            on_confirm=save
        >
            <Select
                id=format!("role-{id}")
                label=t.admin_role()
                hint=t.admin_role_hint()
                choices=choices.clone()
                value
                on_choose=choose
                error=sending.field(t, "/role")
            />
            <Why id=format!("role-why-{id}") reason sending />
        </Confirm>
    }
}

#[component]
fn OpenOrClose(member: AdminMember, open: RwSignal<bool>, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let reason = RwSignal::new(String::new());
    let out = member.status == MemberStatus::Deactivated;
    let (id, name) = (member.member.id, member.member.display_name.clone());
    let (title, what, act) = if out {
        (
            t.admin_reactivate_title(&name),
            t.admin_reactivate_what(&name),
            t.admin_reactivate(),
        )
    } else {
        (
            t.admin_deactivate_title(&name),
            t.admin_deactivate_what(&name),
            t.admin_deactivate(),
        )
    };
    let confirm = Callback::new(move |()| {
        let api = api.clone();
        let change = UpdateMember {
            deactivated: Some(!out),
            reason: given(&reason.get_untracked()),
            ..UpdateMember::default()
        };
        let said = if out {
            t.admin_reactivated_done(&name)
        } else {
            t.admin_deactivated_done(&name)
        };
        sending.send(
            async move { api.update_member(id, &change).await },
            move |_| {
                open.set(false);
                toasts.say(said);
                members.refetch();
            },
        );
    });
    view! {
        <Confirm id=format!("standing-{id}") title open act danger=!out sending on_confirm=confirm>
            <p>{what.clone()}</p>
            <Why id=format!("standing-why-{id}") reason sending />
        </Confirm>
    }
}

/// Why, for the log of acts of office.
#[component]
fn Why(id: String, reason: RwSignal<String>, sending: Sending) -> impl IntoView {
    let t = use_lang();
    view! {
        <TextField
            id
            label=t.question_reason()
            hint=t.admin_why_hint()
            maxlength=500
            value=reason
            optional=true
            error=sending.field(t, "/reason")
        />
    }
}
