//! Who wants it too, each with their own why.

use leptos::prelude::*;
use tacit_contract::needs::NeedSupporter;

use super::Need;
use crate::components::ui::{Member, Size};
use crate::i18n::use_lang;

/// The section.
#[component]
pub fn Wanting(need: Need) -> impl IntoView {
    let t = use_lang();
    let joined = Memo::new(move |_| need.detail.with(|own| own.joined.clone()));
    let list = move || {
        let joined = joined.get();
        if joined.is_empty() {
            return view! { <p class="nothing">{t.need_wanting_none()}</p> }.into_any();
        }
        let rows = joined
            .into_iter()
            .map(|one| view! { <Row one /> })
            .collect_view();
        view! { <ul class="need-list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="wanting">
            <div class="section-head"><h2 id="wanting">{t.need_wanting()}</h2></div>
            {list}
        </section>
    }
}

#[component]
fn Row(one: NeedSupporter) -> impl IntoView {
    view! {
        <li><Member handle=one.member.handle name=one.member.display_name size=Size::Small>{one.why}</Member></li>
    }
}
