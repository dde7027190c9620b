//! What somebody knows and is learning, each topic with its reasons; colleagues confirm what they saw.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::{
    LearningTopic, MemberExpertise, MemberExpertiseViewer, TopicStrength,
};
use tacit_contract::identity::MemberRef;

use crate::components::expertise::{AvailabilityMark, StrengthLine};
use crate::components::ui::{Glyph, LinkButton, Loaded, RowsSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;
use crate::view_model::next_address::encode;
use crate::view_model::topics::topic_address;

/// Topics shown before somebody wants to see all.
const SHOWN: usize = 10;

/// The sections of a profile.
#[component]
pub fn Knows(member: MemberRef, own: bool) -> impl IntoView {
    let api = use_api();
    let handle = member.handle.clone();
    let found = LocalResource::new(move || {
        let (api, handle) = (api.clone(), handle.clone());
        async move { api.get_member_expertise(&handle).await }
    });
    view! {
        <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:found>
            {view! { <Sections found own /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Sections(found: MemberExpertise, own: bool) -> impl IntoView {
    let t = use_lang();
    let asking = found.availability.asking.clone();
    let knows = (!found.knows.is_empty() || own).then(|| {
        let when = (!found.member.unclaimed && !own)
            .then(|| view! { <AvailabilityMark availability=found.availability.clone() /> });
        let list = if found.knows.is_empty() {
            view! { <p class="lede">{t.expertise_none_own()}</p> }.into_any()
        } else {
            view! { <Topics member=found.member.clone() knows=found.knows own /> }.into_any()
        };
        view! {
            <section class="section" aria-labelledby="ask-about">
                <div class="section-head">
                    <h2 id="ask-about">{if found.member.unclaimed { t.expertise_shown() } else { t.expertise_about() }}</h2>
                    {when}
                    {own.then(|| view! { <A href="/settings/topics">{t.expertise_choose()}</A> })}
                </div>
                {(!asking.is_empty()).then(|| view! { <p class="asking">{asking}</p> })}
                {list}
            </section>
        }
    });
    let learning =
        (!found.learning.is_empty()).then(|| view! { <Learning topics=found.learning /> });
    view! { {knows} {learning} }
}

#[component]
fn Learning(topics: Vec<LearningTopic>) -> impl IntoView {
    let t = use_lang();
    let topics = topics.into_iter().map(|one| {
        view! { <A href=topic_address(&one.topic.slug) attr:class="topic">{one.topic.name}</A> }
    });
    view! {
        <section class="section" aria-labelledby="learning">
            <div class="section-head"><h2 id="learning">{t.expertise_learning()}</h2></div>
            <div class="topics">{topics.collect_view()}</div>
        </section>
    }
}

#[component]
fn Topics(member: MemberRef, knows: Vec<TopicStrength>, own: bool) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let mine = RwSignal::new(None::<MemberExpertiseViewer>);
    let handle = member.handle.clone();
    let asked = LocalResource::new(move || {
        let (api, handle) = (api.clone(), handle.clone());
        // Without it the page still reads well: only confirming is left out.
        async move { api.get_member_expertise_viewer(&handle).await.ok() }
    });
    Effect::new(move |_| {
        if let Some(found) = asked.get().flatten() {
            mine.set(Some(found));
        }
    });
    let refetch = Callback::new(move |()| asked.refetch());
    let (count, all) = (knows.len(), RwSignal::new(false));
    let line = move |strength: TopicStrength| {
        let topic = strength.topic.clone();
        let member = member.clone();
        view! {
            <StrengthLine handle=member.handle.clone() strength>
                <AskAbout member=member.clone() slug=topic.slug.clone() name=topic.name own />
                <Endorse member=member.clone() slug=topic.slug id=topic.id mine refetch />
            </StrengthLine>
        }
    };
    let mut knows = knows.into_iter();
    let first = knows.by_ref().take(SHOWN).map(line.clone()).collect_view();
    let rest = StoredValue::new(knows.collect::<Vec<_>>());
    let rest = move || {
        let line = line.clone();
        all.get()
            .then(|| rest.get_value().into_iter().map(line).collect_view())
    };
    let more = (count > SHOWN).then(|| {
        let turn = Callback::new(move |()| all.update(|all| *all = !*all));
        view! { <LinkButton expanded=Signal::from(all) on_press=turn>{t.expertise_all(count)}</LinkButton> }
    });
    let tomorrow = move || {
        let done = mine.with(|mine| {
            mine.as_ref()
                .is_some_and(|mine| mine.may_endorse && mine.endorsed_today)
        });
        (done && !own).then(|| view! { <p class="nothing">{t.expertise_endorse_tomorrow()}</p> })
    };
    view! { <div class="stacked">{first} {more} {rest} {tomorrow}</div> }
}

/// To the page one asks on, with the topic and the person filled in.
#[component]
fn AskAbout(member: MemberRef, slug: String, name: String, own: bool) -> impl IntoView {
    let t = use_lang();
    (!own && !member.unclaimed).then(|| {
        let href = format!(
            "/ask?ask={}&topic={}",
            encode(&member.handle),
            encode(&slug)
        );
        view! {
            <A href attr:class="link-button">
                {t.routing_ask_about()} <span class="visually-hidden">": " {name}</span>
            </A>
            " "
        }
    })
}

/// Confirms a topic, or takes that back.
#[component]
fn Endorse(
    member: MemberRef,
    slug: String,
    id: uuid::Uuid,
    mine: RwSignal<Option<MemberExpertiseViewer>>,
    refetch: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let given = Memo::new(move |_| {
        mine.with(|mine| {
            mine.as_ref()
                .is_some_and(|mine| mine.endorsed.contains(&id))
        })
    });
    let offered = Memo::new(move |_| {
        mine.with(|mine| {
            let may = mine.as_ref().filter(|mine| mine.may_endorse);
            may.is_some_and(|mine| {
                !mine.endorsed_today
                    || mine.endorsed.contains(&id)
                    || mine.withdrawn_today == Some(id)
            })
        })
    });
    let press = Callback::new(move |()| {
        let (api, handle, slug) = (api.clone(), member.handle.clone(), slug.clone());
        let (back, name) = (given.get_untracked(), member.display_name.clone());
        let call = async move {
            if back {
                api.withdraw_endorsement(&handle, &slug).await
            } else {
                api.endorse_member(&handle, &slug).await
            }
        };
        let done = move |()| {
            if back {
                toasts.say(t.expertise_endorse_back());
            } else {
                toasts.say(t.expertise_endorse_done(&name));
            }
            refetch.run(());
        };
        sending.send_or(call, done, move |error| {
            toasts.say(failure::sentence(t, &error));
            None
        });
    });
    let words = move || {
        if given.get() {
            t.expertise_endorsed()
        } else {
            t.expertise_endorse()
        }
    };
    move || {
        offered.get().then(|| {
            view! { <LinkButton glyph=Glyph::Check on_press=press pressed=Signal::from(given) disabled=sending.busy()>{words}</LinkButton> }
        })
    }
}
