//! The frame of a signed-in page: bar, navigation, leaf. The address decides what stands in the leaf.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::bar::Bar;
use super::guard::Guard;
use super::nav::Nav;
use crate::components::ui::{Banner, Glyph, Tone};
use crate::i18n::use_lang;
use crate::state::notices::Unread;
use crate::state::online::use_online;

/// Bar, navigation and the page; only for who is signed in.
#[component]
pub fn Frame() -> impl IntoView {
    view! {
        <Guard>
            <Framed />
        </Guard>
    }
}

/// What stands only where somebody is signed in.
#[component]
fn Framed() -> impl IntoView {
    let t = use_lang();
    Unread::provide();
    view! {
            <a class="skip" href="#main" rel="external">{t.shell_skip()}</a>
            <div class="app">
                <Bar />
                <Nav />
                <main class="leaf" id="main" tabindex="-1">
                    <OfflineBanner />
                    <Outlet />
                </main>
            </div>
    }
}

#[component]
fn OfflineBanner() -> impl IntoView {
    let t = use_lang();
    let online = use_online();
    move || {
        (!online.get()).then(|| {
            view! {
                <div class="wide offline">
                    <Banner tone=Tone::Waiting glyph=Glyph::Offline title=t.shell_offline()>{t.shell_offline_more()}</Banner>
                </div>
            }
        })
    }
}
