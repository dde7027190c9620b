//! What was done with a need, each step with its word, and the ways to go on for those who decide.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{LetGoQuery, MoveNeed, NeedState, NeedStep, StepKind, TakeOnNeed};

use super::Need;
use super::act::Doing;
use crate::components::ui::{Glyph, LinkButton, Select, Time, WordForm};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;

/// The section.
#[component]
pub fn Steps(need: Need) -> impl IntoView {
    let t = use_lang();
    let steps = Memo::new(move |_| need.detail.with(|own| own.steps.clone()));
    let list = move || {
        let steps = steps.get();
        if steps.is_empty() {
            return view! { <p class="nothing">{t.need_so_far_none()}</p> }.into_any();
        }
        let rows = steps
            .into_iter()
            .map(|step| view! { <Row step /> })
            .collect_view();
        view! { <ol class="need-list">{rows}</ol> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="so-far">
            <div class="section-head"><h2 id="so-far">{t.need_so_far()}</h2></div>
            {list}
            <Steer need />
        </section>
    }
}

fn step_words(t: Lang, step: &NeedStep) -> &'static str {
    match step.kind {
        StepKind::Moved => t.need_state(step.state),
        StepKind::TakenOn => t.need_step_taken_on(),
        StepKind::LetGo => t.need_step_let_go(),
    }
}

#[component]
fn Row(step: NeedStep) -> impl IntoView {
    let t = use_lang();
    let words = step_words(t, &step);
    view! {
        <li>
            <div>
                <p><b>{words}</b> ". " {step.word}</p>
                <small>
                    {step.by.map(|by| view! { <A href=format!("/people/{}", by.handle)>{by.display_name}</A> ", " })}
                    <Time at=step.at.to_rfc3339() />
                </small>
            </div>
        </li>
    }
}

/// Moving it, taking it on, letting it go.
#[component]
fn Steer(need: Need) -> impl IntoView {
    let t = use_lang();
    let (moving, taking, letting) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let button = move |glyph, words: &'static str, open: RwSignal<bool>| {
        let press = Callback::new(move |()| open.update(|open| *open = !*open));
        view! { <LinkButton glyph expanded=Signal::from(open) on_press=press>{words}</LinkButton> }
    };
    view! {
        <div class="actions">
            {move || need.may(|own| !own.moves.is_empty()).then(|| button(Glyph::Sliders, t.need_move(), moving))}
            {move || need.may(|own| own.may_take_on).then(|| button(Glyph::Check, t.need_take_on(), taking))}
            {move || need.may(|own| own.may_let_go).then(|| button(Glyph::Door, t.need_let_go(), letting))}
        </div>
        {move || moving.get().then(|| view! { <MoveForm need open=moving /> })}
        {move || taking.get().then(|| view! { <TakeOnForm need open=taking /> })}
        {move || letting.get().then(|| view! { <LetGoForm need open=letting /> })}
    }
}

#[component]
fn MoveForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let moves = need
        .viewer
        .with_untracked(|viewer| viewer.as_ref().map(|viewer| viewer.moves.clone()));
    let moves = moves.unwrap_or_default();
    let chosen = RwSignal::new(moves.first().copied().unwrap_or(NeedState::Open));
    let key = |state: NeedState| crate::view_model::address::any_word(&state).unwrap_or_default();
    let choices: Vec<(String, String)> = moves
        .iter()
        .map(|state| (key(*state), t.need_state(*state).to_owned()))
        .collect();
    let choose = Callback::new(move |word: String| {
        if let Some(state) = moves.iter().find(|state| key(**state) == word) {
            chosen.set(*state);
        }
    });
    let send = Callback::new(move |word: String| {
        let to = MoveNeed {
            state: chosen.get_untracked(),
            word,
        };
        let api = api.clone();
        let call = async move { api.move_need(need.id, &to).await };
        doing.run(call, t.need_move_done(), Some(open));
    });
    let lacks_link = move || {
        let met = matches!(chosen.get(), NeedState::Met | NeedState::AlreadyExists);
        met && need.detail.with(|own| own.responses.is_empty())
    };
    view! {
        <WordForm
            id="move-word"
            label=t.need_move_word()
            hint=t.need_move_word_hint()
            act=t.need_move_act()
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        >
            <Select
                id="move-to"
                label=t.need_move_to()
                choices
                value=Signal::derive(move || key(chosen.get()))
                on_choose=choose
            />
            <p class="hint" role="status">{move || lacks_link().then(|| t.need_move_needs_link())}</p>
        </WordForm>
    }
}

#[component]
fn TakeOnForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let send = Callback::new(move |word: String| {
        let (api, on) = (api.clone(), TakeOnNeed { word });
        let call = async move { api.take_on_need(need.id, &on).await };
        doing.run(call, t.need_take_on_done(), Some(open));
    });
    view! {
        <WordForm
            id="take-on-word"
            label=t.need_move_word()
            hint=t.need_move_word_hint()
            act=t.need_take_on()
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        />
    }
}

#[component]
fn LetGoForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let send = Callback::new(move |word: String| {
        let (api, query) = (api.clone(), LetGoQuery { word });
        let call = async move { api.let_go_of_need(need.id, &query).await };
        doing.run(call, t.need_let_go_done(), Some(open));
    });
    view! {
        <WordForm
            id="let-go-word"
            label=t.need_move_word()
            hint=t.need_move_word_hint()
            act=t.need_let_go()
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        />
    }
}
