//! The bell: how many notices are unread, and the newest of them behind it.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::A;
use tacit_contract::notices::{ListNoticesQuery, Notice, ReadNotices};
use web_sys::{FocusEvent, KeyboardEvent, Node};

use crate::components::notices::NoticeLine;
use crate::components::ui::{Glyph, Icon, LinkButton, Loaded, RowsSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::notices::use_unread;
use crate::view_model::notices;

/// How many notices stand behind the bell.
const SHOWN: u32 = 6;

/// The bell in the bar.
#[component]
pub fn Bell() -> impl IntoView {
    let t = use_lang();
    let unread = use_unread();
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let inside = move |node: Option<&Node>| {
        root.try_get_untracked()
            .flatten()
            .is_some_and(|root| root.contains(node))
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                drop(button.focus());
            }
        }
    };
    let on_focus_out = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<Node>().ok());
        if to.is_some() && !inside(to.as_ref()) {
            open.try_set(false);
        }
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        if !inside(target.as_ref()) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let label = move || match unread.get() {
        0 => t.notices_bell().to_owned(),
        many => t.notices_bell_unread(many.into()),
    };
    view! {
        <div class="bell" node_ref=root on:keydown=on_key on:focusout=on_focus_out>
            <button
                class="icon-button"
                type="button"
                node_ref=button
                aria-controls="notices"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="visually-hidden">{label}</span>
                <Icon glyph=Glyph::Bell />
                {move || {
                    let many = unread.get();
                    (many > 0).then(|| view! { <span class="count" aria-hidden="true">{notices::bell(many)}</span> })
                }}
            </button>
            {move || open.get().then(|| view! { <Newest on_go=Callback::new(move |()| open.set(false)) /> })}
        </div>
    }
}

#[component]
fn Newest(on_go: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let query = ListNoticesQuery {
        limit: Some(SHOWN),
        ..ListNoticesQuery::default()
    };
    let newest = LocalResource::new(move || {
        let (api, query) = (api.clone(), query.clone());
        async move { api.list_notices(&query).await }
    });
    view! {
        <section class="notices" id="notices" aria-label=t.notices_new()>
            <Loaded resource=newest waiting=|| view! { <div class="inset"><RowsSkeleton rows=3 /></div> }.into_any() let:page>
                {view! { <Lines notices=page.items on_go again=Callback::new(move |()| newest.refetch()) /> }}
            </Loaded>
        </section>
    }
}

#[component]
fn Lines(notices: Vec<Notice>, on_go: Callback<()>, again: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let through = notices.first().map(|first| first.through.clone());
    let any_new = notices.iter().any(|notice| notice.unread);
    let lines = notices
        .into_iter()
        .map(|notice| view! { <NoticeLine notice on_go /> })
        .collect_view();
    view! {
        <header>
            <h2>{t.notices_new()}</h2>
            {through.filter(|_| any_new).map(|through| view! { <ReadAll through then=again /> })}
        </header>
        {if lines.is_empty() {
            view! { <p class="nothing">{t.notices_none_more()}</p> }.into_any()
        } else {
            view! { <ul>{lines}</ul> }.into_any()
        }}
        <footer>
            <A href="/notices" on:click=move |_| on_go.run(())>{t.notices_all()}</A>
        </footer>
    }
}

#[component]
fn ReadAll(through: String, then: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let (api, unread) = (use_api(), use_unread());
    let press = Callback::new(move |()| {
        let read = ReadNotices {
            through: through.clone(),
            id: None,
            question_id: None,
        };
        unread.read(&api, read, then);
    });
    view! { <LinkButton on_press=press>{t.notices_read_all()}</LinkButton> }
}
