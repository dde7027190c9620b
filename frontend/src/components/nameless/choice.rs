//! The choice to keep one's name back, and who could learn it all the same, said before anything is sent.

use leptos::prelude::*;
use tacit_contract::nameless::NamelessRule;
use uuid::Uuid;

use crate::components::ui::{Banner, Check, Glyph, Tone};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// Not there where names are not kept back; what was chosen before stays until it is taken back, and is refused.
#[component]
pub fn NamelessChoice(
    /// What one does without the name.
    #[prop(into)]
    label: String,
    /// The community one writes in; everyone without.
    #[prop(into)]
    community: Signal<Option<Uuid>>,
    chosen: RwSignal<bool>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let rule = LocalResource::new(move || {
        let (api, community) = (api.clone(), community.get());
        async move { api.get_nameless_rule(community).await.ok() }
    });
    let rule = Memo::new(move |_| rule.get().flatten());
    let offered =
        move || chosen.get() || rule.with(|rule| rule.as_ref().is_some_and(|rule| rule.allowed));
    view! {
        <Show when=offered>
            <div class="field">
                <Check
                    label=label.clone()
                    hint=t.nameless_hint()
                    checked=chosen
                    on_change=Callback::new(move |on| chosen.set(on))
                />
                {move || chosen.get().then(|| view! { <WhoCouldLearn rule=rule.get() /> })}
            </div>
        </Show>
        {move || error.get().map(|error| view! { <Banner tone=Tone::Urgent title=error /> })}
    }
}

#[component]
fn WhoCouldLearn(rule: Option<NamelessRule>) -> impl IntoView {
    let t = use_lang();
    let few = rule.is_some_and(|rule| rule.few);
    view! {
        {few.then(|| view! { <Banner tone=Tone::Urgent title=t.nameless_few() /> })}
        <Banner tone=Tone::Note glyph=Glyph::Person title=t.nameless_who()>
            <ul>
                <li>{t.nameless_nobody()}</li>
                <li>{t.nameless_database()}</li>
                <li>{t.nameless_text()}</li>
            </ul>
        </Banner>
    }
}
