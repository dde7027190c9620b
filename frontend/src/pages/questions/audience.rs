//! Who should see a question: everyone, a community one belongs to, or named people. It says in words who will, and who of
//! the named cannot be asked now.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use leptos_router::components::A;
use tacit_contract::communities::{
    CommunitySummary, CommunityView, ListCommunitiesQuery, Visibility,
};
use tacit_contract::expertise::{Standing, SuggestedExpert};
use tacit_contract::identity::MemberRef;
use tacit_contract::posts::{AudienceChoice, AudienceKind};
use uuid::Uuid;

use super::first::not_now;
use crate::components::expertise::{PersonField, person_token};
use crate::components::ui::{Banner, Glyph, LinkButton, RadioList, Select, Token, Tone};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::view_model::audience::{asked_of, choice};
use crate::view_model::people::count;

/// People one can name.
const PEOPLE: usize = 10;
/// Others offered where somebody cannot be asked.
const OTHERS: usize = 3;

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Audience {
    pub kind: RwSignal<AudienceKind>,
    community: RwSignal<Option<Uuid>>,
    people: RwSignal<Vec<Token>>,
    /// The communities one writes in; not known at first.
    mine: RwSignal<Option<Vec<CommunitySummary>>>,
}

impl Audience {
    /// Everyone, or the community that the address names.
    pub fn new(community: Option<Uuid>) -> Self {
        let kind = match community {
            Some(_) => AudienceKind::Community,
            None => AudienceKind::Everyone,
        };
        let mine = RwSignal::new(None);
        let api = use_api();
        spawn_local(async move {
            let query = ListCommunitiesQuery {
                view: Some(CommunityView::Mine),
                limit: Some(100),
                ..ListCommunitiesQuery::default()
            };
            // Without them one can still ask everyone, and people.
            let found = api.list_communities(&query).await.map(|page| page.items);
            let found = found.unwrap_or_default().into_iter();
            let written_in = found.filter(|one| !one.archived);
            mine.try_set(Some(written_in.collect()));
        });
        Self {
            kind: RwSignal::new(kind),
            community: RwSignal::new(community),
            people: RwSignal::new(Vec::new()),
            mine,
        }
    }

    /// What a draft keeps of it: everyone goes without saying.
    pub fn kept(self) -> Option<AudienceChoice> {
        let handles = self.people.get().into_iter().map(|person| person.key);
        choice(self.kind.get(), self.community.get(), handles.collect())
    }

    /// What is sent; a community that was not chosen yet is sent as none, for the server to point at.
    pub fn choice(self) -> Option<AudienceChoice> {
        let chosen = untrack(|| self.kept());
        let unchosen = self.kind.get_untracked() == AudienceKind::Community;
        chosen.or_else(|| {
            unchosen.then_some(AudienceChoice::Community {
                community_id: Uuid::nil(),
            })
        })
    }

    /// Takes up what a draft kept.
    pub fn restore(self, kept: Option<AudienceChoice>) {
        match kept.unwrap_or_default() {
            AudienceChoice::Everyone {} => self.kind.set(AudienceKind::Everyone),
            AudienceChoice::Community { community_id } => {
                self.community.set(Some(community_id));
                self.kind.set(AudienceKind::Community);
            }
            AudienceChoice::People { handles } => {
                self.people
                    .set(handles.into_iter().map(Token::named).collect());
                name_people(self.people);
                self.kind.set(AudienceKind::People);
            }
        }
    }

    /// Whether not everyone will see it.
    pub fn is_closed(self) -> bool {
        match self.kind.get() {
            AudienceKind::Everyone => false,
            AudienceKind::People => true,
            AudienceKind::Community => self
                .place()
                .is_some_and(|place| place.visibility != Visibility::Open),
        }
    }

    /// Whether somebody is among the named.
    pub fn names(self, handle: &str) -> bool {
        self.people
            .with(|people| people.iter().any(|person| person.key == handle))
    }

    /// Names somebody, or no longer.
    pub fn toggle(self, member: &MemberRef) {
        self.people.update(|people| {
            let before = people.len();
            people.retain(|person| person.key != member.handle);
            if people.len() == before && before < PEOPLE {
                people.push(person_token(member.clone()));
            }
        });
    }

    /// What the button says that sends it.
    pub fn submit_words(self, t: Lang) -> String {
        match self.kind.get() {
            AudienceKind::Everyone => t.ask_submit().to_owned(),
            AudienceKind::Community => match self.place() {
                Some(place) => t.routing_ask_person(&place.community.name),
                None => t.shell_ask().to_owned(),
            },
            AudienceKind::People => {
                let names = self.people.get().into_iter().map(|person| person.label);
                match asked_of(t, &names.collect::<Vec<_>>()) {
                    Some(names) => t.routing_ask_person(&names),
                    None => t.shell_ask().to_owned(),
                }
            }
        }
    }

    /// The chosen community, once one's own are known.
    fn place(self) -> Option<CommunitySummary> {
        let id = self.community.get()?;
        self.mine.with(|mine| {
            mine.iter()
                .flatten()
                .find(|one| one.community.id == id)
                .cloned()
        })
    }
}

/// People that a draft kept are called by their names as soon as these are known.
fn name_people(people: RwSignal<Vec<Token>>) {
    let api = use_api();
    let handles = people.get_untracked();
    spawn_local(async move {
        for token in handles {
            let Ok(found) = api.get_member(&token.key).await else {
                continue;
            };
            people.try_update(|people| {
                for person in people.iter_mut().filter(|person| person.key == token.key) {
                    *person = person_token(found.member.clone());
                }
            });
        }
    });
}

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

/// One to ten people, and who of them cannot be asked now.
#[component]
fn WhichPeople(
    audience: Audience,
    likely: Signal<Vec<SuggestedExpert>>,
    sending: Sending,
) -> impl IntoView {
    let t = use_lang();
    let away = RwSignal::new(BTreeMap::<String, bool>::new());
    let offered = Signal::derive(move || {
        let people = likely.get().into_iter();
        people.map(|one| one.member).collect::<Vec<_>>()
    });
    let nobody = move || {
        let people = audience.people.get();
        let away = away.get();
        let unasked = people.iter().all(|one| away.get(&one.key) == Some(&true));
        let (any, all) = (!people.is_empty(), unasked);
        (any && all).then(|| view! { <Banner tone=Tone::Urgent title=t.audience_nobody() /> })
    };
    let others = move || {
        let gone = audience.people.with(|people| {
            away.with(|away| people.iter().any(|one| away.get(&one.key) == Some(&true)))
        });
        let free = likely.get().into_iter().filter(|one| {
            one.availability.standing == Standing::Free && !audience.names(&one.member.handle)
        });
        let free: Vec<_> = free.take(OTHERS).map(|one| one.member).collect();
        (gone && !free.is_empty()).then(|| view! { <Others audience free /> })
    };
    view! {
        <PersonField
            id="ask-people"
            label=t.audience_whom()
            hint=t.audience_whom_hint()
            chosen=audience.people
            most=PEOPLE
            likely=offered
            error=sending.field(t, "/audience")
        />
        <div class="stacked asked-people" aria-live="polite">
            <For each=move || audience.people.get() key=|one| one.key.clone() let:one>
                <CanBeAsked handle=one.key away />
            </For>
            {nobody}
            {others}
        </div>
    }
}

/// A word about somebody who cannot be asked now; quiet about everybody else.
#[component]
fn CanBeAsked(handle: String, away: RwSignal<BTreeMap<String, bool>>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = handle.clone();
    let found = LocalResource::new(move || {
        let (api, handle) = (api.clone(), asked.clone());
        // Without an answer the server still says so when it is sent.
        async move { api.get_member_expertise(&handle).await.ok() }
    });
    Effect::new(move |_| {
        if let Some(found) = found.get().flatten() {
            let gone = found.availability.standing != Standing::Free;
            away.update(|away| {
                away.insert(handle.clone(), gone);
            });
        }
    });
    move || {
        let title = not_now(t, &found.get().flatten()?)?;
        Some(
            view! { <Banner tone=Tone::Waiting glyph=Glyph::Person title>{t.audience_not_now()}</Banner> },
        )
    }
}

/// Who could be asked besides.
#[component]
fn Others(audience: Audience, free: Vec<MemberRef>) -> impl IntoView {
    let t = use_lang();
    let buttons = free.into_iter().map(|member| {
        let words = t.routing_ask_person(&member.display_name);
        let press = Callback::new(move |()| audience.toggle(&member));
        view! { <LinkButton glyph=Glyph::Plus on_press=press>{words}</LinkButton> }
    });
    view! { <p class="actions"><span>{t.audience_others()}</span> {buttons.collect::<Vec<_>>()}</p> }
}
