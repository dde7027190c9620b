//! The bar: name, search, ask, what is new, me.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};

use super::bell::Bell;
use super::search_box::SearchBox;
use crate::components::ui::{Avatar, Glyph, Menu, MenuItem, MenuLink};
use crate::i18n::use_lang;
use crate::state::session::{sign_out, use_session};
use crate::state::toasts::use_toasts;

/// The bar at the top of every page.
#[component]
pub fn Bar() -> impl IntoView {
    let t = use_lang();
    let path = use_location().pathname;
    // The page's own primary action comes first where one asks anyway.
    let ask_here = Memo::new(move |_| matches!(path.get().as_str(), "/" | "/ask"));
    view! {
        <header class="bar">
            <Wordmark />
            <SearchBox />
            <div class="bar-end">
                {move || {
                    (!ask_here.get()).then(|| view! { <A href="/ask" attr:class="button ask-short">{t.shell_ask()}</A> })
                }}
                <Bell />
                <Account />
            </div>
        </header>
    }
}

/// The name, as a link home.
#[component]
fn Wordmark() -> impl IntoView {
    let t = use_lang();
    view! {
        <A href="/" attr:class="wordmark">
            <span class="visually-hidden">{t.shell_home_link()}</span>
            <span aria-hidden="true">"Tac"<i>"ı"</i>"t"</span>
        </A>
    }
}

/// My face, and what is mine behind it.
#[component]
fn Account() -> impl IntoView {
    let t = use_lang();
    let session = use_session();
    let toasts = use_toasts();
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        let navigate = navigate.clone();
        sign_out(Callback::new(move |()| {
            toasts.say(t.shell_signed_out());
            navigate("/sign-in", leptos_router::NavigateOptions::default());
        }));
    });
    move || {
        session.me().map(|me| {
            let name = me.display_name.clone();
            let profile = format!("/people/{}", me.handle);
            view! {
                <Menu
                    id="account"
                    label=t.shell_you(&me.display_name)
                    look="face-button"
                    trigger=Box::new(move || view! { <Avatar name=name /> }.into_any())
                >
                    <MenuLink glyph=Glyph::Person href=profile.clone()>{t.shell_your_profile()}</MenuLink>
                    <MenuLink glyph=Glyph::Pen href="/drafts">{t.drafts_title()}</MenuLink>
                    <MenuLink glyph=Glyph::Bookmark href="/bookmarks">{t.bookmarks_title()}</MenuLink>
                    <MenuLink glyph=Glyph::Sliders href="/settings">{t.shell_settings()}</MenuLink>
                    <MenuItem glyph=Glyph::SignOut on_press=leave>{t.shell_sign_out()}</MenuItem>
                </Menu>
            }
        })
    }
}
