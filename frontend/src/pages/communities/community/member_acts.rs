//! What is done with a member: another role, handing over, removing. Each asks before it acts.

use leptos::prelude::*;
use tacit_contract::communities::{
    ChangeCommunityRole, CommunityMember, CommunityRole, RemoveCommunityMember,
};
use tacit_contract::identity::MemberRef;

use super::Community;
use crate::components::ui::{Confirm, Glyph, Icon, Menu, MenuItem, TextField};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::community_acts::MemberAct;

/// The menu and its questions.
#[component]
pub fn MemberActs(
    community: Community,
    other: CommunityMember,
    acts: Vec<MemberAct>,
    changed: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let asking = acts.into_iter().map(|act| (act, RwSignal::new(false)));
    let asking: Vec<_> = asking.collect();
    let questions = asking.clone().into_iter().map(|(act, open)| {
        let person = other.member.clone();
        match act.role() {
            Some(role) => view! { <GiveRole community person act role open changed /> }.into_any(),
            None => view! { <Remove community person open changed /> }.into_any(),
        }
    });
    let questions: Vec<_> = questions.collect();
    view! {
        <Menu
            id=format!("more-{}", other.member.id)
            label=t.community_more_with(&other.member.display_name)
            trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())
        >
            {asking.iter().map(|(act, open)| item(t, *act, *open)).collect::<Vec<_>>()}
        </Menu>
        {questions}
    }
}

fn item(t: Lang, act: MemberAct, open: RwSignal<bool>) -> AnyView {
    let glyph = match act {
        MemberAct::Appoint => Glyph::Plus,
        MemberAct::Dismiss => Glyph::Person,
        MemberAct::HandOver => Glyph::People,
        MemberAct::Remove => Glyph::SignOut,
    };
    let ask = Callback::new(move |()| open.set(true));
    let danger = act == MemberAct::Remove;
    view! { <MenuItem glyph danger on_press=ask>{verb(t, act)}</MenuItem> }.into_any()
}

fn verb(t: Lang, act: MemberAct) -> &'static str {
    match act {
        MemberAct::Appoint => t.community_appoint(),
        MemberAct::Dismiss => t.community_dismiss(),
        MemberAct::HandOver => t.community_hand_over(),
        MemberAct::Remove => t.community_remove(),
    }
}

/// The question, and what the answer does.
fn asked(t: Lang, act: MemberAct, name: &str) -> (String, &'static str) {
    match act {
        MemberAct::Appoint => (t.community_appoint_title(name), t.community_appoint_what()),
        MemberAct::Dismiss => (t.community_dismiss_title(name), t.community_dismiss_what()),
        MemberAct::HandOver => (
            t.community_hand_over_title(name),
            t.community_hand_over_what(),
        ),
        MemberAct::Remove => (t.community_remove_title(name), t.community_remove_what()),
    }
}

#[component]
fn GiveRole(
    community: Community,
    person: MemberRef,
    act: MemberAct,
    role: CommunityRole,
    open: RwSignal<bool>,
    changed: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let (id, name) = (person.id, person.display_name);
    let (title, what) = asked(t, act, &name);
    let give = Callback::new(move |()| {
        let (api, name) = (api.clone(), name.clone());
        let change = ChangeCommunityRole { role };
        sending.send(
            async move { api.change_community_role(community.id, id, &change).await },
            move |()| {
                open.set(false);
                toasts.say(t.community_role_given(&name, t.community_role(role)));
                changed.run(());
            },
        );
    });
    view! {
        <Confirm id=format!("{act:?}-{id}") title open act=verb(t, act) sending on_confirm=give>
            <p>{what}</p>
        </Confirm>
    }
}

#[component]
fn Remove(
    community: Community,
    person: MemberRef,
    open: RwSignal<bool>,
    changed: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let (id, name) = (person.id, person.display_name);
    let (title, what) = asked(t, MemberAct::Remove, &name);
    let why = RwSignal::new(String::new());
    let remove = Callback::new(move |()| {
        let (api, name) = (api.clone(), name.clone());
        let removal = RemoveCommunityMember {
            word: why.get_untracked().trim().to_owned(),
        };
        sending.send(
            async move {
                api.remove_community_member(community.id, id, &removal)
                    .await
            },
            move |()| {
                open.set(false);
                toasts.say(t.community_removed(&name));
                changed.run(());
            },
        );
    });
    view! {
        <Confirm
            id=format!("remove-{id}")
            title
            open
            act=t.community_remove()
            danger=true
            sending
            on_confirm=remove
        >
            <p>{what}</p>
            <TextField
                id=format!("why-{id}")
                label=t.community_remove_why()
                maxlength=500
                value=why
                error=sending.field(t, "/word")
            />
        </Confirm>
    }
}
