//! What meets a need.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::NeedResponse;

use super::Need;
use super::act::Doing;
use super::link::LinkForm;
use crate::components::needs::ResponseLink;
use crate::components::ui::{Glyph, IconButton, LinkButton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The section.
#[component]
pub fn Responses(need: Need) -> impl IntoView {
    let t = use_lang();
    let adding = RwSignal::new(false);
    let responses = Memo::new(move |_| need.detail.with(|own| own.responses.clone()));
    let list = move || {
        let responses = responses.get();
        if responses.is_empty() {
            return view! { <p class="nothing">{t.need_meets_none()}</p> }.into_any();
        }
        let rows = responses
            .into_iter()
            .map(|response| view! { <Row need response /> })
            .collect_view();
        view! { <ul class="need-list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="meets">
            <div class="section-head"><h2 id="meets">{t.need_meets()}</h2></div>
            {list}
            {move || {
                need.may(|own| own.may_respond)
                    .then(|| {
                        view! {
                            <p class="after-list">
                                <LinkButton
                                    glyph=Glyph::Link
                                    expanded=Signal::from(adding)
                                    on_press=Callback::new(move |()| adding.update(|open| *open = !*open))
                                >
                                    {t.need_meets_add()}
                                </LinkButton>
                            </p>
                        }
                    })
            }}
            {move || adding.get().then(|| view! { <LinkForm need open=adding /> })}
        </section>
    }
}

#[component]
fn Row(need: Need, response: NeedResponse) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::without_form(need);
    let id = response.id;
    let named = response
        .question
        .as_ref()
        .map(|question| question.title.clone());
    let named = named.or_else(|| response.title.clone()).unwrap_or_default();
    let label = StoredValue::new(t.need_remove(&named));
    let remove = Callback::new(move |()| {
        let api = api.clone();
        let call = async move { api.remove_response(need.id, id).await };
        doing.run(call, t.drafts_discard(), None);
    });
    let by = response.by.clone();
    let word = response.word.clone();
    view! {
        <li>
            <div>
                <p class="what"><ResponseLink response=response.clone() /></p>
                {(!word.is_empty()).then(|| view! { <p>{word}</p> })}
                <small>
                    {by.map(|by| view! { <A href=format!("/people/{}", by.handle)>{by.display_name}</A> ", " })}
                    <Time at=response.at.to_rfc3339() />
                </small>
            </div>
            {move || {
                need.may(|own| own.may_remove.contains(&id))
                    .then(|| view! { <IconButton glyph=Glyph::Close label=label.get_value() on_press=remove /> })
            }}
        </li>
    }
}
