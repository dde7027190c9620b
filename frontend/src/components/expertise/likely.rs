//! The people likely to know, beside a question: quiet while there is nobody.

use leptos::prelude::*;
use tacit_contract::expertise::SuggestedExpert;
use tacit_contract::identity::MemberRef;

use super::expert::Expert;
use crate::components::ui::LinkButton;
use crate::i18n::use_lang;
use crate::view_model::expertise::reason;

/// A block of an aside.
#[component]
pub fn Likely(
    title: &'static str,
    #[prop(into)] people: Signal<Vec<SuggestedExpert>>,
    /// Whom to ask first, where one can choose.
    #[prop(optional)]
    first: Option<RwSignal<Option<String>>>,
) -> impl IntoView {
    let t = use_lang();
    move || {
        let people = people.get();
        (!people.is_empty()).then(|| {
            let rows = people.into_iter().map(|one| {
                let reason = reason(t, &one.reasons);
                let choose =
                    first.map(|first| view! { <AskFirst member=one.member.clone() first /> });
                view! { <Expert member=one.member reason availability=one.availability /> {choose} }
            });
            view! {
                <section class="aside-block">
                    <h2>{title}</h2>
                    <div class="people-list">{rows.collect_view()}</div>
                </section>
            }
        })
    }
}

/// Chooses somebody to be asked first, or nobody again.
#[component]
fn AskFirst(member: MemberRef, first: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    let handle = StoredValue::new(member.handle);
    let is_first = Signal::derive(move || {
        first.with(|first| handle.with_value(|handle| first.as_ref() == Some(handle)))
    });
    let press = Callback::new(move |()| {
        let next = (!is_first.get_untracked()).then(|| handle.get_value());
        first.set(next);
    });
    view! {
        <div class="ask-first">
            <LinkButton on_press=press pressed=is_first>
                {t.routing_first_instead()}
                <span class="visually-hidden">": " {member.display_name}</span>
            </LinkButton>
        </div>
    }
}
