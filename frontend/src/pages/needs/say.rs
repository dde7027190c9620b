//! Saying what one wants to learn.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use tacit_contract::needs::SayNeed;
use web_sys::SubmitEvent;

use super::fields::{NeedFields, Typed};
use super::know::WhoKnows;
use super::similar::SimilarNeeds;
use crate::components::ui::{Button, DraftLine, FormProblem, Glyph, Icon, Kind, PageHead};
use crate::i18n::use_lang;
use crate::pages::questions::similar::SimilarQuestions;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::pause::paused;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The page.
#[component]
pub fn SayNeedPage() -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let query = use_query_map().get_untracked();
    let typed = Typed::new(query.get("wish").unwrap_or_default(), query.get("topic"));
    let restore = Callback::new(move |kept| typed.restore(kept));
    let words = Signal::derive(move || typed.draft());
    let keeper = DraftKeeper::follow("need".to_owned(), words, restore, true);
    let (wish, why) = (
        paused(typed.wish.into(), 600),
        paused(typed.why.into(), 600),
    );
    let about = Signal::derive(move || {
        let topics = typed.topics.get().into_iter().map(|topic| topic.key);
        (wish.get(), why.get(), topics.collect())
    });
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, navigate) = (api.clone(), navigate.clone());
        let need = SayNeed {
            wish: typed.wish(),
            why: typed.why.get_untracked(),
            topics: typed.topics(),
            forms: typed.forms.get_untracked(),
            wanted_by: typed.by(),
            language: None,
            audience: None,
        };
        sending.send(async move { api.say_need(&need).await }, move |said| {
            keeper.posted();
            toasts.say(t.say_done());
            navigate(&format!("/needs/{}", said.id), NavigateOptions::default());
        });
    };
    view! {
        <div class="column">
            <PageHead title=t.say_title() hidden=true />
            <form novalidate on:submit=submit>
                <WishLine typed error=sending.field(t, "/wish") />
                <NeedFields id="say" typed sending />
                <DraftLine keeper />
                <FormProblem error=sending.error() />
                <div class="actions end">
                    <small>{t.say_for_everyone()}</small>
                    <Button kind=Kind::Primary busy=sending.busy()>{t.say_submit()}</Button>
                </div>
            </form>
        </div>
        <WhoKnows about />
    }
}

/// The line the wish is written on.
#[component]
fn WishLine(typed: Typed, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    view! {
        <div class="ask-line field">
            <label class="visually-hidden" for="say-wish">{t.say_wish()}</label>
            <textarea
                id="say-wish"
                rows="2"
                maxlength="200"
                placeholder=t.say_wish_placeholder()
                aria-describedby="say-wish-error say-similar"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:keydown=|event| {
                    // One sentence, one line: Enter would only make a gap in it.
                    if event.key() == "Enter" {
                        event.prevent_default();
                    }
                }
                bind:value=typed.wish
            ></textarea>
            {move || {
                error
                    .get()
                    .map(|text| view! { <p class="error" id="say-wish-error" role="alert"><Icon glyph=Glyph::Alert />{text}</p> })
            }}
            <SimilarNeeds wish=typed.wish.into() />
            <SimilarQuestions title=typed.wish.into() topics=typed.topics.into() />
        </div>
    }
}
