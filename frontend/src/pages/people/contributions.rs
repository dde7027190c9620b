//! What somebody asked and answered, one list at a time; which one stands in the address.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;
use tacit_contract::Page;
use tacit_contract::identity::{MemberCounts, MemberRef};
use tacit_contract::questions::{ListQuestionsQuery, QuestionSort, QuestionSummary};

use crate::components::questions::QuestionRow;
use crate::components::ui::{Blank, Loaded, Pager, RowsSkeleton, Segment, SegmentedLinks};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::address;

/// One of the two lists, and the place in it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Chosen {
    asked: bool,
    cursor: Option<String>,
}

impl Chosen {
    fn address(&self, handle: &str) -> String {
        address::address(
            &format!("/people/{handle}"),
            &[
                ("show", Some(if self.asked { "asked" } else { "answered" })),
                ("cursor", self.cursor.as_deref()),
            ],
        )
    }

    fn query(&self, handle: &str) -> ListQuestionsQuery {
        let who = Some(handle.to_owned());
        let (asked_by, answered_by) = if self.asked { (who, None) } else { (None, who) };
        ListQuestionsQuery {
            asked_by,
            answered_by,
            sort: Some(QuestionSort::Newest),
            cursor: self.cursor.clone(),
            ..ListQuestionsQuery::default()
        }
    }
}

/// The section.
#[component]
pub fn Contributions(member: MemberRef, counts: MemberCounts, own: bool) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let query = use_query_map();
    let chosen = Memo::new(move |_| {
        query.with(|query| Chosen {
            // Who never answered is first of all somebody who asks.
            asked: query
                .get("show")
                .map_or(counts.answers == 0, |show| show == "asked"),
            cursor: address::text(query.get("cursor")),
        })
    });
    let handle = member.handle.clone();
    let list = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(|chosen| chosen.query(&handle)));
        async move { api.list_questions(&query).await }
    });
    let handle = member.handle.clone();
    let links = Signal::derive(move || {
        let now = chosen.get().asked;
        [
            (false, t.profile_answered(), "answered"),
            (true, t.profile_asked(), "asked"),
        ]
        .map(|(asked, label, show)| Segment {
            href: format!("/people/{handle}?show={show}"),
            label: label.to_owned(),
            current: now == asked,
        })
        .to_vec()
    });
    view! {
        <section class="section" aria-labelledby="contributions">
            <div class="section-head"><h2 id="contributions">{t.profile_contributions()}</h2></div>
            <div class="filters"><SegmentedLinks label=t.profile_contributions() links /></div>
            <Loaded resource=list waiting=|| view! { <RowsSkeleton rows=3 /> }.into_any() let:page>
                {view! { <Rows page chosen=chosen.get_untracked() member=member.clone() own /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Rows(
    page: Page<QuestionSummary>,
    chosen: Chosen,
    member: MemberRef,
    own: bool,
) -> impl IntoView {
    if page.items.is_empty() {
        return view! { <Nothing asked=chosen.asked name=member.display_name own /> }.into_any();
    }
    let handle = member.handle;
    let first = chosen.cursor.is_some().then(|| {
        Chosen {
            cursor: None,
            ..chosen.clone()
        }
        .address(&handle)
    });
    let next = page.next_cursor.map(|cursor| {
        Chosen {
            cursor: Some(cursor),
            ..chosen
        }
        .address(&handle)
    });
    let rows = page
        .items
        .into_iter()
        .map(|question| view! { <QuestionRow question brief=true /> });
    view! {
        <div class="rows compact">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Nothing(asked: bool, name: String, own: bool) -> impl IntoView {
    let t = use_lang();
    match (own, asked) {
        (true, true) => view! {
            <Blank title=t.profile_nothing_own() text=t.profile_ask_first()>
                <A href="/ask" attr:class="button">{t.profile_ask()}</A>
            </Blank>
        }
        .into_any(),
        (true, false) => view! {
            <Blank title=t.profile_nothing_own() text=t.profile_answer_first()>
                <A href="/questions?view=unanswered" attr:class="button">{t.profile_see_unanswered()}</A>
            </Blank>
        }
        .into_any(),
        (false, true) => view! { <p class="nothing">{t.profile_no_asked(&name)}"."</p> }.into_any(),
        (false, false) => view! { <p class="nothing">{t.profile_no_answered(&name)}"."</p> }.into_any(),
    }
}
