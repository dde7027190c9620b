//! The choice of who should see it, and which community; it says in words who will.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::Visibility;
use tacit_contract::expertise::SuggestedExpert;
use tacit_contract::posts::AudienceKind;

use super::Audience;
use super::people::WhichPeople;
use crate::components::ui::{RadioList, Select};
use crate::i18n::use_lang;
use crate::state::sending::Sending;
use crate::view_model::people::count;

/// The choice, and what belongs to it.
#[component]
pub fn AudienceFields(
    audience: Audience,
    /// Who is likely to know.
    people: Signal<Vec<SuggestedExpert>>,
    sending: Sending,
) -> impl IntoView {
    let t = use_lang();
    let choices = vec![
        (
            AudienceKind::Everyone,
            t.audience_everyone().to_owned(),
            t.audience_everyone_more().to_owned(),
        ),
        (
            AudienceKind::Community,
            t.audience_community().to_owned(),
            t.audience_community_more().to_owned(),
        ),
        (
            AudienceKind::People,
            t.audience_people().to_owned(),
            t.audience_people_more().to_owned(),
        ),
    ];
    view! {
        <RadioList
            name="audience"
            label=t.community_who_sees()
            choices
            value=audience.kind
            on_choose=Callback::new(move |kind| audience.kind.set(kind))
        />
        {move || match audience.kind.get() {
            AudienceKind::Everyone => ().into_any(),
            AudienceKind::Community => view! { <WhichCommunity audience sending /> }.into_any(),
            AudienceKind::People => view! { <WhichPeople audience likely=people sending /> }.into_any(),
        }}
    }
}

/// One of one's own communities, and who reads along there.
#[component]
fn WhichCommunity(audience: Audience, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let error = sending.field(t, "/audience");
    let choose = Callback::new(move |id: String| audience.community.set(id.parse().ok()));
    let value = Signal::derive(move || {
        let id = audience.community.get();
        id.map(|id| id.to_string()).unwrap_or_default()
    });
    let seen = move || {
        let place = audience.place()?;
        let (name, members) = (place.community.name, count(place.members));
        Some(match place.visibility {
            Visibility::Open => t.audience_sees_open(&name),
            Visibility::OnRequest | Visibility::Hidden => {
                t.audience_sees_members(&name, &t.communities_members(members))
            }
        })
    };
    move || {
        let mine = audience.mine.get()?;
        if mine.is_empty() {
            return Some(
                view! {
                    <p class="after-field">
                        {t.communities_none_mine()} ". "
                        <A href="/communities?view=discover">{t.communities_search()}</A>
                    </p>
                }
                .into_any(),
            );
        }
        let none = (String::new(), String::new());
        let choices = mine
            .into_iter()
            .map(|one| (one.community.id.to_string(), one.community.name));
        let choices: Vec<_> = std::iter::once(none).chain(choices).collect();
        Some(
            view! {
                <Select id="ask-community" label=t.audience_which() choices value on_choose=choose error />
                <p class="after-field" role="status">{seen}</p>
            }
            .into_any(),
        )
    }
}
