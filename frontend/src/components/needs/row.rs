//! A need in a list: how far it has come in the margin, the wish with its why, topics, who, what is offered or meets it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{JoinNeed, NeedOffer, NeedResponse, NeedSummary};

use super::state::{NeedMark, WantedBy};
use crate::components::questions::AuthorName;
use crate::components::ui::{Glyph, Icon};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;
use crate::view_model::needs::{bare, forms, link_word};
use crate::view_model::people::count;

/// One row.
#[component]
pub fn NeedRow(need: NeedSummary) -> impl IntoView {
    let t = use_lang();
    let lang = (need.language != t.tag()).then(|| need.language.clone());
    let link = link_word(&need.language, &need.why);
    let wish = bare(&need.wish).to_owned();
    let phrase = forms(t, &need.forms);
    let phrase = (!phrase.is_empty()).then(|| format!(". {phrase}"));
    let topics = need.topics.clone().into_iter().map(|topic| {
        view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> }
    });
    let topics = topics.collect_view();
    let wanted = need.wanted_by.map(|at| at.to_rfc3339());
    let href = format!("/needs/{}", need.id);
    let why = need.why.clone();
    let met = need
        .response
        .clone()
        .map(|response| view! { <MetBy response state=need.state /> });
    let offered = need.offer.clone().map(|offer| view! { <Offered offer /> });
    view! {
        <article class="need hang">
            <div class="margin">
                <NeedMark state=need.state />
                {wanted.map(|at| view! { <small><WantedBy at /></small> })}
            </div>
            <div>
                <h3 class="wish" lang=lang>
                    <A href=href.clone()>{wish} {link} <em>{why}</em></A>
                </h3>
                <div class="meta">
                    {topics} <span><AuthorName by=need.by.clone() /> {phrase}</span>
                </div>
                {met}
                {offered}
                <Actions need href />
            </div>
        </article>
    }
}

/// What meets it, or may.
#[component]
fn MetBy(response: NeedResponse, state: tacit_contract::needs::NeedState) -> impl IntoView {
    use tacit_contract::needs::NeedState;
    let t = use_lang();
    let words = match state {
        NeedState::Met | NeedState::AlreadyExists => t.needs_met_with(),
        _ => t.needs_linked(),
    };
    view! { <p class="offer">{words} " " <ResponseLink response /></p> }
}

/// Where a response leads.
#[component]
pub fn ResponseLink(response: NeedResponse) -> impl IntoView {
    let href = response.url.unwrap_or_default();
    match response.question {
        Some(question) => {
            view! { <A href=format!("/questions/{}", question.id) attr:lang=question.language>{question.title}</A> }.into_any()
        }
        None => {
            view! {
                <a href=href target="_blank" rel="noopener noreferrer external">
                    {response.title.unwrap_or_default()} " " <Icon glyph=Glyph::External />
                </a>
            }
            .into_any()
        }
    }
}

#[component]
fn Offered(offer: NeedOffer) -> impl IntoView {
    let t = use_lang();
    let words = if offer.word.is_empty() {
        t.needs_offers_help().to_owned()
    } else {
        t.needs_offers(&offer.word)
    };
    view! { <p class="offer"><strong>{offer.member.display_name}</strong> " " {words}</p> }
}

/// Joining at once, and the way to offering.
#[component]
fn Actions(need: NeedSummary, href: String) -> impl IntoView {
    let t = use_lang();
    let may_join = need.may_join || need.joined;
    let help = need
        .may_help
        .then(|| view! { <A href=format!("{href}#help") attr:class="link-button"><Icon glyph=Glyph::Helpful />{t.needs_can_help()}</A> });
    let join = if may_join {
        view! { <JoinButton id=need.id joined=need.joined supporters=need.supporters on_done=Callback::new(|_| ()) /> }
            .into_any()
    } else {
        let words = t.needs_wanted_by(count(need.supporters.into()));
        view! { <small>{words}</small> }.into_any()
    };
    view! { <div class="actions">{join} {help}</div> }
}

/// Me too: it shows at once what was pressed; what the server says counts.
#[component]
pub fn JoinButton(
    id: uuid::Uuid,
    joined: bool,
    supporters: i32,
    /// Joined or left.
    #[prop(into)]
    on_done: Callback<bool>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let pressed = RwSignal::new(joined);
    let press = move |_| {
        let (api, was) = (api.clone(), pressed.get_untracked());
        pressed.set(!was);
        sending.send_or(
            async move {
                if was {
                    api.leave_need(id).await
                } else {
                    api.join_need(id, &JoinNeed::default()).await
                }
            },
            move |()| {
                toasts.say(if was {
                    t.need_left_done()
                } else {
                    t.need_joined_done()
                });
                on_done.run(!was);
            },
            move |error| {
                pressed.set(was);
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    };
    let shown = move || match (joined, pressed.get()) {
        (true, false) => supporters.saturating_sub(1),
        (false, true) => supporters.saturating_add(1),
        _ => supporters,
    };
    view! {
        <button class="helpful" type="button" aria-pressed=move || pressed.get().to_string() on:click=press>
            {move || {
                let (glyph, words) = if pressed.get() {
                    (Glyph::Check, t.needs_you_too())
                } else {
                    (Glyph::Plus, t.needs_me_too())
                };
                view! { <Icon glyph /> {words} }
            }}
            " "
            {move || {
                let number = count(shown().into());
                view! {
                    <small aria-hidden="true">{t.number(number)}</small>
                    <span class="visually-hidden">", " {t.needs_wanted_by(number)}</span>
                }
            }}
        </button>
    }
}
