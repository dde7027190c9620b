//! The list of needs. What it shows stands in the address.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;
use tacit_contract::Page;
use tacit_contract::identity::Role;
use tacit_contract::needs::NeedSummary;

use crate::components::needs::NeedRow;
use crate::components::ui::{
    Blank, Glyph, Icon, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::session::use_session;
use crate::view_model::need_list::{NeedList, View};

/// The page.
#[component]
pub fn NeedsPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let params = use_query_map();
    let list = Memo::new(move |_| params.with(|params| NeedList::parse(|name| params.get(name))));
    let page = LocalResource::new(move || {
        let (api, query) = (api.clone(), list.get().query());
        async move { api.list_needs(&query).await }
    });
    view! {
        <div class="column">
            <PageHead title=t.needs_title() lede=t.needs_lede()>
                <div class="filters">
                    <Views list />
                    <A href="/needs/new" attr:class="button" attr:data-kind="primary">{t.needs_say()}</A>
                </div>
                <InTopic list />
                <ForLeads />
            </PageHead>
            <h2 class="visually-hidden">{move || view_words(t, list.get().view)}</h2>
            <Loaded resource=page waiting=|| view! { <RowsSkeleton /> } let:page>
                <Rows page list />
            </Loaded>
        </div>
    }
}

fn view_words(t: Lang, view: View) -> &'static str {
    match view {
        View::Help => t.needs_view_help(),
        View::Newest => t.needs_view_newest(),
        View::Wanted => t.needs_view_wanted(),
        View::Met => t.needs_view_met(),
        View::Mine => t.needs_view_mine(),
        View::Joined => t.needs_view_joined(),
    }
}

#[component]
fn Views(list: Memo<NeedList>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = list.get();
        let link = |view| Segment {
            href: now.in_view(view).href(),
            label: view_words(t, view).to_owned(),
            current: now.view == view,
        };
        View::ALL.map(link).to_vec()
    });
    view! { <SegmentedLinks label=t.needs_which() links /> }
}

/// The way to demand and supply, for who may see it.
#[component]
fn ForLeads() -> impl IntoView {
    let t = use_lang();
    let session = use_session();
    let is_lead = Memo::new(move |_| session.is(&[Role::Lead, Role::Admin]));
    move || {
        is_lead
            .get()
            .then(|| view! { <p class="hint"><A href="/needs/demand">{t.demand_title()}</A></p> })
    }
}

/// The topic in force, with a way to take it off.
#[component]
fn InTopic(list: Memo<NeedList>) -> impl IntoView {
    let t = use_lang();
    move || {
        let now = list.get();
        let off = now.in_all_topics().href();
        now.topic.map(|topic| {
            let label = t.ui_remove(&topic);
            view! {
                <p class="filter-line">
                    <span class="topic">
                        {t.needs_topic_only(&topic)} " "
                        <A href=off attr:aria-label=label><Icon glyph=Glyph::Close /></A>
                    </span>
                </p>
            }
        })
    }
}

#[component]
fn Rows(page: Page<NeedSummary>, list: Memo<NeedList>) -> impl IntoView {
    let now = list.get_untracked();
    if page.items.is_empty() {
        return view! { <NothingHere view=now.view /> }.into_any();
    }
    let first = now.cursor.is_some().then(|| now.at(None).href());
    let next = page.next_cursor.map(|cursor| now.at(Some(cursor)).href());
    let rows = page
        .items
        .into_iter()
        .map(|need| view! { <NeedRow need /> })
        .collect_view();
    view! {
        <div class="rows">{rows}</div>
        <Pager first next />
    }
    .into_any()
}

/// An empty list says why, and what to do first.
#[component]
fn NothingHere(view: View) -> impl IntoView {
    let t = use_lang();
    let (title, text, href, step) = match view {
        View::Help => (
            t.needs_none_help(),
            t.needs_none_help_more(),
            "/settings/topics",
            t.expertise_choose(),
        ),
        View::Joined => (
            t.needs_none_joined(),
            t.needs_none_joined_more(),
            "/needs",
            t.needs_see_all(),
        ),
        View::Met => (
            t.needs_none_met(),
            t.needs_lede(),
            "/needs",
            t.needs_see_all(),
        ),
        View::Mine => (
            t.needs_none_mine(),
            t.needs_none_more(),
            "/needs/new",
            t.needs_say(),
        ),
        View::Newest | View::Wanted => (
            t.needs_none(),
            t.needs_none_more(),
            "/needs/new",
            t.needs_say(),
        ),
    };
    view! {
        <Blank title text>
            <A href attr:class="button">{step}</A>
        </Blank>
    }
}
