//! Whether what met a need helped: the numbers and words of those who wanted it, and one's own word.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{ConfirmNeed, Helped, NeedResult, NeedVoice};

use super::Need;
use super::act::Doing;
use crate::components::ui::{Button, FormProblem, LinkButton, SegmentedChoice, TextField, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::moderation::given;
use web_sys::SubmitEvent;

/// The section, once the need is met.
#[component]
pub fn DidItHelp(need: Need) -> impl IntoView {
    let t = use_lang();
    let result = Memo::new(move |_| need.detail.with(|own| own.result.clone()));
    move || {
        result.get().map(|result| {
            view! {
                <section class="section" aria-labelledby="helped">
                    <div class="section-head"><h2 id="helped">{t.need_helped()}</h2></div>
                    <Said result />
                    {move || need.may(|own| own.may_confirm).then(|| view! { <MyWord need /> })}
                </section>
            }
        })
    }
}

#[component]
fn Said(result: NeedResult) -> impl IntoView {
    let t = use_lang();
    if result.yes == 0 && result.partly == 0 && result.no == 0 {
        return view! { <p class="nothing">{t.need_helped_nobody()}</p> }.into_any();
    }
    let number = |count: u32| t.number(count.into());
    let words = t.need_helped_count(
        &number(result.yes),
        &number(result.partly),
        &number(result.no),
    );
    let voices = result
        .voices
        .into_iter()
        .map(|voice| view! { <Voice voice /> })
        .collect_view();
    view! {
        <p>{words}</p>
        <ul class="need-list">{voices}</ul>
    }
    .into_any()
}

#[component]
fn Voice(voice: NeedVoice) -> impl IntoView {
    let t = use_lang();
    view! {
        <li>
            <div>
                <p>{voice.word}</p>
                <small>
                    <A href=format!("/people/{}", voice.member.handle)>{voice.member.display_name}</A>
                    ", " {t.helped(voice.helped)} ", " <Time at=voice.at.to_rfc3339() />
                </small>
            </div>
        </li>
    }
}

#[component]
fn MyWord(need: Need) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let before = need
        .viewer
        .with_untracked(|viewer| viewer.as_ref().and_then(|viewer| viewer.confirmed.clone()));
    let helped = RwSignal::new(before.as_ref().map_or(Helped::Yes, |said| said.helped));
    let has_said = before.is_some();
    let word = RwSignal::new(before.map(|said| said.word).unwrap_or_default());
    let choices = Helped::ALL
        .iter()
        .map(|one| (*one, t.helped(*one).to_owned()));
    let choices = choices.collect::<Vec<_>>();
    let back = {
        let api = api.clone();
        Callback::new(move |()| {
            let api = api.clone();
            let call = async move { api.withdraw_confirmation(need.id).await };
            doing.run(call, t.expertise_endorse_back(), None);
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let said = ConfirmNeed {
            helped: helped.get_untracked(),
            word: given(&word.get_untracked()),
        };
        let call = async move { api.confirm_need(need.id, &said).await };
        doing.run(call, t.need_helped_done(), None);
    };
    view! {
        <form class="small-form" novalidate on:submit=submit>
            <SegmentedChoice
                name="helped"
                label=t.need_helped()
                choices
                value=helped
                on_choose=Callback::new(move |chosen| helped.set(chosen))
            />
            <TextField
                id="helped-word"
                label=t.need_helped_word()
                hint=t.need_helped_word_hint()
                maxlength=500
                value=word
                optional=true
                error=doing.sending.field(t, "/word")
            />
            <FormProblem error=doing.sending.error() />
            <div class="actions">
                <Button busy=doing.sending.busy()>{t.need_helped_act()}</Button>
                {has_said.then(|| view! { <LinkButton on_press=back>{t.need_helped_back()}</LinkButton> })}
            </div>
        </form>
    }
}
