//! Passing: who may know instead, with a word.

use leptos::prelude::*;
use tacit_contract::expertise::SuggestExperts;
use tacit_contract::identity::MemberRef;
use tacit_contract::routing::{PassQuestion, QuestionRouting};
use web_sys::SubmitEvent;

use super::Thread;
use crate::components::expertise::PersonField;
use crate::components::ui::{Button, FormProblem, TextArea, Token};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The form.
#[component]
pub fn PassForm(thread: Thread, done: Callback<QuestionRouting>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let (chosen, word) = (
        RwSignal::new(Vec::<Token>::new()),
        RwSignal::new(String::new()),
    );
    let sending = Sending::new();
    let likely = likely(thread);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let to = chosen.with_untracked(|chosen| chosen.first().cloned());
        let name = to.as_ref().map(|token| token.label.clone());
        let pass = PassQuestion {
            to: to.map(|token| token.key),
            word: word.get_untracked(),
        };
        sending.send(
            async move { api.pass_question(thread.id, &pass).await },
            move |routing| {
                match name {
                    Some(name) => toasts.say(t.routing_pass_done_to(&name)),
                    None => toasts.say(t.routing_pass_done()),
                }
                done.run(routing);
            },
        );
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <PersonField
                id="pass-to"
                label=t.routing_pass_title()
                hint=t.routing_pass_hint()
                chosen
                likely
                error=sending.field(t, "/to")
            />
            <TextArea
                id="pass-word"
                label=t.routing_pass_word()
                hint=t.routing_pass_word_hint()
                rows=2
                value=word
                optional=true
                error=sending.field(t, "/word")
            />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button busy=sending.busy()>{t.routing_pass()}</Button>
            </div>
        </form>
    }
}

/// Others who are likely to know.
fn likely(thread: Thread) -> Signal<Vec<MemberRef>> {
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        let question = thread.question.with_untracked(|question| SuggestExperts {
            title: question.title.clone(),
            body: question.body.clone(),
            topics: question
                .topics
                .iter()
                .map(|topic| topic.slug.clone())
                .collect(),
            question: Some(thread.id),
            community_id: None,
            limit: Some(8),
        });
        // Without them one types a name.
        async move {
            let found = api.suggest_experts(&question).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    Signal::derive(move || {
        let people = found.get().unwrap_or_default().into_iter();
        people.map(|one| one.member).collect()
    })
}
