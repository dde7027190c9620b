//! Who should see a question: everyone, a community one belongs to, or named people.

mod fields;
mod people;

pub use fields::AudienceFields;

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use tacit_client::Client;
use tacit_contract::communities::{
    CommunitySummary, CommunityView, ListCommunitiesQuery, Visibility,
};
use tacit_contract::identity::MemberRef;
use tacit_contract::posts::{AudienceChoice, AudienceKind};
use uuid::Uuid;

use crate::components::expertise::person_token;
use crate::components::ui::Token;
use crate::i18n::Lang;
use crate::state::api::use_api;
use crate::view_model::audience::{asked_of, choice};

/// People one can name.
const PEOPLE: usize = 10;

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Audience {
    pub kind: RwSignal<AudienceKind>,
    community: RwSignal<Option<Uuid>>,
    people: RwSignal<Vec<Token>>,
    /// The communities one writes in; not known at first.
    mine: RwSignal<Option<Vec<CommunitySummary>>>,
    /// A draft is taken up after it was fetched, where no context is at hand any more.
    api: StoredValue<Client>,
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
        let kept_api = api.clone();
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
            api: StoredValue::new(kept_api),
        }
    }

    /// The id of the community it is for, where it is for one.
    pub fn within(self) -> Signal<Option<Uuid>> {
        let chosen = move || self.kind.get() == AudienceKind::Community;
        Signal::derive(move || self.community.get().filter(|_| chosen()))
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
                name_people(self.api.get_value(), self.people);
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
fn name_people(api: Client, people: RwSignal<Vec<Token>>) {
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
