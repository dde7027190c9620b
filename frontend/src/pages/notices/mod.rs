//! `/notices`: all one is told, and what of it is new.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::notices::{Notice, ReadNotices};

use crate::components::notices::NoticeLine;
use crate::components::ui::{
    Blank, Glyph, LinkButton, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::address_view;
use crate::state::notices::use_unread;
use crate::state::toasts::use_toasts;
use crate::view_model::notice_list::NoticesView;

/// The page.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| NoticesView::read(get));
    let notices = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(NoticesView::query));
        async move { api.list_notices(&query).await }
    });
    let again = Callback::new(move |()| notices.refetch());
    view! {
        <div class="column">
            <PageHead title=t.notices_title() lede=t.notices_lede()>
                <Which chosen />
            </PageHead>
            <Loaded resource=notices waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Lines page chosen=chosen.get_untracked() again /> }.into_any()}
            </Loaded>
        </div>
    }
}

#[component]
fn Which(chosen: Memo<NoticesView>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = chosen.with(|chosen| chosen.unread);
        [(false, t.notices_any()), (true, t.notices_unread())]
            .map(|(unread, label)| Segment {
                href: NoticesView {
                    unread,
                    cursor: None,
                }
                .address(),
                label: label.to_owned(),
                current: unread == now,
            })
            .to_vec()
    });
    view! {
        <div class="filters">
            <SegmentedLinks label=t.notices_which() links />
        </div>
    }
}

#[component]
fn Lines(page: Page<Notice>, chosen: NoticesView, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let Some(newest) = page.items.first() else {
        return view! { <Nothing chosen /> }.into_any();
    };
    let (through, any_new) = (
        newest.through.clone(),
        page.items.iter().any(|notice| notice.unread),
    );
    let first = chosen.cursor.is_some().then(|| chosen.at(None));
    let next = page.next_cursor.map(|cursor| chosen.at(Some(cursor)));
    let on_first_page = first.is_none();
    let lines = page
        .items
        .into_iter()
        .map(|notice| view! { <NoticeLine notice long=true /> });
    view! {
        <div class="line-end">
            {(any_new && on_first_page).then(|| view! { <ReadAll through again /> })}
            <A href="/settings/notices" attr:class="link-button">{t.notices_settings()}</A>
        </div>
        <ul class="notice-list">{lines.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn ReadAll(through: String, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, unread, toasts) = (use_api(), use_unread(), use_toasts());
    let press = Callback::new(move |()| {
        let read = ReadNotices {
            through: through.clone(),
            id: None,
            question_id: None,
        };
        let then = Callback::new(move |()| {
            toasts.say(t.notices_read_done());
            again.run(());
        });
        unread.read(&api, read, then);
    });
    view! { <LinkButton glyph=Glyph::Check on_press=press>{t.notices_read_all()}</LinkButton> }
}

#[component]
fn Nothing(chosen: NoticesView) -> impl IntoView {
    let t = use_lang();
    if chosen.unread {
        return view! {
            <Blank glyph=Glyph::Check title=t.notices_none_unread() text=t.notices_none_unread_more()>
                <A href="/notices" attr:class="button">{t.notices_all()}</A>
            </Blank>
        }
        .into_any();
    }
    view! {
        <Blank glyph=Glyph::Bell title=t.notices_none() text=t.notices_none_more()>
            <A href="/topics" attr:class="button">{t.shell_topics()}</A>
            <A href="/ask" attr:class="button" attr:data-kind="primary">{t.shell_ask()}</A>
        </Blank>
    }
    .into_any()
}
