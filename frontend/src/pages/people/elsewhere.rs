//! What somebody had on the site they came from: badges, as history.

use leptos::prelude::*;
use tacit_contract::Page;
use tacit_contract::imports::{ImportedBadge, ListImportedBadgesQuery};

use crate::components::ui::{Button, FormProblem, Loaded, RowsSkeleton};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::zone::use_zone;

/// The section; nothing where there are no badges.
#[component]
pub fn Elsewhere(handle: String, site: String) -> impl IntoView {
    let api = use_api();
    let of = handle.clone();
    let badges = LocalResource::new(move || {
        let (api, handle) = (api.clone(), of.clone());
        async move { api.list_imported_badges(&handle, &after(None)).await }
    });
    view! {
        <Loaded resource=badges waiting=|| view! { <RowsSkeleton rows=1 /> }.into_any() let:page>
            {view! { <Badges page handle=handle.clone() site=site.clone() /> }.into_any()}
        </Loaded>
    }
}

fn after(cursor: Option<String>) -> ListImportedBadgesQuery {
    ListImportedBadgesQuery {
        cursor,
        limit: None,
    }
}

#[component]
fn Badges(page: Page<ImportedBadge>, handle: String, site: String) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return None;
    }
    let api = use_api();
    let sending = Sending::new();
    let shown = RwSignal::new(page.items);
    let next = RwSignal::new(page.next_cursor);
    let more = Callback::new(move |()| {
        let (api, handle) = (api.clone(), handle.clone());
        let query = after(next.get_untracked());
        sending.send(
            async move { api.list_imported_badges(&handle, &query).await },
            move |page| {
                shown.update(|shown| shown.extend(page.items));
                next.set(page.next_cursor);
            },
        );
    });
    let key = |badge: &ImportedBadge| (badge.name.clone(), badge.awarded_at.timestamp_micros());
    Some(view! {
        <section class="section" aria-labelledby="elsewhere">
            <div class="section-head"><h2 id="elsewhere">{t.profile_from_site(&site)}</h2></div>
            <p class="meta"><span>{t.profile_badges_more()}</span></p>
            <ul class="marked">
                <For each=move || shown.get() key let:badge>
                    <Badge badge />
                </For>
            </ul>
            <FormProblem error=sending.error() />
            {move || {
                next.with(Option::is_some)
                    .then(|| view! { <Button busy=sending.busy() on_press=more>{t.imports_more()}</Button> })
            }}
        </section>
    })
}

#[component]
fn Badge(badge: ImportedBadge) -> impl IntoView {
    let t = use_lang();
    let on = day(t, use_zone().as_deref(), &badge.awarded_at.to_rfc3339());
    let topical = badge
        .topical
        .then(|| view! { <span>{t.profile_badge_topical()}</span> });
    view! {
        <li>
            {badge.name} " "
            <span class="meta"><span>{t.badge_class(badge.class)}</span>{topical}<span>{on}</span></span>
        </li>
    }
}
