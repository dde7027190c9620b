//! What somebody had on the site they came from: badges, as history.

use leptos::prelude::*;
use tacit_contract::Page;
use tacit_contract::imports::{ImportedBadge, ListImportedBadgesQuery};

use crate::components::ui::{Loaded, RowsSkeleton};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::zone::use_zone;

/// The section; nothing where there are no badges.
#[component]
pub fn Elsewhere(handle: String, site: String) -> impl IntoView {
    let api = use_api();
    let cursor = RwSignal::new(None::<String>);
    let badges = LocalResource::new(move || {
        let (api, handle) = (api.clone(), handle.clone());
        let query = ListImportedBadgesQuery {
            cursor: cursor.get(),
            limit: None,
        };
        async move { api.list_imported_badges(&handle, &query).await }
    });
    view! {
        <Loaded resource=badges waiting=|| view! { <RowsSkeleton rows=1 /> }.into_any() let:page>
            {view! { <Badges page cursor site=site.clone() /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Badges(
    page: Page<ImportedBadge>,
    cursor: RwSignal<Option<String>>,
    site: String,
) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return None;
    }
    let zone = use_zone();
    let rows = page.items.into_iter().map(|badge| {
        let on = day(t, zone.as_deref(), &badge.awarded_at.to_rfc3339());
        let topical = badge
            .topical
            .then(|| view! { <span>{t.profile_badge_topical()}</span> });
        view! {
            <li>
                {badge.name} " "
                <span class="meta"><span>{t.badge_class(badge.class)}</span>{topical}<span>{on}</span></span>
            </li>
        }
    });
    let more = page.next_cursor.map(|next| {
        view! {
            <button type="button" class="button" on:click=move |_| cursor.set(Some(next.clone()))>
                {t.imports_more()}
            </button>
        }
    });
    Some(view! {
        <section class="section" aria-labelledby="elsewhere">
            <div class="section-head"><h2 id="elsewhere">{t.profile_from_site(&site)}</h2></div>
            <p class="meta"><span>{t.profile_badges_more()}</span></p>
            <ul class="marked">{rows.collect_view()}</ul>
            {more}
        </section>
    })
}
