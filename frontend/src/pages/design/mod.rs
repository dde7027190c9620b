//! `/design`: every component in every state, in both languages and themes. The reference for who builds screens.

use leptos::prelude::*;

use crate::components::ui::PageHead;
use crate::components::ui::SegmentedChoice;
use crate::i18n::{Lang, use_lang};
use crate::state::lang::use_lang_state;
use crate::state::theme::{Theme, use_theme};

mod controls;
mod forms;
mod people;
mod surfaces;
mod words;

/// The page.
#[component]
pub fn DesignPage() -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="app bare">
            <main class="leaf" id="main" tabindex="-1">
                <div class="column">
                    <PageHead title=t.design_title() lede=t.design_lede()>
                        <Switches />
                    </PageHead>
                    <words::Colours />
                    <words::Types />
                    <words::States />
                    <words::Icons />
                    <words::Rows />
                    <words::Reading />
                    <people::People />
                    <people::Times />
                    <controls::Buttons />
                    <controls::Choices />
                    <forms::Fields />
                    <forms::Tokens />
                    <surfaces::Popups />
                    <surfaces::Banners />
                    <surfaces::Blanks />
                </div>
                <aside class="aside" aria-label=t.design_contents()><Contents /></aside>
            </main>
        </div>
    }
}

#[component]
fn Switches() -> impl IntoView {
    let t = use_lang();
    let (theme, lang) = (use_theme(), use_lang_state());
    let themes = Theme::ALL.into_iter().map(|theme| {
        let words = match theme {
            Theme::System => t.design_system(),
            Theme::Light => t.design_light(),
            Theme::Dark => t.design_dark(),
        };
        (theme, words.to_owned())
    });
    let langs = Lang::ALL
        .into_iter()
        .map(|lang| (lang, lang.own_name().to_owned()));
    view! {
        <div class="pair">
            <SegmentedChoice
                name="theme"
                label=t.design_theme()
                choices=themes.collect()
                value=Signal::derive(move || theme.get())
                on_choose=Callback::new(move |chosen| theme.set(chosen))
            />
            <SegmentedChoice
                name="lang"
                label=t.design_language()
                choices=langs.collect()
                value=t
                on_choose=Callback::new(move |chosen| lang.set(chosen))
            />
        </div>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let t = use_lang();
    let entries = [
        ("colour", t.design_colour()),
        ("type", t.design_type()),
        ("states", t.design_states()),
        ("icons", t.design_icons()),
        ("rows", t.design_rows()),
        ("prose", t.design_prose()),
        ("people", t.design_people()),
        ("times", t.design_times()),
        ("buttons", t.design_buttons()),
        ("choices", t.design_choices()),
        ("fields", t.design_fields()),
        ("tokens", t.design_tokens()),
        ("popups", t.design_popups()),
        ("banners", t.design_banners()),
        ("blanks", t.design_blanks()),
    ];
    view! {
        <section class="aside-block">
            <h2>{t.design_contents()}</h2>
            <ul class="plain-list">
                {entries.map(|(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> }).collect_view()}
            </ul>
        </section>
    }
}

/// One component with its heading and a note.
#[component]
fn Specimen(
    id: &'static str,
    title: &'static str,
    #[prop(optional)] note: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-h");
    view! {
        <section class="specimen" id=id aria-labelledby=heading>
            <h2 id=heading.clone()>{title}</h2>
            {note.map(|note| view! { <p class="note">{note}</p> })}
            {children()}
        </section>
    }
}
