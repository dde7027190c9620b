//! People, times and numbers.

use leptos::prelude::*;

use super::Specimen;
use crate::components::ui::{Avatar, HiddenMember, Member, Size, Time};
use crate::i18n::use_lang;

/// Minutes back from now: now, minutes, hours, a day, a week and more, years.
const BACK: [f64; 6] = [0.0, 35.0, 300.0, 1_500.0, 20_000.0, 900_000.0];

#[component]
pub fn People() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="people" title=t.design_people()>
            <div class="people-list">
                <Member handle="ingrid" name="Ingrid Solbakk">"Field service lead, Umeå"</Member>
                <Member handle="jonas" name="Jonas Fågelkvist" size=Size::Small />
                <HiddenMember name=None>{t.ui_anonymous()}</HiddenMember>
                <HiddenMember mine=true name=None />
                <HiddenMember name="user1234".to_owned()>"beer.stackexchange.com"</HiddenMember>
            </div>
            <div class="actions">
                <Avatar name="Noor Hallström".to_owned() size=Size::Large />
                <Avatar name="Noor Hallström".to_owned() />
                <Avatar name="Noor Hallström".to_owned() size=Size::Small />
                <Avatar name=None />
            </div>
        </Specimen>
    }
}

#[component]
pub fn Times() -> impl IntoView {
    let t = use_lang();
    let now = js_sys::Date::now();
    let times = BACK.map(|minutes| {
        let then = js_sys::Date::new(&(now - minutes * 60_000.0).into());
        view! { <li><Time at=String::from(then.to_iso_string()) /></li> }
    });
    view! {
        <Specimen id="times" title=t.design_times()>
            <ul class="stacked-tight">{times.collect_view()}</ul>
            <p class="meta">{t.questions_answers(12_345)}</p>
        </Specimen>
    }
}
