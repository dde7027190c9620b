//! Whom one has muted or blocked, and undoing it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::blocks::{BlockKind, BlockedMember, ListBlocksQuery};

use crate::components::ui::{
    Blank, Button, FormProblem, Glyph, Loaded, Member, RowsSkeleton, Time,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

type Found = LocalResource<Result<Page<BlockedMember>, ClientError>>;

/// The list.
#[component]
pub fn BlocksSettings() -> impl IntoView {
    let api = use_api();
    let cursor = RwSignal::new(None::<String>);
    let found: Found = LocalResource::new(move || {
        let api = api.clone();
        let query = ListBlocksQuery {
            cursor: cursor.get(),
            limit: None,
        };
        async move { api.list_blocks(&query).await }
    });
    view! {
        <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:page>
            {view! { <List page found cursor /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn List(
    page: Page<BlockedMember>,
    found: Found,
    cursor: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! {
            <Blank glyph=Glyph::People title=t.settings_blocks_none() text=t.settings_blocks_none_more()>
                <A href="/people" attr:class="button">{t.people_title()}</A>
            </Blank>
        }
        .into_any();
    }
    let rows = page
        .items
        .into_iter()
        .map(|one| view! { <li><Row one found cursor /></li> });
    let next = page.next_cursor.map(|next| {
        let press = Callback::new(move |()| cursor.set(Some(next.clone())));
        view! { <div class="actions after"><Button on_press=press>{t.settings_blocks_next()}</Button></div> }
    });
    view! {
        <ul class="rows compact">{rows.collect_view()}</ul>
        {next}
    }
    .into_any()
}

#[component]
fn Row(one: BlockedMember, found: Found, cursor: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let BlockedMember {
        member,
        kind,
        since,
    } = one;
    let (handle, name) = (member.handle.clone(), member.display_name.clone());
    let undo = Callback::new(move |()| {
        let (api, handle, name) = (api.clone(), handle.clone(), name.clone());
        sending.send(
            async move { api.unblock_member(&handle).await },
            move |()| {
                toasts.say(t.blocks_undone(&name));
                if cursor.get_untracked().is_some() {
                    cursor.set(None);
                } else {
                    found.refetch();
                }
            },
        );
    });
    let words = match kind {
        BlockKind::Muted => t.settings_blocks_muted(),
        BlockKind::Blocked => t.settings_blocks_blocked(),
    };
    view! {
        <div class="line">
            <Member handle=member.handle name=member.display_name>
                {words} ", " <Time at=since.to_rfc3339() />
            </Member>
            <Button on_press=undo busy=sending.busy()>{t.settings_blocks_undo()}</Button>
        </div>
        <FormProblem error=sending.error() />
    }
}
