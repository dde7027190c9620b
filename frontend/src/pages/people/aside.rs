//! Beside a profile: topics answered in, what it all came to, the hour where they are, languages.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::identity::{MemberCounts, MemberProfile, MemberStatus};

use super::months::Months;
use crate::components::needs::PersonNeeds;
use crate::i18n::{Lang, hour_in, language_name, use_lang};
use crate::view_model::people::{city, count};
use crate::view_model::topics::topic_address;

/// The aside.
#[component]
pub fn ProfileAside(profile: MemberProfile) -> impl IntoView {
    let t = use_lang();
    let topics = profile
        .topics
        .into_iter()
        .map(|topic| view! { <A href=topic_address(&topic.slug) attr:class="topic">{topic.name}</A> })
        .collect::<Vec<_>>();
    let facts = facts(t, &profile.counts);
    let here = profile.status != MemberStatus::Unclaimed;
    let handle = profile.member.handle.clone();
    view! {
        <aside class="aside" aria-label=t.profile_more_about(&profile.member.display_name)>
            {(!topics.is_empty())
                .then(|| {
                    view! {
                        <section class="aside-block">
                            <h2>{t.profile_topics()}</h2>
                            <div class="topics">{topics}</div>
                        </section>
                    }
                })}
            {(!facts.is_empty())
                .then(|| {
                    view! {
                        <section class="aside-block">
                            <h2>{t.profile_so_far()}</h2>
                            <ul class="facts">
                                {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
                            </ul>
                        </section>
                    }
                })}
            <Months handle=handle.clone() />
            {here.then(|| view! { <PersonNeeds handle /> })}
            {here.then(|| view! { <Clock zone=profile.time_zone place=profile.place languages=profile.languages /> })}
        </aside>
    }
}

/// Says a count in words.
type Say = fn(Lang, u64) -> String;

fn facts(t: Lang, counts: &MemberCounts) -> Vec<String> {
    let said: [(i64, Say); 3] = [
        (counts.questions, Lang::people_questions),
        (counts.answers, Lang::questions_answers),
        (counts.helpful, Lang::profile_helpful),
    ];
    let mut facts = Vec::new();
    for (number, say) in said {
        if number > 0 {
            facts.push(say(t, count(number)));
        }
    }
    facts
}

/// What time it is there, and in which languages one may ask.
#[component]
fn Clock(zone: String, place: String, languages: Vec<String>) -> impl IntoView {
    let t = use_lang();
    let place = if place.is_empty() { city(&zone) } else { place };
    let names = languages
        .iter()
        .map(|tag| language_name(t, tag))
        .collect::<Vec<_>>()
        .join(", ");
    view! {
        <section class="aside-block">
            <h2>{t.profile_local_time()}</h2>
            <ul class="facts">
                <li>{t.profile_time_in(&hour_in(t, &zone), &place)}</li>
                {(!names.is_empty()).then(|| view! { <li>{t.profile_speaks(&names)}</li> })}
            </ul>
        </section>
    }
}
