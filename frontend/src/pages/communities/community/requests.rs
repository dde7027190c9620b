//! Who asks to join: somebody who looks after the community lets them in or says no, with a word or without.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::communities::{DecideJoinRequest, JoinRequest, ListJoinRequestsQuery};

use super::Community;
use crate::components::ui::{Blank, Button, Glyph, Loaded, Member, RowsSkeleton, Time, WordForm};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::given;

/// The section. Those who have waited longest stand first, and each decision brings on the next.
#[component]
pub fn Requests(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found: LocalResource<Result<Page<JoinRequest>, ClientError>> =
        LocalResource::new(move || {
            let api = api.clone();
            let query = ListJoinRequestsQuery::default();
            async move { api.list_join_requests(community.id, &query).await }
        });
    let decided = Callback::new(move |()| {
        found.refetch();
        community.reload.run(());
    });
    view! {
        <section class="section" aria-labelledby="requests">
            <h2 class="visually-hidden" id="requests">{t.community_requests()}</h2>
            <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:page>
                {view! { <List community page decided /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn List(community: Community, page: Page<JoinRequest>, decided: Callback<()>) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        let (title, text) = (t.community_no_requests(), t.community_no_requests_more());
        return view! { <Blank glyph=Glyph::Door title text /> }.into_any();
    }
    let rows = page
        .items
        .into_iter()
        .map(|one| view! { <li><Row community one decided /></li> });
    view! { <ul class="rows compact coming-in">{rows.collect_view()}</ul> }.into_any()
}

#[component]
fn Row(community: Community, one: JoinRequest, decided: Callback<()>) -> impl IntoView {
    // What is about to be said: yes or no.
    let saying = RwSignal::new(None::<bool>);
    let message = (!one.message.is_empty())
        .then(|| view! { <p class="reason lines">{one.message.clone()}</p> });
    let person = StoredValue::new(one.member.clone());
    view! {
        <Member handle=one.member.handle name=one.member.display_name>
            <Time at=one.asked_at.to_rfc3339() />
        </Member>
        {message}
        {move || match saying.get() {
            Some(approve) => view! { <Say community person approve saying decided /> }.into_any(),
            None => view! { <Choice person saying /> }.into_any(),
        }}
    }
}

type Person = StoredValue<tacit_contract::identity::MemberRef>;

#[component]
fn Choice(person: Person, saying: RwSignal<Option<bool>>) -> impl IntoView {
    let t = use_lang();
    let name = person.with_value(|person| person.display_name.clone());
    let button = |approve: bool, words: &'static str, name: String| {
        let say = Callback::new(move |()| saying.set(Some(approve)));
        view! {
            <Button on_press=say>{words} <span class="visually-hidden">": " {name}</span></Button>
        }
    };
    let yes = button(true, t.community_let_in_act(), name.clone());
    let no = button(false, t.community_decline(), name);
    view! { <div class="actions">{yes} {no}</div> }
}

/// The word that goes with the decision.
#[component]
fn Say(
    community: Community,
    person: Person,
    approve: bool,
    saying: RwSignal<Option<bool>>,
    decided: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let (id, name) = person.with_value(|person| (person.id, person.display_name.clone()));
    let label = t.community_word_to(&name);
    let send = Callback::new(move |word: String| {
        let (api, name) = (api.clone(), name.clone());
        let word = given(&word);
        let decision = DecideJoinRequest { approve, word };
        sending.send(
            async move { api.decide_join_request(community.id, id, &decision).await },
            move |()| {
                toasts.say(match approve {
                    true => t.community_let_in(&name),
                    false => t.community_turned_down(&name),
                });
                decided.run(());
            },
        );
    });
    let act = match approve {
        true => t.community_let_in_act(),
        false => t.community_decline(),
    };
    let close = Callback::new(move |()| saying.set(None));
    view! {
        <WordForm id=format!("word-{id}") label act optional=true sending on_send=send on_close=close />
    }
}
