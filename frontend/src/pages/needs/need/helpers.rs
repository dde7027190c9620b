//! Who can help: who offers, whom others named, and the ways to do either.

use leptos::prelude::*;
use tacit_contract::needs::{NeedOffer, NeedSuggestion, OfferHelp, SuggestHelper};

use super::Need;
use super::act::Doing;
use crate::components::ui::{Banner, Glyph, LinkButton, Member, TextField, WordForm};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::moderation::given;

/// The section.
#[component]
pub fn Helpers(need: Need) -> impl IntoView {
    let t = use_lang();
    let (offering, suggesting) = (RwSignal::new(false), RwSignal::new(false));
    let shown = Memo::new(move |_| {
        need.detail
            .with(|own| (own.offers.clone(), own.suggestions.clone()))
    });
    let list = move || {
        let (offers, suggestions) = shown.get();
        if offers.is_empty() && suggestions.is_empty() {
            return view! { <p class="nothing">{t.need_helping_none()}</p> }.into_any();
        }
        let offers = offers.into_iter().map(|offer| view! { <Offer offer /> });
        let offers = offers.collect_view();
        let named = suggestions
            .into_iter()
            .map(|suggestion| view! { <Suggested need suggestion /> })
            .collect_view();
        view! { <ul class="need-list">{offers} {named}</ul> }.into_any()
    };
    let toggle = |open: RwSignal<bool>| Callback::new(move |()| open.update(|open| *open = !*open));
    view! {
        <section class="section" aria-labelledby="help">
            <div class="section-head"><h2 id="help">{t.need_helping()}</h2></div>
            <Named need offering />
            {list}
            {move || {
                need.may(|own| own.may_help || !own.moves.is_empty())
                    .then(|| {
                        view! {
                            <div class="actions">
                                {move || {
                                    need.may(|own| own.may_help && own.offering.is_none())
                                        .then(|| {
                                            view! {
                                                <LinkButton
                                                    glyph=Glyph::Helpful
                                                    expanded=Signal::from(offering)
                                                    on_press=toggle(offering)
                                                >
                                                    {t.needs_can_help()}
                                                </LinkButton>
                                            }
                                        })
                                }}
                                {move || need.may(|own| own.offering.is_some()).then(|| view! { <Withdraw need /> })}
                                <LinkButton
                                    glyph=Glyph::People
                                    expanded=Signal::from(suggesting)
                                    on_press=toggle(suggesting)
                                >
                                    {t.need_suggest()}
                                </LinkButton>
                            </div>
                        }
                    })
            }}
            {move || offering.get().then(|| view! { <OfferForm need open=offering /> })}
            {move || suggesting.get().then(|| view! { <SuggestForm need open=suggesting /> })}
        </section>
    }
}

#[component]
fn Offer(offer: NeedOffer) -> impl IntoView {
    view! { <li><Member handle=offer.member.handle name=offer.member.display_name>{offer.word}</Member></li> }
}

#[component]
fn Suggested(need: Need, suggestion: NeedSuggestion) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::without_form(need);
    let id = suggestion.member.id;
    let by = suggestion.by.map_or_else(
        || t.need_suggested().to_owned(),
        |by| t.need_suggested_by(&by.display_name),
    );
    let words = if suggestion.word.is_empty() {
        by
    } else {
        format!("{by}: {}", suggestion.word)
    };
    let label = StoredValue::new(t.need_take_back(&suggestion.member.display_name));
    let back = Callback::new(move |()| {
        let api = api.clone();
        let call = async move { api.withdraw_suggestion(need.id, id).await };
        doing.run(call, t.expertise_endorse_back(), None);
    });
    view! {
        <li>
            <Member handle=suggestion.member.handle name=suggestion.member.display_name>
                <span class="reason">{words}</span>
            </Member>
            {move || {
                need.may(|own| own.may_withdraw.contains(&id))
                    .then(|| view! { <LinkButton on_press=back>{label.get_value()}</LinkButton> })
            }}
        </li>
    }
}

/// Somebody thinks that the viewer could help.
#[component]
fn Named(need: Need, offering: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    move || {
        need.may(|own| own.suggested && own.may_help).then(|| {
            let offer = Callback::new(move |()| offering.set(true));
            view! {
                <Banner title=t.need_suggested_you()>
                    <LinkButton glyph=Glyph::Helpful on_press=offer>{t.needs_can_help()}</LinkButton>
                </Banner>
            }
        })
    }
}

#[component]
fn Withdraw(need: Need) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::without_form(need);
    let back = Callback::new(move |()| {
        let api = api.clone();
        let call = async move { api.withdraw_help(need.id).await };
        doing.run(call, t.expertise_endorse_back(), None);
    });
    view! {
        <span>{t.need_you_offer()}</span>
        <LinkButton on_press=back>{t.need_withdraw()}</LinkButton>
    }
}

#[component]
fn OfferForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let send = Callback::new(move |word: String| {
        let (api, offer) = (api.clone(), OfferHelp { word: given(&word) });
        let call = async move { api.offer_help(need.id, &offer).await };
        doing.run(call, t.need_offer_done(), Some(open));
    });
    view! {
        <WordForm
            id="offer-word"
            label=t.need_offer()
            hint=t.need_offer_hint()
            act=t.need_offer_act()
            optional=true
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        />
    }
}

#[component]
fn SuggestForm(need: Need, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let doing = Doing::in_form(need);
    let handle = RwSignal::new(String::new());
    let send = Callback::new(move |word: String| {
        let named = SuggestHelper {
            handle: handle.get_untracked().trim().to_owned(),
            word: given(&word),
        };
        let api = api.clone();
        let call = async move { api.suggest_helper(need.id, &named).await };
        doing.run(call, t.need_suggest_done(), Some(open));
    });
    view! {
        <WordForm
            id="suggest-word"
            label=t.need_suggest_why()
            act=t.need_suggest_act()
            optional=true
            sending=doing.sending
            on_send=send
            on_close=Callback::new(move |()| open.set(false))
        >
            <TextField
                id="suggest-who"
                label=t.need_suggest_who()
                hint=t.need_suggest_who_hint()
                value=handle
                error=doing.sending.field(t, "/handle")
            />
        </WordForm>
    }
}
