//! What is typed about a community.

use leptos::prelude::*;
use tacit_contract::communities::{Charter, CommunityDetail, JoinRule, Visibility};

use crate::components::questions::{TopicsField, token};
use crate::components::ui::{RadioList, TextArea, TextField, Token};
use crate::i18n::use_lang;
use crate::state::sending::Sending;
use crate::view_model::communities::{way_that_fits, ways_in};

/// What is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    pub name: RwSignal<String>,
    pub purpose: RwSignal<String>,
    pub topics: RwSignal<Vec<Token>>,
    pub for_whom: RwSignal<String>,
    pub get: RwSignal<String>,
    pub give: RwSignal<String>,
    pub visibility: RwSignal<Visibility>,
    pub join_rule: RwSignal<JoinRule>,
}

impl Typed {
    /// Nothing yet; open and free, as most are.
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            purpose: empty(),
            topics: RwSignal::new(Vec::new()),
            for_whom: empty(),
            get: empty(),
            give: empty(),
            visibility: RwSignal::new(Visibility::Open),
            join_rule: RwSignal::new(JoinRule::Free),
        }
    }

    /// What it says of itself now.
    pub fn of(community: &CommunityDetail) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        let topics = community.topics.iter().cloned().map(token);
        Self {
            name: text(&community.community.name),
            purpose: text(&community.purpose),
            topics: RwSignal::new(topics.collect()),
            for_whom: text(&community.charter.for_whom),
            get: text(&community.charter.get),
            give: text(&community.charter.give),
            visibility: RwSignal::new(community.visibility),
            join_rule: RwSignal::new(community.join_rule),
        }
    }

    /// Its charter.
    pub fn charter(self) -> Charter {
        Charter {
            for_whom: self.for_whom.get_untracked(),
            get: self.get.get_untracked(),
            give: self.give.get_untracked(),
        }
    }

    /// Keys of its topics.
    pub fn topics(self) -> Vec<String> {
        let topics = self.topics.get_untracked().into_iter();
        topics.map(|topic| topic.key).collect()
    }
}

/// Name, purpose, topics and charter.
#[component]
pub fn CommunityTexts(typed: Typed, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let may_create = Signal::derive(move || typed.visibility.get() != Visibility::Hidden);
    let parts = [
        (
            "community-for",
            t.community_for(),
            typed.for_whom,
            "/charter/for",
        ),
        (
            "community-get",
            t.community_get(),
            typed.get,
            "/charter/get",
        ),
        (
            "community-give",
            t.community_give(),
            typed.give,
            "/charter/give",
        ),
    ];
    let charter = parts.map(|(id, label, value, pointer)| {
        view! { <TextArea id label value rows=2 optional=true error=sending.field(t, pointer) /> }
    });
    view! {
        <TextField id="community-name" label=t.community_name() value=typed.name maxlength=80 error=sending.field(t, "/name") />
        <TextArea
            id="community-purpose"
            label=t.community_purpose()
            hint=t.community_purpose_hint()
            rows=2
            value=typed.purpose
            error=sending.field(t, "/purpose")
        />
        {charter}
        <TopicsField
            id="community-topics"
            hint=t.community_topics_hint()
            chosen=typed.topics
            most=10
            optional=true
            may_create
            error=sending.field(t, "/topics")
        />
    }
}

/// Who sees it and how one comes in: only ways in that fit are offered.
#[component]
pub fn CommunityDoors(typed: Typed) -> impl IntoView {
    let t = use_lang();
    let seen = Visibility::ALL.iter().map(|who| {
        let [_, label, more] = t.visibility(*who);
        (*who, label.to_owned(), more.to_owned())
    });
    let choose = Callback::new(move |who: Visibility| {
        typed.visibility.set(who);
        typed
            .join_rule
            .update(|rule| *rule = way_that_fits(who, *rule));
    });
    let ways = Memo::new(move |_| ways_in(typed.visibility.get()));
    let joined = move || {
        let choices = ways.get().into_iter().map(|how| {
            let [label, more] = t.join_rule(how);
            (how, label.to_owned(), more.to_owned())
        });
        view! {
            <RadioList
                name="join-rule"
                label=t.community_who_joins()
                choices=choices.collect()
                value=typed.join_rule
                on_choose=Callback::new(move |how| typed.join_rule.set(how))
            />
        }
    };
    view! {
        <RadioList
            name="visibility"
            label=t.community_who_sees()
            choices=seen.collect()
            value=typed.visibility
            on_choose=choose
        />
        {joined}
    }
}
