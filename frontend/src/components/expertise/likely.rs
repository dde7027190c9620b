//! The people likely to know, beside a question: quiet while there is nobody.

use leptos::prelude::*;
use tacit_contract::expertise::SuggestedExpert;
use tacit_contract::identity::MemberRef;

use super::expert::Expert;
use crate::i18n::use_lang;
use crate::view_model::expertise::reason;

/// A block of an aside.
#[component]
pub fn Likely(
    title: &'static str,
    #[prop(into)] people: Signal<Vec<SuggestedExpert>>,
    /// What one can do with each, where one can do something.
    #[prop(optional)]
    act: Option<Callback<MemberRef, AnyView>>,
) -> impl IntoView {
    let t = use_lang();
    move || {
        let people = people.get();
        (!people.is_empty()).then(|| {
            let rows = people.into_iter().map(|one| {
                let reason = reason(t, &one.reasons);
                let act = act.map(|act| act.run(one.member.clone()));
                view! { <Expert member=one.member reason availability=one.availability /> {act} }
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
