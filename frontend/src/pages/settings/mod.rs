//! `/settings/…`: what is mine to decide. One page per concern, side by side.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::missing::Missing;
use crate::components::ui::{PageHead, Segment, TabLinks};
use crate::i18n::{Lang, use_lang};
use crate::view_model::section::SettingsSection;

mod availability;
mod blocks;
mod language;
mod notices;
mod password;
mod profile;
mod profile_form;
mod sessions;
mod theme;
mod topics;

/// The page of the address.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let params = use_params_map();
    let section = Memo::new(move |_| {
        params.with(|params| SettingsSection::find(params.get("section").as_deref()))
    });
    move || match section.get() {
        Some(section) => view! { <Section section /> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    }
}

#[component]
fn Section(section: SettingsSection) -> impl IntoView {
    let t = use_lang();
    let links = SettingsSection::ALL.map(|place| Segment {
        href: place.address().to_owned(),
        label: name(t, place).to_owned(),
        current: place == section,
    });
    let title = name(t, section);
    let above = t.settings_title().into_any();
    view! {
        <div class="column">
            <PageHead title document=t.settings_document(title) above lede=lede(t, section) />
            <TabLinks label=t.settings_title() links=links.to_vec() />
            {match section {
                SettingsSection::Profile => view! { <profile::ProfileSettings /> }.into_any(),
                SettingsSection::Topics => view! { <topics::TopicSettings /> }.into_any(),
                SettingsSection::Availability => {
                    view! { <availability::AvailabilitySettings /> }.into_any()
                }
                SettingsSection::Password => view! { <password::PasswordSettings /> }.into_any(),
                SettingsSection::Sessions => view! { <sessions::SessionSettings /> }.into_any(),
                SettingsSection::Notices => view! { <notices::NoticesSettings /> }.into_any(),
                SettingsSection::Blocks => view! { <blocks::BlocksSettings /> }.into_any(),
                SettingsSection::Language => view! { <language::LanguageSettings /> }.into_any(),
                SettingsSection::Theme => view! { <theme::ThemeSettings /> }.into_any(),
            }}
        </div>
    }
}

fn name(t: Lang, section: SettingsSection) -> &'static str {
    match section {
        SettingsSection::Profile => t.settings_profile(),
        SettingsSection::Topics => t.settings_topics(),
        SettingsSection::Availability => t.settings_availability(),
        SettingsSection::Password => t.settings_password(),
        SettingsSection::Sessions => t.settings_sessions(),
        SettingsSection::Notices => t.settings_notices(),
        SettingsSection::Blocks => t.settings_blocks(),
        SettingsSection::Language => t.settings_language(),
        SettingsSection::Theme => t.settings_theme(),
    }
}

fn lede(t: Lang, section: SettingsSection) -> &'static str {
    match section {
        SettingsSection::Profile => t.settings_profile_lede(),
        SettingsSection::Topics => t.settings_topics_lede(),
        SettingsSection::Availability => t.settings_availability_lede(),
        SettingsSection::Password => t.settings_password_lede(),
        SettingsSection::Sessions => t.settings_sessions_lede(),
        SettingsSection::Notices => t.settings_notices_lede(),
        SettingsSection::Blocks => t.settings_blocks_lede(),
        SettingsSection::Language => t.settings_language_lede(),
        SettingsSection::Theme => t.settings_theme_lede(),
    }
}
