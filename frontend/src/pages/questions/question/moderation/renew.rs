//! Looking at an accepted answer again: it is still right, or another answer says it now. And when that was last done.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::moderation::{RenewAnswer, RenewalFacts, RenewalOutcome};
use uuid::Uuid;

use crate::components::ui::{Banner, Confirm, Glyph, RadioList, Select, Time, Tone};
use crate::i18n::{Lang, use_lang};
use crate::pages::questions::question::Thread;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// What came of looking.
#[component]
pub fn Renew(thread: Thread, answer: Uuid, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let outcome = RwSignal::new(RenewalOutcome::StillRight);
    let others = Memo::new(move |_| others(t, thread, answer));
    let other = RwSignal::new(String::new());
    let act = Callback::new(move |()| {
        let api = api.clone();
        let outcome = outcome.get_untracked();
        let chosen = other.get_untracked().parse().ok();
        let renewal = RenewAnswer {
            outcome,
            replaced_by: chosen.filter(|_| outcome == RenewalOutcome::Replaced),
        };
        sending.send(
            async move { api.renew_answer(answer, &renewal).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_renewed());
                thread.reload.run(());
            },
        );
    });
    let lacks = Signal::derive(move || {
        outcome.get() == RenewalOutcome::Replaced && other.with(String::is_empty)
    });
    view! {
        <Confirm
            id=format!("renew-{answer}")
            title=t.moderation_renew_title()
            open
            act=t.ui_save()
            disabled=lacks
            sending
            on_confirm=act
        >
            <RadioList
                name=format!("renewal-{answer}")
                label=t.moderation_renew_what()
                choices=choices(t, others.with(|others| others.len() > 1))
                value=outcome
                on_choose=Callback::new(move |chosen| outcome.set(chosen))
            />
            {move || {
                (outcome.get() == RenewalOutcome::Replaced)
                    .then(|| {
                        view! {
                            <Select
                                id=format!("replaced-by-{answer}")
                                label=t.moderation_replaced_by()
                                choices=others.get()
                                value=other
                                on_choose=Callback::new(move |id| other.set(id))
                                error=sending.field(t, "/replaced_by")
                            />
                        }
                    })
            }}
        </Confirm>
    }
}

/// Without another answer, nothing replaces this one.
fn choices(t: Lang, replaceable: bool) -> Vec<(RenewalOutcome, String, String)> {
    let still = (
        RenewalOutcome::StillRight,
        t.moderation_still_right().to_owned(),
        t.moderation_still_right_more().to_owned(),
    );
    let replaced = (
        RenewalOutcome::Replaced,
        t.moderation_replaced().to_owned(),
        t.moderation_replaced_more().to_owned(),
    );
    if replaceable {
        vec![still, replaced]
    } else {
        vec![still]
    }
}

/// The other answers on the page, after an empty line to choose from.
fn others(t: Lang, thread: Thread, answer: Uuid) -> Vec<(String, String)> {
    let first = (String::new(), t.moderation_choose_answer().to_owned());
    thread.question.with(|question| {
        let others = question.answers.iter().filter(|other| other.id != answer);
        let named = others.map(|other| {
            let by = other.by.author.as_ref();
            let by = by.map_or(t.ui_unknown_author(), |author| author.display_name.as_str());
            let words: String = other.body.chars().take(60).collect();
            (other.id.to_string(), format!("{by}: {words}"))
        });
        std::iter::once(first).chain(named).collect()
    })
}

/// When somebody last looked, below who wrote it.
#[component]
pub fn Renewed(renewal: RenewalFacts, question: Uuid) -> impl IntoView {
    let t = use_lang();
    let by = renewal.by.map(|by| {
        view! { " " {t.moderation_renewed_by()} " " <A href=format!("/people/{}", by.handle)>{by.display_name}</A> }
    });
    let at = renewal.at.to_rfc3339();
    match renewal.replaced_by {
        Some(other) => view! {
            <div class="closed-note">
                <Banner tone=Tone::Waiting glyph=Glyph::History title=t.moderation_replaced_title()>
                    <a href=format!("/questions/{question}#answer-{other}") rel="external">{t.moderation_replaced_go()}</a>
                    <small class="closing-by"><Time at /> {by}</small>
                </Banner>
            </div>
        }
        .into_any(),
        None => view! {
            <p class="meta renewed">
                <span>{t.moderation_verified()} " " <Time at /> {by}</span>
            </p>
        }
        .into_any(),
    }
}
