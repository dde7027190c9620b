//! A field for one person or a few: those who are likely first, then whoever is called what was typed.

use leptos::prelude::*;
use tacit_contract::identity::{ListMembersQuery, MemberRef};

use crate::components::ui::{Token, TokenField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;

/// People offered.
const OFFERED: u32 = 8;

/// As many people as may be named, or nobody.
#[component]
pub fn PersonField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    #[prop(optional, into)] error: Signal<Option<String>>,
    chosen: RwSignal<Vec<Token>>,
    #[prop(default = 1)] most: usize,
    /// One cannot do without.
    #[prop(optional)]
    needed: bool,
    /// Who is offered before anything is typed.
    #[prop(into)]
    likely: Signal<Vec<MemberRef>>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let optional = most == 1 && !needed;
    let typed = RwSignal::new(String::new());
    let asked = paused(typed.into(), 150);
    let found = LocalResource::new(move || {
        let (api, q) = (api.clone(), asked.get().trim().to_owned());
        async move {
            if q.is_empty() {
                return None;
            }
            let query = ListMembersQuery {
                q: Some(q),
                limit: Some(OFFERED),
                ..ListMembersQuery::default()
            };
            // Without an answer those who are likely are still offered.
            let page = api.list_members(&query).await.ok()?;
            Some(page.items.into_iter().map(|one| one.member).collect())
        }
    });
    let known = Signal::derive(move || -> Vec<Token> {
        let people: Vec<MemberRef> = found.get().flatten().unwrap_or_else(|| likely.get());
        people.into_iter().map(person_token).collect()
    });
    view! {
        <TokenField id label hint=Some(hint) error chosen typed known most optional prompt=t.routing_pass_prompt() />
    }
}

/// A person as a token.
pub fn person_token(person: MemberRef) -> Token {
    Token {
        detail: Some(person.job_title).filter(|title| !title.is_empty()),
        key: person.handle,
        label: person.display_name,
    }
}
