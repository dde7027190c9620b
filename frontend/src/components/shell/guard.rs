//! Whether a page may be shown: not before it is known who is there, and only to who is signed in.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_location;

use crate::components::ui::{Blank, Button, Glyph, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::lang::use_lang_state;
use crate::state::session::{Who, use_session};
use crate::state::zone::Zone;
use crate::view_model::next_address;

/// Shows its children to members; sends others to sign in, and back here afterwards.
#[component]
pub fn Guard(children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let location = use_location();
    // Only a change of who is there draws anew, not every edit of one's profile.
    let standing = Memo::new(move |_| Standing::of(&session.who()));
    move || match standing.get() {
        Standing::Unknown => view! { <Opening /> }.into_any(),
        Standing::Unreachable => view! { <Unreachable /> }.into_any(),
        Standing::Nobody => {
            let here = format!(
                "{}{}",
                location.pathname.get_untracked(),
                query(&location.search.get_untracked())
            );
            view! { <Redirect path=next_address::sign_in(&here) /> }.into_any()
        }
        Standing::Member(zone) => {
            provide_context(Zone(Some(zone)));
            children()
        }
    }
}

/// What the guard asks about a session.
#[derive(Clone, PartialEq)]
enum Standing {
    Unknown,
    Unreachable,
    Nobody,
    Member(String),
}

impl Standing {
    fn of(who: &Who) -> Self {
        match who {
            Who::Unknown => Self::Unknown,
            Who::Unreachable => Self::Unreachable,
            Who::Nobody => Self::Nobody,
            Who::Member(me) => Self::Member(me.time_zone.clone()),
        }
    }
}

fn query(search: &str) -> String {
    if search.is_empty() {
        String::new()
    } else {
        format!("?{}", search.trim_start_matches('?'))
    }
}

#[component]
fn Opening() -> impl IntoView {
    let t = use_lang();
    view! {
        <main class="leaf opening" aria-label=t.shell_opening()>
            <div class="column"><TextSkeleton /></div>
        </main>
    }
}

#[component]
fn Unreachable() -> impl IntoView {
    let t = use_lang();
    let (api, session, lang) = (use_api(), use_session(), use_lang_state());
    let retry = Callback::new(move |()| session.resume(api.clone(), lang));
    view! {
        <main class="leaf">
            <div class="column">
                <Blank glyph=Glyph::Offline title=t.ui_offline_title() text=t.ui_offline_more()>
                    <Button on_press=retry>{t.ui_retry()}</Button>
                </Blank>
            </div>
        </main>
    }
}
