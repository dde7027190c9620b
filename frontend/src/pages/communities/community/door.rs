//! Coming in and going out: the one way that is open to the viewer, and why there is none.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::communities::{AskToJoin, CommunityViewer, JoinRule, RequestState};

use super::Community;
use crate::components::ui::{Button, Confirm, Glyph, Icon, Kind, WordForm};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;
use crate::view_model::moderation::given;

/// Nothing before it is known how the viewer stands to it.
#[component]
pub fn Door(community: Community) -> impl IntoView {
    move || {
        let viewer = community.viewer.get()?;
        Some(way(community, &viewer))
    }
}

fn way(community: Community, viewer: &CommunityViewer) -> AnyView {
    let t = use_lang();
    if viewer.may_leave {
        return view! { <Leave community /> }.into_any();
    }
    if viewer.owns {
        return view! { <small class="hint">{t.community_owner_stays()}</small> }.into_any();
    }
    // Who is invited is told so above, with the way in beside it.
    if viewer.invitation.is_some() {
        return ().into_any();
    }
    if viewer.may_join {
        return view! { <Join community /> }.into_any();
    }
    // Likewise who waits, and who was not let in lately.
    match &viewer.request {
        Some(request) if request.state == RequestState::Waiting => ().into_any(),
        _ if viewer.may_ask => view! { <Ask community /> }.into_any(),
        Some(request) if request.state == RequestState::Declined => ().into_any(),
        _ => view! { <WhyNot community /> }.into_any(),
    }
}

/// Why there is no way in now.
#[component]
fn WhyNot(community: Community) -> impl IntoView {
    let t = use_lang();
    let detail = community.detail;
    let (rule, archived) = detail.with(|detail| (detail.join_rule, detail.archived_at.is_some()));
    let words = match rule {
        JoinRule::OnRequest if !archived => Some(t.community_on_request()),
        JoinRule::ByInvitation if !archived => Some(t.community_by_invitation()),
        _ => None,
    };
    words.map(|words| view! { <small class="hint">{words}</small> })
}

/// Does something at one press: what went wrong is said, else the page is read anew.
pub(super) fn at_once<F>(
    community: Community,
    sending: Sending,
    call: impl Fn() -> F + Send + Sync + 'static,
    done: impl Fn() -> String + Send + Sync + 'static,
) -> Callback<()>
where
    F: Future<Output = Result<(), ClientError>> + 'static,
{
    let (t, toasts) = (use_lang(), use_toasts());
    Callback::new(move |()| {
        let words = done();
        sending.send_or(
            call(),
            move |()| {
                toasts.say(words);
                community.reload.run(());
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    })
}

/// Joining at once.
#[component]
pub(super) fn Join(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, sending) = (use_api(), Sending::new());
    let join = at_once(
        community,
        sending,
        move || {
            let api = api.clone();
            async move { api.join_community(community.id).await }
        },
        move || t.community_joined(&community.name()),
    );
    view! { <Button kind=Kind::Primary on_press=join busy=sending.busy()>{t.community_join()}</Button> }
}

/// Asking to join, with a few words.
#[component]
fn Ask(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let (open, sending) = (RwSignal::new(false), Sending::new());
    let send = Callback::new(move |message: String| {
        let api = api.clone();
        let asked = AskToJoin {
            message: given(&message),
        };
        sending.send(
            async move { api.ask_to_join_community(community.id, &asked).await },
            move |()| {
                toasts.say(t.community_asked_done());
                community.reload.run(());
            },
        );
    });
    let ask = Callback::new(move |()| open.set(true));
    let close = Callback::new(move |()| open.set(false));
    move || match open.get() {
        true => view! {
            <WordForm
                id="join-message"
                label=t.community_message()
                hint=t.community_message_hint()
                act=t.community_ask_join()
                pointer="/message"
                optional=true
                sending
                on_send=send
                on_close=close
            />
        }
        .into_any(),
        false => {
            view! { <Button kind=Kind::Primary on_press=ask>{t.community_ask_join()}</Button> }
                .into_any()
        }
    }
}

#[component]
fn Leave(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let asking = RwSignal::new(false);
    let sending = Sending::new();
    let name = community.name();
    let left = StoredValue::new(name.clone());
    let leave = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.leave_community(community.id).await },
            move |()| {
                asking.set(false);
                toasts.say(left.with_value(|name| t.community_left(name)));
                community.reload.run(());
            },
        );
    });
    view! {
        <Button on_press=Callback::new(move |()| asking.set(true))><Icon glyph=Glyph::SignOut />{t.community_leave()}</Button>
        <Confirm
            id="leave"
            title=t.community_leave_title(&name)
            open=asking
            act=t.community_leave()
            sending
            on_confirm=leave
        >
            <p>{t.community_leave_what()}</p>
        </Confirm>
    }
}
