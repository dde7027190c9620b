//! To whom the question was brought: the steps for its asker, the request for whom it was brought to.

use leptos::prelude::*;
use tacit_contract::questions::QuestionState;
use tacit_contract::routing::{MyRequest, QuestionRouting, RoutingStep};

use super::Thread;
use super::pass::PassForm;
use crate::components::ui::{Banner, Glyph, LinkButton, Time};
use crate::i18n::{absolute, use_lang};
use crate::state::api::use_api;
use crate::state::zone::use_zone;
use crate::view_model::routing::{my_request, step};

/// What concerns the viewer; nothing while there is nothing to say.
#[component]
pub fn Routing(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let state = Memo::new(move |_| thread.question.with(|question| question.state));
    let found = LocalResource::new(move || {
        let api = api.clone();
        // Who answered or closed it meanwhile ended it.
        let _ = state.get();
        // Without it the page is still whole.
        async move { api.get_question_routing(thread.id).await.ok() }
    });
    let last = RwSignal::new(None::<QuestionRouting>);
    Effect::new(move |_| {
        if let Some(found) = found.get().flatten() {
            last.set(Some(found));
        }
    });
    let mine = Memo::new(move |_| last.with(|last| last.as_ref().and_then(|one| one.mine.clone())));
    let is_asker = Memo::new(move |_| {
        thread.viewer.with(|viewer| {
            viewer.as_ref().is_some_and(|viewer| {
                let own = viewer.posts.iter().find(|post| post.id == thread.id);
                own.is_some_and(|post| post.mine)
            })
        })
    });
    let done = Callback::new(move |routing| last.set(Some(routing)));
    view! {
        {move || mine.get().map(|mine| view! { <Request thread mine done /> })}
        {move || {
            let routing = last.get()?;
            if is_asker.get() {
                return Some(view! { <Steps routing state=state.get() /> }.into_any());
            }
            let waits = state.get() == QuestionState::Open && routing.asked > 0;
            (waits && routing.mine.is_none()).then(|| {
                let count = t.routing_count(u64::from(routing.asked));
                view! { <p class="meta">{count}</p> }.into_any()
            })
        }}
    }
}

/// The steps, oldest first, and what comes next.
#[component]
fn Steps(routing: QuestionRouting, state: QuestionState) -> impl IntoView {
    let t = use_lang();
    let open = state == QuestionState::Open;
    if routing.steps.is_empty() && !open {
        return None;
    }
    let zone = use_zone();
    let next = routing.next_at.map(|at| {
        let at = at.to_rfc3339();
        let words = absolute(t, zone.as_deref(), &at);
        view! { <li class="next">{t.routing_next()} ": " <time datetime=at>{words}</time></li> }
    });
    let end = (open && next.is_none() && !routing.steps.is_empty())
        .then(|| view! { <li class="next">{t.routing_end()}</li> });
    let reached = routing.steps.iter().any(|step| {
        matches!(step, RoutingStep::Asked { people, .. } if people.iter().any(|one| Some(one.id) == routing.wished.as_ref().map(|wished| wished.id)))
    });
    let missed = routing
        .wished
        .filter(|_| !reached && !routing.steps.is_empty())
        .map(|wished| view! { <li>{t.routing_wished_not(&wished.display_name)}</li> });
    let nobody =
        (routing.steps.is_empty() && open).then(|| view! { <li>{t.routing_nobody_yet()}</li> });
    let steps = routing.steps.into_iter().map(|one| view! { <Step one /> });
    Some(view! {
        <section class="section routing" aria-labelledby="routing">
            <h2 id="routing">{t.routing_title()}</h2>
            <ol>{nobody} {missed} {steps.collect_view()} {next} {end}</ol>
        </section>
    })
}

#[component]
fn Step(one: RoutingStep) -> impl IntoView {
    let t = use_lang();
    let words = step(t, &one);
    let (at, said) = match one {
        RoutingStep::Asked { at, .. } => (at, String::new()),
        RoutingStep::Passed { at, word, .. } => (at, word),
    };
    let said = (!said.is_empty()).then(|| view! { <q class="reason">{said}</q> });
    view! { <li>{words} ", " <Time at=at.to_rfc3339() /> {said}</li> }
}

/// The request to the viewer: why, and passing.
#[component]
fn Request(thread: Thread, mine: MyRequest, done: Callback<QuestionRouting>) -> impl IntoView {
    let t = use_lang();
    let passing = RwSignal::new(false);
    let asker = thread.question.with_untracked(|question| {
        let author = question.by.author.as_ref();
        author.map(|author| author.display_name.clone())
    });
    if mine.passed_at.is_some() {
        return Some(view! { <p class="meta">{t.routing_you_passed()}</p> }.into_any());
    }
    if !mine.may_pass {
        return None;
    }
    let title = my_request(t, &mine, asker.as_deref());
    let word = (!mine.word.is_empty()).then(|| view! { <q class="reason">{mine.word.clone()}</q> });
    let open = Callback::new(move |()| passing.update(|passing| *passing = !*passing));
    Some(view! {
        <div class="request">
            <Banner glyph=Glyph::Person title>
                {word}
                <span>{t.routing_you_more()}</span>
                <span class="actions">
                    <a class="link-button" href="#yours">{t.routing_answer()}</a>
                    <LinkButton on_press=open expanded=Signal::from(passing)>{t.routing_pass()}</LinkButton>
                </span>
            </Banner>
            {move || passing.get().then(|| view! { <PassForm thread done /> })}
        </div>
    }
    .into_any())
}
