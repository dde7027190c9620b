//! Navigation: a table of contents on wide screens, a bottom bar with "More" on narrow ones. It names only what exists.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use tacit_contract::identity::Role;

use crate::components::ui::{Glyph, Icon, Menu, MenuLink};
use crate::i18n::use_lang;
use crate::state::session::use_session;
use crate::view_model::place;

/// The way around.
#[component]
pub fn Nav() -> impl IntoView {
    let t = use_lang();
    let session = use_session();
    let is_admin = Memo::new(move |_| session.is(&[Role::Admin]));
    let is_lead = Memo::new(move |_| session.is(&[Role::Lead, Role::Admin]));
    view! {
        <nav class="nav" aria-label=t.shell_main()>
            <ul>
                <Entry href="/" label=t.shell_home() glyph=Glyph::Home place="in-bar" />
                <Entry href="/questions" label=t.shell_questions() glyph=Glyph::Questions place="in-bar" />
                <Entry href="/ask" label=t.shell_ask() glyph=Glyph::Pen place="in-bar bar-only" />
                <Entry href="/needs" label=t.needs_nav() glyph=Glyph::Sprout place="" />
                <Entry href="/communities" label=t.communities_title() glyph=Glyph::Circles place="" />
                <Entry href="/topics" label=t.shell_topics() glyph=Glyph::Tag place="" />
                <Entry href="/people" label=t.shell_people() glyph=Glyph::People place="in-bar" />
                <Entry href="/settings" label=t.shell_settings() glyph=Glyph::Sliders place="nav-break" />
                {move || {
                    is_lead
                        .get()
                        .then(|| view! { <Entry href="/moderation" label=t.moderation_title() glyph=Glyph::Flag place="" /> })
                }}
                {move || {
                    is_admin
                        .get()
                        .then(|| view! { <Entry href="/admin" label=t.shell_admin() glyph=Glyph::Shield place="" /> })
                }}
                <li class="in-bar bar-only">
                    <More is_admin is_lead />
                </li>
            </ul>
        </nav>
    }
}

#[component]
fn Entry(
    href: &'static str,
    label: &'static str,
    glyph: Glyph,
    place: &'static str,
) -> impl IntoView {
    let path = use_location().pathname;
    let current = move || place::is_within(&path.get(), href).then_some("page");
    view! {
        <li class=place>
            <a href=href aria-current=current>
                <Icon glyph />
                <span>{label}</span>
            </a>
        </li>
    }
}

/// What does not fit into the bottom bar.
#[component]
fn More(is_admin: Memo<bool>, is_lead: Memo<bool>) -> impl IntoView {
    let t = use_lang();
    view! {
        <Menu
            id="more"
            label=t.shell_more()
            look="nav-more"
            trigger=Box::new(move || view! { <Icon glyph=Glyph::Menu /> <span>{t.shell_more()}</span> }.into_any())
        >
            <MenuLink glyph=Glyph::Sprout href="/needs">{t.needs_nav()}</MenuLink>
            <MenuLink glyph=Glyph::Circles href="/communities">{t.communities_title()}</MenuLink>
            <MenuLink glyph=Glyph::Tag href="/topics">{t.shell_topics()}</MenuLink>
            <MenuLink glyph=Glyph::Sliders href="/settings">{t.shell_settings()}</MenuLink>
            {move || {
                is_lead
                    .get()
                    .then(|| view! { <MenuLink glyph=Glyph::Flag href="/moderation">{t.moderation_title()}</MenuLink> })
            }}
            {move || {
                is_admin.get().then(|| view! { <MenuLink glyph=Glyph::Shield href="/admin">{t.shell_admin()}</MenuLink> })
            }}
        </Menu>
    }
}
