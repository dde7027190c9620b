//! Whom a question is for, in words; what is for everyone goes without saying.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::CommunityRef;
use tacit_contract::identity::MemberRef;

use crate::i18n::use_lang;
use crate::view_model::communities::community_address;

/// "in Calls that go wrong", "asked of Noor and Hugo".
#[component]
pub fn AudienceWords(
    #[prop(optional_no_strip)] community: Option<CommunityRef>,
    people: Vec<MemberRef>,
) -> impl IntoView {
    let t = use_lang();
    let place = community.map(|place| {
        view! { <span class="audience">{t.audience_in()} " " <A href=community_address(place.id)>{place.name}</A></span> }
    });
    let last = people.len().saturating_sub(1);
    let named = people.into_iter().enumerate().map(|(at, one)| {
        let joint = match at {
            0 => " ".to_owned(),
            at if at == last => format!(" {} ", t.routing_and()),
            _ => ", ".to_owned(),
        };
        view! { {joint} <A href=format!("/people/{}", one.handle)>{one.display_name}</A> }
    });
    let named = named.collect::<Vec<_>>();
    let people = (!named.is_empty())
        .then(|| view! { <span class="audience">{t.audience_of()} {named}</span> });
    view! { {place} {people} }
}
