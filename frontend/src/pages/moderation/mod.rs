//! `/moderation/…`: what was flagged, and what was deleted. For leads and admins.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use tacit_contract::identity::Role;

use super::missing::Missing;
use crate::components::ui::{Blank, Glyph, PageHead, Segment, TabLinks};
use crate::i18n::{Lang, use_lang};
use crate::state::session::use_session;
use crate::view_model::section::ModerationSection;

mod decide;
mod deleted;
mod flags;
mod topics;

/// The page of the address.
#[component]
pub fn ModerationPage() -> impl IntoView {
    let params = use_params_map();
    let session = use_session();
    let section = Memo::new(move |_| {
        params.with(|params| ModerationSection::find(params.get("section").as_deref()))
    });
    let is_lead = Memo::new(move |_| session.is(&[Role::Lead, Role::Admin]));
    move || match (is_lead.get(), section.get()) {
        (false, _) => view! { <Forbidden /> }.into_any(),
        (true, Some(section)) => view! { <Section section /> }.into_any(),
        (true, None) => view! { <Missing /> }.into_any(),
    }
}

#[component]
fn Forbidden() -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="column">
            <PageHead title=t.moderation_title() hidden=true />
            <Blank glyph=Glyph::Door title=t.ui_forbidden_title() text=t.moderation_forbidden()>
                <A href="/" attr:class="button">{t.ui_home()}</A>
            </Blank>
        </div>
    }
}

#[component]
fn Section(section: ModerationSection) -> impl IntoView {
    let t = use_lang();
    let links = ModerationSection::ALL.map(|place| Segment {
        href: place.address().to_owned(),
        label: name(t, place).to_owned(),
        current: place == section,
    });
    let lede = match section {
        ModerationSection::Flags => t.moderation_flags_lede(),
        ModerationSection::Deleted => t.moderation_deleted_lede(),
        ModerationSection::Topics => t.cleanup_lede(),
    };
    view! {
        <div class="column">
            <PageHead title=name(t, section) above=t.moderation_title().into_any() lede />
            <TabLinks label=t.moderation_title() links=links.to_vec() />
            {match section {
                ModerationSection::Flags => view! { <flags::Flags /> }.into_any(),
                ModerationSection::Deleted => view! { <deleted::Deleted /> }.into_any(),
                ModerationSection::Topics => view! { <topics::Topics /> }.into_any(),
            }}
        </div>
    }
}

fn name(t: Lang, section: ModerationSection) -> &'static str {
    match section {
        ModerationSection::Flags => t.moderation_flags(),
        ModerationSection::Deleted => t.moderation_deleted_posts(),
        ModerationSection::Topics => t.shell_topics(),
    }
}
