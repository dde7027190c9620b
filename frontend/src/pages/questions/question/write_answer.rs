//! The form for an answer. Its text outlives every fetch of the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::questions::CreateAnswer;
use web_sys::{HtmlTextAreaElement, SubmitEvent};

use super::Thread;
use crate::components::ui::{Button, DraftLine, FormProblem, Kind, Writing};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::quote::appended;

/// Your answer.
#[component]
pub fn WriteAnswer(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let draft = RwSignal::new(String::new());
    let may = Memo::new(move |_| thread.viewer.get().map(|viewer| viewer.may_answer));
    Effect::new(move |_| {
        if let Some(quote) = thread.quoted.get() {
            thread.quoted.set(None);
            draft.update(|text| *text = appended(text, &quote));
            request_animation_frame(focus_answer);
        }
    });
    move || {
        may.get().map(|may| {
            view! {
                <section class="section" id="yours" aria-labelledby="your-answer">
                    <div class="section-head"><h2 id="your-answer">{t.question_your_answer()}</h2></div>
                    {if may {
                        view! { <AnswerForm thread draft /> }.into_any()
                    } else {
                        view! { <p class="meta">{t.question_may_not_answer()}</p> }.into_any()
                    }}
                </section>
            }
        })
    }
}

/// To the end of what is written.
fn focus_answer() {
    let field = document().get_element_by_id("answer");
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        drop(field.focus());
        let end = field.text_length();
        drop(field.set_selection_range(end, end));
        field.scroll_into_view();
    }
}

#[component]
fn AnswerForm(thread: Thread, draft: RwSignal<String>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let place = format!("answer-{}", thread.id);
    let look = thread.has_draft(&place);
    let keeper = DraftKeeper::follow(
        place,
        Signal::derive(move || SaveDraft {
            body: draft.get(),
            ..SaveDraft::default()
        }),
        Callback::new(move |kept: SaveDraft| draft.set(kept.body)),
        look,
    );
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let answer = CreateAnswer {
            body: draft.get_untracked(),
            language: None,
        };
        sending.send(
            async move { api.post_answer(thread.id, &answer).await },
            move |_| {
                keeper.posted();
                draft.set(String::new());
                toasts.say(t.question_answer_done());
                thread.reload.run(());
            },
        );
    };
    view! {
        <form novalidate on:submit=submit>
            <Writing
                id="answer"
                label=t.question_your_answer()
                quiet=true
                value=draft
                placeholder=t.question_your_answer_hint()
                error=sending.field(t, "/body")
            />
            {move || thread.asked_nameless().then(|| view! { <small>{t.nameless_here()}</small> })}
            <DraftLine keeper />
            <FormProblem error=sending.error() />
            <div class="actions end">
                <Button kind=Kind::Primary busy=sending.busy()>{t.question_post_answer()}</Button>
            </div>
        </form>
    }
}
